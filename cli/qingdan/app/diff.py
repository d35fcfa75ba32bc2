"""``qingdan diff``: what differs between two sides."""

from __future__ import annotations

import datetime
import sys
from enum import StrEnum
from typing import Annotated

import typer

from qingdan.app import CLEAN, FOUND, UNREADABLE
from qingdan.app.language import Language, spoken


class DiffFormat(StrEnum):
    """How the diff is written."""

    text = "text"
    json = "json"


class DiffFailOn(StrEnum):
    """What makes the exit code 1."""

    not_allowed = "not-allowed"
    worse = "worse"
    any = "any"
    never = "never"


def diff(
    before: Annotated[str, typer.Argument(help="national、省的代码/名称/文件夹、文件，或 修订:路径。One side.")],
    after: Annotated[str, typer.Argument(help="另一方。The other side.")],
    format: Annotated[DiffFormat, typer.Option("--format", "-f", help="输出格式。Output format.")] = DiffFormat.text,
    lang: Annotated[Language | None, typer.Option("--lang", help="语言 zh 或 en。Language.")] = None,
    fail_on: Annotated[DiffFailOn, typer.Option(help="哪种不同算失败。What exits 1.")] = DiffFailOn.never,
    as_of: Annotated[str, typer.Option(help="以哪一天为准，默认今天。The day to judge by; today.")] = "",
    edition: Annotated[str, typer.Option(help="全国基准的编号或文件夹。An edition's id or folder.")] = "",
    show_all: Annotated[bool, typer.Option("--all", help="一方没有写的也列出。List what is silent, too.")] = False,
) -> None:
    """比较两方：全国与省、省与省、同一清单的两个修订、两版全国基准。Compare two sides."""
    import qingdan
    from qingdan.reporting import diff_json, diff_text, text

    language = spoken(lang)
    found = qingdan.compare(before, after, as_of=as_of or datetime.date.today().isoformat(), edition=edition)
    if format is DiffFormat.json:
        typer.echo(diff_json.render(found, language), nl=False)
    else:
        paint = text.ansi if sys.stdout.isatty() else text.plain
        typer.echo(diff_text.render(found, language, paint, show_all), nl=False)
    if found.unread:
        raise typer.Exit(UNREADABLE)
    failing = {
        DiffFailOn.not_allowed: found.counts("allowed")["no"],
        DiffFailOn.worse: found.counts("effect")["worse"] + found.counts("effect")["mixed"],
        DiffFailOn.any: len(found.differences),
        DiffFailOn.never: 0,
    }
    raise typer.Exit(FOUND if failing[fail_on] else CLEAN)
