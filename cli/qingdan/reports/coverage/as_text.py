"""Coverage for a person at a terminal: a line a list, then the matrix with a narrow column a list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from qingdan.printing.frame import width
from qingdan.printing.paint import Paint, plain
from qingdan.printing.words import day_said, label
from qingdan.reports.coverage.cells import STATUSES
from qingdan.reports.coverage.counting import Summary
from qingdan.reports.coverage.facts import Column, Coverage
from qingdan.reports.coverage.words import counts_of, keys, reason, result, said, share
from qingdan.words.grammar import Lang, bracketed, joined
from qingdan.words.showing import visible

#: One column wide in every terminal: circles and ticks are wide in some and narrow in others.
SIGNS = {"covered": "#", "partly": "+", "missing": "x", "not_applicable": "-", "unknown": "."}
_STYLE = {"covered": "good", "partly": "warning", "missing": "error", "not_applicable": "dim", "unknown": "dim"}
_RESULT = ("met", "part_met", "not_met", "unknown")
#: Longer names are cut: the id in front of them tells which one it is.
_LONGEST = 36


def render(coverage: Coverage, lang: Lang, paint: Paint = plain, only: str = "", today: str = "") -> str:
    """The whole of it.

    Args:
        coverage: The matrix.
        lang: ``zh`` or ``en``.
        paint: Colours for a terminal, or none.
        only: Id of an official list whose rows take the place of the national items.
        today: The day that it is in Beijing; empty where nobody need be told.
    """
    lines = [
        paint(said(f"title_{coverage.scope}", lang) + bracketed(day_said(coverage.as_of, today, lang), lang), "bold"),
        "",
    ]
    lines.extend(_columns(coverage, lang, paint))
    lines.extend(_numbers(coverage, lang))
    lines.extend(_lists(coverage, lang))
    rows = _rows(coverage, only)
    lines.extend(_matrix(coverage, rows, only, lang, paint))
    lines.extend(_reasons(coverage, only, lang))
    lines.extend(_end(coverage, lang, paint))
    return "\n".join(lines) + "\n"


def _columns(coverage: Coverage, lang: Lang, paint: Paint) -> Iterator[str]:
    """How many items stand how in each list, and whether what was decided is met."""
    heads = ["", said("column" if coverage.scope == "nation" else "place", lang)]
    heads += [said(status, lang) for status in STATUSES] + [said("result", lang)]
    table = [
        [key, _named(column, lang), *_statuses(column.summary), result(column.summary.counts, lang)]
        for key, column in zip(keys(coverage), coverage.columns, strict=True)
    ]
    words = [column.summary.counts.word for column in coverage.columns]
    total = coverage.total
    table.append(["", said("total", lang), *_statuses(total), result(total.counts, lang)])
    lines = list(_table(heads, table, left=(0, 1, len(heads) - 1)))
    yield paint(lines[0], "bold")
    for line, code in zip(lines[1:], [*words, total.counts.word], strict=True):
        yield paint(line, "dim" if code == "unknown" else "error") if code in ("unknown", "not_met") else line
    yield ""


def _named(column: Column, lang: Lang) -> str:
    name = visible(column.name)
    return name + (bracketed(said(column.not_counted, lang), lang) if column.not_counted else "")


def _statuses(summary: Summary) -> list[str]:
    return [str(summary.statuses[status]) for status in STATUSES]


def _numbers(coverage: Coverage, lang: Lang) -> Iterator[str]:
    """The counts of validation beside each list."""
    rows = [(key, column.summary) for key, column in zip(keys(coverage), coverage.columns, strict=True)]
    rows.append((said("total", lang), coverage.total))
    table, heads = [], []
    for key, summary in rows:
        counts = counts_of(summary.counts)
        heads = ["", *(said(code, lang) for code in counts)]
        table.append([key, *(str(count) for count in counts.values())])
    yield said("numbers", lang)
    yield from _table(heads, table, left=(0,))
    yield ""


def _lists(coverage: Coverage, lang: Lang) -> Iterator[str]:
    """How many rows of each official list are covered, in whatever way, of those that an item stands for."""
    if not coverage.lists:
        return
    letters = [chr(ord("A") + at) for at in range(len(coverage.lists))]
    yield said("lists", lang)
    for letter, found in zip(letters, coverage.lists.values(), strict=True):
        yield f"  {letter} {visible(found['name'])}  {visible(found['id'])}"
    rows = [(key, column.summary) for key, column in zip(keys(coverage), coverage.columns, strict=True)]
    rows.append((said("total", lang), coverage.total))
    table = [[key, *(_covered(summary, name) for name in coverage.lists)] for key, summary in rows]
    yield from _table(["", *letters], table, left=(0,))
    yield ""


def _covered(summary: Summary, name: str) -> str:
    found = summary.lists.get(name)
    if not found:
        return "-"
    covered = found["exact"] + found["wider"] + found["part"]
    return f"{covered}/{sum(found.values()) - found['not_applicable']}"


def _rows(coverage: Coverage, only: str) -> dict[str, str]:
    if not only:
        return coverage.items
    return {row["id"]: row["name"] for row in coverage.lists[only]["rows"] if row is not None}


def _matrix(coverage: Coverage, rows: dict[str, str], only: str, lang: Lang, paint: Paint) -> Iterator[str]:
    yield visible(coverage.lists[only]["name"]) if only else said("matrix", lang)
    names = {id: f"{visible(id)} {visible(name)}" for id, name in rows.items()}
    names = {id: _cut(name) for id, name in names.items()}
    first = max((width(name) for name in names.values()), default=0)
    marks = keys(coverage)
    for at in range(max((len(key) for key in marks), default=0)):
        yield " " * (first + 2) + " ".join(key[at] for key in marks)
    for id, name in names.items():
        found = [_status(column, id, only) for column in coverage.columns]
        signs = " ".join(paint(SIGNS[status], _STYLE[status]) for status in found)
        yield name + " " * (first - width(name) + 2) + signs
    yield joined([f"{sign} {said(status, lang)}" for status, sign in SIGNS.items()], lang)
    yield ""


def _status(column: Column, id: str, only: str) -> str:
    if only:
        row = column.rows.get(only, {}).get(id)
        return row.status if row else "not_applicable"
    return column.cells[id].standing.status if id in column.cells else "not_applicable"


def _cut(name: str) -> str:
    if width(name) <= _LONGEST:
        return name
    while width(name) > _LONGEST - 2:
        name = name[:-1]
    return name + ".."


def _reasons(coverage: Coverage, only: str, lang: Lang) -> Iterator[str]:
    """What is not simply covered, with its reason; what is unknown needs no more words than the notes at the end."""
    marks = [key.strip() for key in keys(coverage)]
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for key, column in zip(marks, coverage.columns, strict=True):
        stands = column.rows.get(only, {}) if only else {id: cell.standing for id, cell in column.cells.items()}
        for id, standing in stands.items():
            if standing.because and standing.status != "unknown":
                found[f"{SIGNS[standing.status]} {reason(standing, lang)}", key].append(visible(id))
    alike: dict[tuple[str, str], list[str]] = defaultdict(list)
    for (told, key), ids in found.items():
        alike[told, joined(ids, lang)].append(key)
    if alike:
        yield said("because", lang)
        for (told, listed), where in alike.items():
            yield f"  {said('all', lang) if where == marks else ' '.join(where)} {told}{label('', lang)}{listed}"
        yield ""


def _end(coverage: Coverage, lang: Lang, paint: Paint) -> Iterator[str]:
    total, counting = coverage.total, coverage.counting
    yield paint(said("indicators", lang) + bracketed(said("counted", lang, n=len(counting)), lang), "bold")
    for indicator in total.indicators:
        yield f"  {said(f'indicator_{indicator.name}', lang)}  {share(indicator, lang)}"
    words = coverage.words
    yield "  " + joined([f"{said(word, lang)} {words[word]}" for word in _RESULT], lang)
    for note in ("partial_note", "undecided_note", "part_note"):
        yield said(note, lang)
    if coverage.unread:
        told = said("unread_files", lang) + label("", lang) + visible(joined(coverage.unread, lang))
        yield paint(told, "error")


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]], left: Sequence[int]) -> Iterator[str]:
    """Lines of a table, aligned by the columns that a terminal shows."""
    every = [heads, *rows]
    widths = [max(width(row[at]) for row in every) for at in range(len(heads))]
    for row in every:
        cells = []
        for at, (cell, wide) in enumerate(zip(row, widths, strict=True)):
            space = " " * (wide - width(cell))
            cells.append(cell + space if at in left else space + cell)
        yield "  ".join(cells).rstrip()
