"""``qingdan export``: lists as data, in the forms that the site offers, too."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from qingdan.app import CLEAN, UNREADABLE, USAGE
from qingdan.app.day import day_of
from qingdan.app.language import Language, spoken
from qingdan.app.telling import tell

if TYPE_CHECKING:
    from qingdan.answers.entries import Export
    from qingdan.reporting.words import Lang


class ExportFormat(StrEnum):
    """How lists are written."""

    jsonld = "jsonld"
    jsonl = "jsonl"
    csv = "csv"


def export(
    paths: Annotated[list[Path], typer.Argument(help="清单文件夹或单个文件。Folders or files of lists.")],
    format: Annotated[
        ExportFormat, typer.Option("--format", "-f", help="jsonld（CPSV-AP 3.2.0）、jsonl、csv。Format.")
    ] = ExportFormat.jsonl,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="写到哪个文件。File to write to.")] = None,
    lang: Annotated[Language | None, typer.Option("--lang", help="语言 zh 或 en。Language.")] = None,
    as_of: Annotated[str, typer.Option(help="以哪一天为准，默认今天。The day to judge by; today.")] = "",
    edition: Annotated[str, typer.Option(help="全国基准的编号或文件夹。An edition's id or folder.")] = "",
) -> None:
    """把清单导出为数据：一个地方的一个事项一条，带出处、日期、证据等级。Lists as data, a guide each."""
    import qingdan

    language = spoken(lang)
    if output is not None and _is_input(output, paths):
        zh = f"{output} 在要导出的清单里，写了会盖掉或弄乱清单。没有改动任何文件。\n下一步：写到清单外面的文件。"
        en = f"{output} lies in a list that is to be exported. Nothing was changed.\nNext: name a file outside of it."
        tell(zh if language == "zh" else en, err=True)
        raise typer.Exit(USAGE)
    found = qingdan.export(*paths, as_of=day_of(as_of, lang), edition=edition)
    texts = _rendered(found, format, language)
    if output is None:
        _print(texts)
    else:
        from qingdan.writing.whole import write_whole

        write_whole(output, texts)
    if found.unread:
        names = "、".join(found.unread)
        zh = f"没读成的、编号重复的文件或条目，导出的里面缺着：{names}\n下一步：qingdan validate，改好再导出。"
        en = f"Files or entries that could not be read or repeat an id are missing: {names}\nNext: qingdan validate."
        tell(zh if language == "zh" else en, err=True)
    raise typer.Exit(UNREADABLE if found.unread else CLEAN)


def _is_input(output: Path, paths: list[Path]) -> bool:
    """Whether a file is one of the lists, or lies inside one."""
    from qingdan.loading.opening import roots

    target = Path(os.path.realpath(output))
    return any(target.is_relative_to(os.path.realpath(root)) for path in paths for root in roots(path))


def _print(texts: Iterable[str]) -> None:
    """Data for programs is UTF-8 whatever the console speaks; a console gets what it can show."""
    if sys.stdout.isatty() or not hasattr(sys.stdout, "buffer"):
        for text in texts:
            typer.echo(text, nl=False)
        return
    for text in texts:
        sys.stdout.buffer.write(text.encode("utf-8"))
    sys.stdout.buffer.flush()


def _rendered(found: Export, format: ExportFormat, lang: Lang) -> Iterable[str]:
    from qingdan.reporting import entry_csv, entry_json, linked

    if format is ExportFormat.jsonld:
        return (linked.render(found),)
    return entry_csv.lines(found, lang) if format is ExportFormat.csv else entry_json.lines(found)
