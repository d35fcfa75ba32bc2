"""``qingdan coverage``: which national items the lists cover, and how much of them was judged."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from qingdan.app import CLEAN, UNREADABLE
from qingdan.app.day import AS_OF, day_of, today
from qingdan.app.language import LANG, spoken
from qingdan.app.misuse import NoOfficialList
from qingdan.app.outputs import asked, format_option, output_option, write
from qingdan.app.progress import watcher
from qingdan.printing.escape import shortened
from qingdan.reports.formats import How
from qingdan.words.grammar import Lang

_FORMAT, _OUTPUT = format_option("coverage"), output_option()


def coverage(
    paths: Annotated[list[Path], typer.Argument(help="清单文件夹或单个文件。Folders or files of lists.")],
    localities: Annotated[
        str, typer.Option(help="只看一个省的各地：代码、名称或文件夹。The places of one province.")
    ] = "",
    only: Annotated[str, typer.Option("--list", help="按一份目录逐条看。The rows of one official list.")] = "",
    format: Annotated[str, _FORMAT] = "",
    output: Annotated[list[str] | None, _OUTPUT] = None,
    lang: Annotated[Lang | None, LANG] = None,
    as_of: Annotated[str, AS_OF] = "",
    edition: Annotated[str, typer.Option(help="全国基准的编号或文件夹。An edition's id or folder.")] = "",
) -> None:
    """各省（或一省各地）覆盖全国事项的情况。What lists cover of the national items."""
    import qingdan

    outputs = asked("coverage", format, output, paths)
    found = qingdan.coverage(*paths, as_of=day_of(as_of), edition=edition, localities=localities, watch=watcher())
    if only and only not in found.lists:
        raise NoOfficialList(shortened(only), list(found.lists))
    write("coverage", outputs, found, How(spoken(lang), today=today(), only=only))
    raise typer.Exit(UNREADABLE if found.unread else CLEAN)
