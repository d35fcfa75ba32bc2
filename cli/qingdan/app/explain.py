"""``qingdan explain``: what a rule, a requirement, an item, an element, a paper or a document is about."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from qingdan.app.day import today
from qingdan.app.language import LANG, spoken
from qingdan.app.outputs import asked, output_option, write
from qingdan.reports.formats import How
from qingdan.words.grammar import Lang

_OUTPUT = output_option()


def explain(
    id: Annotated[str, typer.Argument(help="编号或名称：规则、要求、事项、要素、字段、材料、文件。An id or a name.")],
    output: Annotated[list[str] | None, _OUTPUT] = None,
    lang: Annotated[Lang | None, LANG] = None,
    edition: Annotated[str, typer.Option(help="全国基准的编号或文件夹。An edition's id or folder.")] = "2025",
    source: Annotated[
        Path | None, typer.Option("--list", metavar="PATH", help="清单：也说明它自己的规则。A list with its own rules.")
    ] = None,
    rules: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="也说明这个程序包的规则。Rules of a distribution, too.")
    ] = None,
) -> None:
    """说明一条规则、要求、事项、要素、字段、材料或文件。Explain a rule, an item, an element, a field or a paper."""
    import qingdan

    outputs = asked("explain", "", output)
    found = qingdan.explain(id, edition=edition, as_of=today(), source=source or "", rules=rules or ())
    write("explain", outputs, found, How(spoken(lang)))
