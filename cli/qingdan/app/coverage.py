"""``qingdan coverage``: which national items the lists cover, and how much of them was judged."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from qingdan.app import CLEAN, UNREADABLE, USAGE
from qingdan.app.day import day_of
from qingdan.app.language import Language, spoken
from qingdan.app.progress import watcher
from qingdan.app.telling import tell

if TYPE_CHECKING:
    from qingdan.answers.coverage import Coverage
    from qingdan.reporting.words import Lang


class CoverageFormat(StrEnum):
    """How the matrix is written."""

    text = "text"
    json = "json"
    csv = "csv"
    html = "html"


def coverage(
    paths: Annotated[list[Path], typer.Argument(help="清单文件夹或单个文件。Folders or files of lists.")],
    localities: Annotated[
        str, typer.Option(help="只看一个省的各地：代码、名称或文件夹。The places of one province.")
    ] = "",
    only: Annotated[str, typer.Option("--list", help="按一份目录逐条看。The rows of one official list.")] = "",
    format: Annotated[CoverageFormat, typer.Option("--format", "-f", help="输出格式。Format.")] = CoverageFormat.text,
    lang: Annotated[Language | None, typer.Option("--lang", help="语言 zh 或 en。Language.")] = None,
    as_of: Annotated[str, typer.Option(help="以哪一天为准，默认今天。The day to judge by; today.")] = "",
    edition: Annotated[str, typer.Option(help="全国基准的编号或文件夹。An edition's id or folder.")] = "",
) -> None:
    """各省（或一省各地）覆盖全国事项的情况。What lists cover of the national items."""
    import qingdan

    day = day_of(as_of, lang)
    found = qingdan.coverage(*paths, as_of=day, edition=edition, localities=localities, watch=watcher())
    if only and only not in found.lists:
        known = "、".join(found.lists)
        zh, en = f"没有目录“{only}”；现有：{known}", f"No official list '{only}'; known: {known}"
        tell(zh if spoken(lang) == "zh" else en, err=True)
        raise typer.Exit(USAGE)
    typer.echo(_rendered(found, format, spoken(lang), only), nl=False)
    raise typer.Exit(UNREADABLE if found.unread else CLEAN)


def _rendered(found: Coverage, format: CoverageFormat, lang: Lang, only: str) -> str:
    from qingdan.reporting import coverage_csv, coverage_html, coverage_json, coverage_text, text

    if format is CoverageFormat.json:
        return coverage_json.render(found, lang, only)
    if format is CoverageFormat.csv:
        return coverage_csv.render(found, lang, only)
    if format is CoverageFormat.html:
        return coverage_html.render(found, lang, only)
    return coverage_text.render(found, lang, text.ansi if sys.stdout.isatty() else text.plain, only)
