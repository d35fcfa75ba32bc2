"""``qingdan items``: the national items, with their names and with what the nation requires."""

from __future__ import annotations

from typing import Annotated

import typer

from qingdan.app.day import today
from qingdan.app.language import LANG, spoken
from qingdan.app.outputs import asked, format_option, output_option, write
from qingdan.reports.formats import How
from qingdan.words.grammar import Lang

_FORMAT, _OUTPUT = format_option("items"), output_option()


def items(
    search: Annotated[str, typer.Option(help="只看名称里有这个词的，或者名称相近的。Only names with this word.")] = "",
    theme: Annotated[str, typer.Option(help="只看一个主题：编号或名称。Only one theme.")] = "",
    format: Annotated[str, _FORMAT] = "",
    output: Annotated[list[str] | None, _OUTPUT] = None,
    lang: Annotated[Lang | None, LANG] = None,
    edition: Annotated[str, typer.Option(help="全国基准的编号或文件夹。An edition's id or folder.")] = "2025",
) -> None:
    """列出全国事项：名称、别名和全国要求。List the national items with names and requirements."""
    import qingdan

    outputs = asked("items", format, output)
    write(
        "items", outputs, qingdan.items(edition=edition, search=search, theme=theme), How(spoken(lang), today=today())
    )
