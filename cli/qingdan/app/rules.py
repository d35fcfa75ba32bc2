"""``qingdan rules``: all rules, a line each."""

from __future__ import annotations

from typing import Annotated

import typer

from qingdan.app.language import Language, spoken


def rules(
    lang: Annotated[Language | None, typer.Option("--lang", help="语言 zh 或 en。Language.")] = None,
    requirements: Annotated[
        bool, typer.Option("--requirements", help="列出全国要求。List national requirements.")
    ] = False,
) -> None:
    """列出全部规则或全国要求。List all rules or national requirements."""
    from qingdan.reporting.explaining import weight
    from qingdan.reporting.words import SEVERITY
    from qingdan.rules import all_rules
    from qingdan.sdk import national

    language = spoken(lang)
    if requirements:
        for id, row in sorted(national().by_id.items()):
            typer.echo(f"{id:<14} {weight(row, language)}  {row['explains']}")
        return
    for rule in all_rules().values():
        title = rule.title.zh if language == "zh" else rule.title.en
        typer.echo(f"{rule.id}  {SEVERITY[language][rule.severity]}  {title}")
