"""``qingdan upgrade``: bring a list to a newer edition."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer

from qingdan.app import CLEAN, FOUND
from qingdan.app.day import day_of
from qingdan.app.language import Language, spoken
from qingdan.app.recovered import told_in


class UpgradeFormat(StrEnum):
    """How the upgrade is told."""

    text = "text"
    json = "json"


def upgrade(
    province: Annotated[str, typer.Argument(help="省的代码、名称或清单文件夹。A province's code, name or folder.")],
    to: Annotated[str, typer.Option("--to", help="新一版全国基准的编号或文件夹。The new edition's id or folder.")],
    dry_run: Annotated[bool, typer.Option(help="只显示会改什么，不写文件。Show the diff, write nothing.")] = False,
    format: Annotated[UpgradeFormat, typer.Option("--format", "-f", help="输出格式。Format.")] = UpgradeFormat.text,
    lang: Annotated[Language | None, typer.Option("--lang", help="语言 zh 或 en。Language.")] = None,
    as_of: Annotated[str, typer.Option(help="以哪一天为准，默认今天。The day to judge by; today.")] = "",
) -> None:
    """把清单升级到新一版全国基准：没有改过的随国家改，自己定的仍合规就保留，其余列为冲突由人决定。Upgrade a list."""
    import qingdan
    from qingdan.reporting import text, upgrade_json, upgrade_text

    language = spoken(lang)
    found = qingdan.upgrade(province, to=to, as_of=day_of(as_of, lang), dry_run=dry_run, told=told_in(language))
    if format is UpgradeFormat.json:
        typer.echo(upgrade_json.render(found, language), nl=False)
    else:
        paint = text.ansi if sys.stdout.isatty() else text.plain
        typer.echo(upgrade_text.render(found, language, paint, diffs=dry_run), nl=False)
    raise typer.Exit(FOUND if found.conflicts else CLEAN)
