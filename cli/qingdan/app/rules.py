"""``qingdan rules``: all rules, a line each."""

from __future__ import annotations

from typing import Annotated

import typer

from qingdan.app.day import today
from qingdan.app.language import Language, spoken
from qingdan.app.outputs import asked, output_option, write
from qingdan.reports.formats import How

_OUTPUT = output_option()


def rules(
    output: Annotated[list[str] | None, _OUTPUT] = None,
    lang: Annotated[Language | None, typer.Option("--lang", help="语言 zh 或 en。Language.")] = None,
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
        write("rules", asked("rules", "", output), qingdan.all_rules(), how)
