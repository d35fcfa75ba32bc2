"""``qingdan rules``: all rules, a line each."""

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


def rules(
    path: Annotated[Path | None, typer.Argument(help="清单：也列出它自己的规则。A list: its own rules, too.")] = None,
    output: Annotated[list[str] | None, _OUTPUT] = None,
    lang: Annotated[Lang | None, LANG] = None,
    rules: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="也列出这个程序包的规则。Rules of a distribution, too.")
    ] = None,
    requirements: Annotated[
        bool, typer.Option("--requirements", help="列出全国要求。List national requirements.")
    ] = False,
) -> None:
    """列出全部规则或全国要求。List all rules or national requirements."""
    import qingdan

    how = How(spoken(lang), today=today())
    if requirements:
        write("requirements", asked("requirements", "", output), qingdan.national(), how)
    else:
        write("rules", asked("rules", "", output), qingdan.all_rules(path or "", rules=rules or ()), how)
