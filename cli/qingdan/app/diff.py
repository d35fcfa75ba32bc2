"""``qingdan diff``: what differs between two sides."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from qingdan.app import CLEAN, FOUND, UNREADABLE
from qingdan.app.day import AS_OF, day_of, today
from qingdan.app.language import LANG, spoken
from qingdan.app.outputs import asked, format_option, output_option, write
from qingdan.reports.formats import How
from qingdan.words.grammar import Lang

_FORMAT, _OUTPUT = format_option("diff"), output_option()


class DiffFailOn(StrEnum):
    """What makes the exit code 1."""

    not_allowed = "not-allowed"
    worse = "worse"
    any = "any"
    never = "never"


def diff(
    before: Annotated[str, typer.Argument(help="national、省、省/地方、文件夹、文件，或 修订:其中之一。One side.")],
    after: Annotated[str, typer.Argument(help="另一方。The other side.")],
    others: Annotated[list[str] | None, typer.Argument(help="再有几个省，就并排看。More provinces.")] = None,
    format: Annotated[str, _FORMAT] = "",
    output: Annotated[list[str] | None, _OUTPUT] = None,
    lang: Annotated[Lang | None, LANG] = None,
    fail_on: Annotated[DiffFailOn, typer.Option(help="哪种不同算失败。What exits 1.")] = DiffFailOn.never,
    as_of: Annotated[str, AS_OF] = "",
    edition: Annotated[str, typer.Option(help="全国基准的编号或文件夹。An edition's id or folder.")] = "",
    province: Annotated[str, typer.Option(help="表格文件是哪个省的清单。Whose list a table is.")] = "",
    show_all: Annotated[bool, typer.Option("--all", help="一方没有写的也列出，长的列全。List all in full.")] = False,
) -> None:
    """比较两方：全国与省、省与省、同一清单的两个修订、两版全国基准。Compare two sides."""
    import qingdan

    outputs = asked("diff", format, output, [before, after, *(others or ())])
    day, how = day_of(as_of), How(spoken(lang), today=today(), silent=show_all)
    if others:
        region = qingdan.region(before, after, *others, as_of=day, edition=edition)
        write("region", outputs, region, how)
        failed = fail_on is DiffFailOn.any and region.counts["differs"]
        raise typer.Exit(UNREADABLE if not region.complete else FOUND if failed else CLEAN)
    found = qingdan.compare(before, after, as_of=day, edition=edition, province=province)
    write("diff", outputs, found, how)
    if not found.complete:
        raise typer.Exit(UNREADABLE)
    failing = {
        DiffFailOn.not_allowed: found.counts("allowed")["no"],
        DiffFailOn.worse: found.counts("effect")["worse"] + found.counts("effect")["mixed"],
        DiffFailOn.any: sum(1 for each in found.differences if not found.silent(each)),
        DiffFailOn.never: 0,
    }
    raise typer.Exit(FOUND if failing[fail_on] else CLEAN)
