"""``qingdan explain``: what a rule, a requirement, an item or an element is about."""

from __future__ import annotations

from typing import Annotated

import typer

from qingdan.app.day import today
from qingdan.app.language import Language, spoken
from qingdan.app.misuse import Misused
from qingdan.app.outputs import asked, output_option, write
from qingdan.reporting.escape import shortened
from qingdan.reporting.formats import How

_OUTPUT = output_option()


def explain(
    id: Annotated[
        str, typer.Argument(help="规则、要求、事项或要素的编号。Id of a rule, requirement, item or element.")
    ],
    output: Annotated[list[str] | None, _OUTPUT] = None,
    lang: Annotated[Language | None, typer.Option("--lang", help="语言 zh 或 en。Language.")] = None,
    edition: Annotated[str, typer.Option(help="全国基准的编号或文件夹。An edition's id or folder.")] = "2025",
) -> None:
    """说明一条规则、要求、事项或要素。Explain a rule, a requirement, an item or an element."""
    from qingdan.reporting.explaining import explanation
    from qingdan.validating import trusted

    outputs = asked("explain", "", output)
    text, near = explanation(id, trusted(edition, today()), spoken(lang), today())
    if not text:
        zh, en = (f"；是不是 {near}", f"; did you mean {near}") if near else ("", "")
        raise Misused(
            f"没有编号为“{shortened(id)}”的规则、要求、事项或要素{zh}\n下一步：qingdan rules 列出所有规则和要求",
            f"Nothing is called '{shortened(id)}'{en}\nNext: qingdan rules lists them",
        )
    write("explain", outputs, text, How(spoken(lang)))
