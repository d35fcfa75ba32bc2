"""``qingdan diff``: what differs between two sides."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from qingdan.app import CLEAN, FOUND, UNREADABLE
from qingdan.app.day import day_of
from qingdan.app.language import Language, spoken

if TYPE_CHECKING:
    from qingdan.answers.differences import Diff
    from qingdan.answers.region import Region
    from qingdan.reporting.words import Lang


class DiffFormat(StrEnum):
    """How the diff is written."""

    text = "text"
    json = "json"
    markdown = "markdown"
    html = "html"


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
    format: Annotated[DiffFormat, typer.Option("--format", "-f", help="输出格式。Output format.")] = DiffFormat.text,
    lang: Annotated[Language | None, typer.Option("--lang", help="语言 zh 或 en。Language.")] = None,
    fail_on: Annotated[DiffFailOn, typer.Option(help="哪种不同算失败。What exits 1.")] = DiffFailOn.never,
    as_of: Annotated[str, typer.Option(help="以哪一天为准，默认今天。The day to judge by; today.")] = "",
    edition: Annotated[str, typer.Option(help="全国基准的编号或文件夹。An edition's id or folder.")] = "",
    show_all: Annotated[bool, typer.Option("--all", help="一方没有写的也列出。List what is silent, too.")] = False,
) -> None:
    """比较两方：全国与省、省与省、同一清单的两个修订、两版全国基准。Compare two sides."""
    import qingdan

    if others:
        region = qingdan.region(before, after, *others, as_of=day_of(as_of, lang), edition=edition)
        typer.echo(_side_by_side(region, format, spoken(lang), show_all), nl=False)
        failed = fail_on is DiffFailOn.any and region.counts["differs"]
        raise typer.Exit(UNREADABLE if not region.complete else FOUND if failed else CLEAN)
    found = qingdan.compare(before, after, as_of=day_of(as_of, lang), edition=edition)
    typer.echo(_rendered(found, format, spoken(lang), show_all), nl=False)
    if not found.complete:
        raise typer.Exit(UNREADABLE)
    failing = {
        DiffFailOn.not_allowed: found.counts("allowed")["no"],
        DiffFailOn.worse: found.counts("effect")["worse"] + found.counts("effect")["mixed"],
        DiffFailOn.any: sum(1 for each in found.differences if not found.silent(each)),
        DiffFailOn.never: 0,
    }
    raise typer.Exit(FOUND if failing[fail_on] else CLEAN)


def _rendered(found: Diff, format: DiffFormat, lang: Lang, show_all: bool) -> str:
    from qingdan.reporting import diff_html, diff_json, diff_markdown, diff_text, text

    if format is DiffFormat.json:
        return diff_json.render(found, lang)
    if format is DiffFormat.markdown:
        return diff_markdown.render(found, lang, show_all)
    if format is DiffFormat.html:
        return diff_html.render(found, lang, show_all)
    return diff_text.render(found, lang, text.ansi if sys.stdout.isatty() else text.plain, show_all)


def _side_by_side(found: Region, format: DiffFormat, lang: Lang, show_all: bool) -> str:
    from qingdan.reporting import region, text

    if format is DiffFormat.json:
        return region.render_json(found, lang)
    if format is DiffFormat.markdown:
        return region.render_markdown(found, lang, show_all)
    if format is DiffFormat.html:
        return region.render_html(found, lang, show_all)
    return region.render(found, lang, text.ansi if sys.stdout.isatty() else text.plain, show_all)
