"""``qingdan export``: lists as data, in the forms that the site offers, too."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from qingdan.app import CLEAN, UNREADABLE
from qingdan.app.day import AS_OF, day_of
from qingdan.app.language import LANG, spoken
from qingdan.app.outputs import asked, format_option, output_option, write
from qingdan.app.telling import tell
from qingdan.reports.formats import How
from qingdan.words.grammar import Lang, joined
from qingdan.words.said import Phrases

_FORMAT, _OUTPUT = format_option("export"), output_option()

_says = Phrases("app")


def export(
    paths: Annotated[list[Path], typer.Argument(help="清单文件夹或单个文件。Folders or files of lists.")],
    format: Annotated[str, _FORMAT] = "",
    output: Annotated[list[str] | None, _OUTPUT] = None,
    lang: Annotated[Lang | None, LANG] = None,
    as_of: Annotated[str, AS_OF] = "",
    edition: Annotated[str, typer.Option(help="全国基准的编号或文件夹。An edition's id or folder.")] = "",
) -> None:
    """把清单导出为数据：一个地方的一个事项一条，带出处、日期、证据等级。Lists as data, a guide each."""
    import qingdan

    language = spoken(lang)
    outputs = asked("export", format, output, paths)
    found = qingdan.export(*paths, as_of=day_of(as_of), edition=edition)
    write("export", outputs, found, How(language))
    if found.unread:
        names = joined(found.unread, language)
        tell(_says("missing", language, names=names), err=True)
    raise typer.Exit(UNREADABLE if found.unread else CLEAN)
