"""``qingdan explain``: what a rule, a requirement, an item or an element is about."""

from __future__ import annotations

import datetime
from typing import Annotated

import typer

from qingdan.app import USAGE
from qingdan.app.language import Language, spoken
from qingdan.app.telling import tell


def explain(
    id: Annotated[
        str, typer.Argument(help="规则、要求、事项或要素的编号。Id of a rule, requirement, item or element.")
    ],
    lang: Annotated[Language | None, typer.Option("--lang", help="语言 zh 或 en。Language.")] = None,
    edition: Annotated[str, typer.Option(help="全国基准的编号或文件夹。An edition's id or folder.")] = "2025",
) -> None:
    """说明一条规则、要求、事项或要素。Explain a rule, a requirement, an item or an element."""
    from qingdan.reporting.explaining import explanation
    from qingdan.validating import trusted

    language = spoken(lang)
    text, near = explanation(id, trusted(edition, datetime.date.today().isoformat()), language)
    if not text:
        said = f"没有编号为“{id}”的规则、要求、事项或要素" if language == "zh" else f"Nothing is called '{id}'"
        hint = (f"；是不是 {near}" if language == "zh" else f"; did you mean {near}") if near else ""
        step = "\n下一步：qingdan rules 列出所有规则和要求" if language == "zh" else "\nNext: qingdan rules lists them"
        tell(said + hint + step, err=True)
        raise typer.Exit(USAGE)
    tell(text)
