"""``qingdan documents``: the documents of the national standard, their state, and what the changed ones touch."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from qingdan.app.day import AS_OF, day_of
from qingdan.app.language import LANG, spoken
from qingdan.app.outputs import asked, format_option, output_option, write
from qingdan.reports.formats import How
from qingdan.words.grammar import Lang

_FORMAT, _OUTPUT = format_option("documents"), output_option()


def documents(
    paths: Annotated[
        list[Path] | None, typer.Argument(help="也看这些清单里谁引用。Lists in which to look who cites them.")
    ] = None,
    changed: Annotated[
        bool, typer.Option("--changed", help="只列被替代、废止、到期或修订的。Replaced, ended or amended ones.")
    ] = False,
    since: Annotated[str, typer.Option(help="只列这一天以后变的。Only what changed on this day or later.")] = "",
    format: Annotated[str, _FORMAT] = "",
    output: Annotated[list[str] | None, _OUTPUT] = None,
    lang: Annotated[Lang | None, LANG] = None,
    as_of: Annotated[str, AS_OF] = "",
    edition: Annotated[str, typer.Option(help="全国基准的编号或文件夹。An edition's id or folder.")] = "",
) -> None:
    """全国基准引用的文件，现在有没有效，变了的触及什么。The documents of the nation, and what changed ones touch."""
    import qingdan

    outputs = asked("documents", format, output, paths or ())
    begun = day_of(since, "--since") if since else ""
    found = qingdan.documents(*(paths or ()), as_of=day_of(as_of), edition=edition, changed=changed, since=begun)
    write("documents", outputs, found, How(spoken(lang)))
