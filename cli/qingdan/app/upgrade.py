"""``qingdan upgrade``: bring a list to a newer edition."""

from __future__ import annotations

from typing import Annotated

import typer

from qingdan.app import CLEAN, FOUND
from qingdan.app.day import AS_OF, day_of
from qingdan.app.language import LANG, spoken
from qingdan.app.outputs import asked, format_option, output_option, write
from qingdan.app.recovered import told_in
from qingdan.reports.formats import How
from qingdan.words.grammar import Lang

_FORMAT, _OUTPUT = format_option("upgrade"), output_option()


def upgrade(
    province: Annotated[str, typer.Argument(help="省的代码、名称或清单文件夹。A province's code, name or folder.")],
    to: Annotated[str, typer.Option("--to", help="新一版全国基准的编号或文件夹。The new edition's id or folder.")],
    dry_run: Annotated[bool, typer.Option(help="只显示会改什么，不写文件。Show the diff, write nothing.")] = False,
    format: Annotated[str, _FORMAT] = "",
    output: Annotated[list[str] | None, _OUTPUT] = None,
    lang: Annotated[Lang | None, LANG] = None,
    as_of: Annotated[str, AS_OF] = "",
) -> None:
    """把清单升级到新一版全国基准：没有改过的随国家改，自己定的仍合规就保留，其余列为冲突由人决定。Upgrade a list."""
    import qingdan

    outputs = asked("upgrade", format, output, [province])
    found = qingdan.upgrade(province, to=to, as_of=day_of(as_of), dry_run=dry_run, told=told_in(spoken(lang)))
    write("upgrade", outputs, found, How(spoken(lang), diffs=dry_run))
    raise typer.Exit(FOUND if found.conflicts else CLEAN)
