"""The dashboard of coverage: a picture and the table behind it, both drawn from the one report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from qingdan.loading.opening import known_divisions
from qingdan.publishing.site import Province, Site
from qingdan.publishing.words import told
from qingdan.reports.coverage.cells import STATUSES, Standing
from qingdan.reports.coverage.facts import Column, Coverage
from qingdan.reports.coverage.words import counts_of, reason, result, said, share
from qingdan.words.grammar import Lang

#: Side of a square of the picture, room for the names at its left and top.
SIDE, LEFT, TOP = 14, 190, 52


@dataclass(frozen=True)
class Bar:
    """One list: a bar of its items by status.

    Attributes:
        name: Of the province.
        url: Of its page.
        mark: Why it is in no total; empty where it counts.
        aged: What is to be known of its texts: an archive, or none of the last two years; empty otherwise.
        parts: Status, where its part begins and how long it is, in items.
        numbers: Status → items.
        counts: Counts of what was judged.
        word: Whether what was asked is met, in words.
    """

    name: str
    url: str
    mark: str
    aged: str
    parts: tuple[tuple[str, int, int], ...]
    numbers: Mapping[str, int]
    counts: Mapping[str, int]
    word: str


@dataclass(frozen=True)
class Dashboard:
    """The whole of it.

    Attributes:
        bars: The lists in order.
        width: How many items there are.
        total: Status → items in all lists that count.
        counts: Counts of what was judged in all lists that count.
        indicators: What is shared, and the share as two counts.
        words: How many lists meet what was decided, do not, or are not known.
        rows: National item, its name, and a standing and a remark for each list.
        picture: Status → path of its squares.
        size: Width and height of the picture.
        labels: x, y and text at its top and at its left.
    """

    bars: tuple[Bar, ...]
    width: int
    total: Mapping[str, int]
    counts: Mapping[str, int]
    indicators: tuple[tuple[str, str], ...]
    words: tuple[tuple[str, int], ...]
    rows: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...]
    picture: Mapping[str, str]
    size: tuple[int, int]
    tops: tuple[tuple[int, int, str], ...]
    lefts: tuple[tuple[int, int, str], ...]


def dashboard(site: Site, lang: Lang) -> Dashboard:
    """What the page of coverage shows."""
    coverage = site.coverage
    total = coverage.total
    names = {province.section.label: province for province in site.provinces}
    columns, items = coverage.columns, list(coverage.items.items())
    return Dashboard(
        tuple(_bar(column, names[column.label], lang) for column in columns),
        len(items),
        {status: total.statuses[status] for status in STATUSES},
        counts_of(total.counts),
        tuple((said(f"indicator_{each.name}", lang), share(each, lang)) for each in total.indicators),
        tuple((said(word, lang), coverage.words[word]) for word in ("met", "part_met", "not_met", "unknown")),
        tuple((id, name, tuple(_cell(column, id, lang) for column in columns)) for id, name in items),
        _picture(coverage),
        (LEFT + SIDE * len(columns) + 2, TOP + SIDE * len(items) + 2),
        tuple((LEFT + SIDE * at, 0, _brief(column)) for at, column in enumerate(columns)),
        tuple((LEFT - 6, TOP + SIDE * at + SIDE - 4, _fitted(name)) for at, (_, name) in enumerate(items)),
    )


def _bar(column: Column, province: Province, lang: Lang) -> Bar:
    numbers: dict[str, int] = {status: column.summary.statuses[status] for status in STATUSES}
    mark = said(column.not_counted, lang) if column.not_counted else ""
    counts, word = counts_of(column.summary.counts), result(column.summary.counts, lang)
    here = province.here
    return Bar(here.name, here.url, mark, _aged(province, lang), tuple(_parts(numbers)), numbers, counts, word)


def _aged(province: Province, lang: Lang) -> str:
    if province.catalogue.head["kind"] == "archive":
        return told("mark_archive", lang)
    old = all(guide.specimen not in ("", "not_yet") for guide in province.guides)
    return told("only_old", lang) if old and not province.sample else ""


def _parts(numbers: Mapping[str, int]) -> Iterator[tuple[str, int, int]]:
    start = 0
    for status, number in numbers.items():
        if number:
            yield status, start, number
        start += number


def _cell(column: Column, id: str, lang: Lang) -> tuple[str, str]:
    standing = column.cells[id].standing if id in column.cells else Standing("not_applicable")
    # what was not collected is said once, above the table
    why = "" if standing.because in ("", "partial_list", "no_row") else reason(standing, lang)
    return standing.status, why


def _picture(coverage: Coverage) -> dict[str, str]:
    """One path for each status: small, and nothing in it that a policy against inline styles would refuse."""
    paths: dict[str, list[str]] = {status: [] for status in STATUSES}
    for across, column in enumerate(coverage.columns):
        for down, id in enumerate(coverage.items):
            status = column.cells[id].standing.status if id in column.cells else "not_applicable"
            x, y, side = LEFT + SIDE * across, TOP + SIDE * down, SIDE - 2
            paths[status].append(f"M{x} {y}h{side}v{side}h-{side}z")
    return {status: "".join(squares) for status, squares in paths.items() if squares}


def _brief(column: Column) -> str:
    """The name of a province in two or three characters."""
    division = known_divisions().get(column.area)
    name = division.name if division else column.name
    return name[:3] if name.startswith(("黑龙江", "内蒙古")) else name[:2]


def _fitted(name: str) -> str:
    """A name as long as the room at the left of the picture; the table has it in full."""
    return name if len(name) <= 14 else name[:13] + "…"
