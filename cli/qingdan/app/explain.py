"""``qingdan explain``: what a rule, a requirement, an item, an element, a paper or a document is about."""

from __future__ import annotations

from typing import Annotated

import typer

from qingdan.app.day import today
from qingdan.app.language import Language, spoken
from qingdan.app.misuse import Misused
from qingdan.app.outputs import asked, output_option, write
from qingdan.printing.escape import shortened
from qingdan.reports.formats import How

_OUTPUT = output_option()


def explain(
    id: Annotated[str, typer.Argument(help="编号或名称：规则、要求、事项、要素、字段、材料、文件。An id or a name.")],
    output: Annotated[list[str] | None, _OUTPUT] = None,
    lang: Annotated[Language | None, typer.Option("--lang", help="语言 zh 或 en。Language.")] = None,
    edition: Annotated[str, typer.Option(help="全国基准的编号或文件夹。An edition's id or folder.")] = "2025",
) -> None:
    """说明一条规则、要求、事项、要素、字段、材料或文件。Explain a rule, an item, an element, a field or a paper."""
    from qingdan.reports.explain.as_text import explanation
    from qingdan.validating import trusted

    outputs = asked("explain", "", output)
    text, near = explanation(id, trusted(edition, today()), spoken(lang), today())
    if not text:
        raise _unknown(id, near)
    write("explain", outputs, text, How(spoken(lang)))


def _unknown(asked: str, near: list[str]) -> Misused:
    """What is said of a name that nothing has: what comes near, which is for a person to judge."""
    zh, en = "", ""
    if len(near) == 1:
        zh, en = f"；是不是 {near[0]}", f"; did you mean {near[0]}"
    elif near:
        listed = "".join(f"\n  {each}" for each in near)
        zh, en = f"；相近的（相似不等于相同）：{listed}", f"; these come near (alike is not the same):{listed}"
    name = shortened(asked)
    return Misused(
        f"没有编号或名称是“{name}”的规则、要求、事项、要素或材料{zh}\n"
        "下一步：qingdan items 列出全国事项，qingdan rules 列出规则",
        f"Nothing is called '{name}'{en}\nNext: qingdan items and qingdan rules list them",
    )
