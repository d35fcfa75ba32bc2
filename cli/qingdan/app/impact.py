"""``qingdan impact``: what a candidate edition would change for the lists that are here."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from qingdan.app import CLEAN, FOUND, UNREADABLE
from qingdan.app.day import AS_OF, day_of, today
from qingdan.app.language import LANG, spoken
from qingdan.app.outputs import asked, format_option, output_option, write
from qingdan.app.progress import watcher
from qingdan.reports.formats import How
from qingdan.words.grammar import Lang

_FORMAT, _OUTPUT = format_option("impact"), output_option()


class ImpactFailOn(StrEnum):
    """What makes the exit code 1."""

    new = "new"
    any = "any"
    never = "never"


def impact(
    paths: Annotated[list[Path], typer.Argument(help="清单文件夹或单个文件。Folders or files of lists.")],
    edition: Annotated[str, typer.Option(help="要试的全国基准，文件夹或编号。The candidate edition.")],
    against: Annotated[
        str, typer.Option(help="现行的全国基准，默认各清单所写的。The edition in use; default: as each list says.")
    ] = "",
    format: Annotated[str, _FORMAT] = "",
    output: Annotated[list[str] | None, _OUTPUT] = None,
    lang: Annotated[Lang | None, LANG] = None,
    fail_on: Annotated[ImpactFailOn, typer.Option(help="哪种影响算失败。What exits 1.")] = ImpactFailOn.never,
    as_of: Annotated[str, AS_OF] = "",
) -> None:
    """换用一版全国基准，各清单会多出、少掉、改变什么。What another edition would change."""
    import qingdan

    outputs = asked("impact", format, output, paths)
    found = qingdan.impact(*paths, edition=edition, against=against, as_of=day_of(as_of), watch=watcher())
    write("impact", outputs, found, How(spoken(lang), today=today()))
    if found.unread:
        raise typer.Exit(UNREADABLE)
    failing = {
        ImpactFailOn.new: any(each.new for each in found.lists),
        ImpactFailOn.any: any(each.touched for each in found.lists),
        ImpactFailOn.never: False,
    }
    raise typer.Exit(FOUND if failing[fail_on] else CLEAN)
