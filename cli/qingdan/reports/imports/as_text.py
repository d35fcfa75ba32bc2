"""What became of the cells of a table, for people: what was not taken as it stands, each cell with its reason."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from qingdan.findings import Finding
from qingdan.importing import Imported
from qingdan.importing.account import FATES, Accounted, Fate
from qingdan.printing import messages
from qingdan.printing.places import where
from qingdan.printing.words import SEVERITY, label
from qingdan.words.grammar import Lang, bracketed, colon, joined
from qingdan.words.said import Phrases
from qingdan.words.showing import visible

_says = Phrases("imports")
_FATES = Phrases("imports.fate")
_BECAUSE = Phrases("imports.because")
_IN_DOUBT = Phrases("found.cell")
_NOTES = Phrases("imports.note")
#: What a person has to look at, cell by cell.
_SHOWN: tuple[Fate, ...] = ("changed", "noted", "left_out")
#: So many cells of one kind are shown; the account as JSON has all of them.
_MOST = 20
_WIDEST = 40


def render(found: Imported, lang: Lang) -> str:
    """The account; the number of cells that were left out is on its last line."""
    return "".join(f"{line}\n" for line in _lines(found, lang))


def _lines(found: Imported, lang: Lang) -> Iterator[str]:
    account = found.account
    if found.mapping:
        told = {"tables": found.tables, "items": found.items, "linked": found.linked}
        yield _says("items", lang, file=visible(account.file), **told)
    else:  # the workbook of a list: no column had to be found, no name to be matched
        yield _says("items_again", lang, file=visible(account.file), tables=found.tables, items=found.items)
    for note in found.notes:
        yield _NOTES(note, lang)
    counts = account.counts
    yield joined([f"{_FATES(fate, lang)} {counts[fate]}" for fate in FATES], lang)
    if found.findings:
        yield ""
        yield _says("to_look_at", lang)
        for each in found.findings[:_MOST]:
            yield from _finding(each, lang)
        if len(found.findings) > _MOST:
            yield "  " + _says("findings", lang, n=len(found.findings) - _MOST)
    for fate in _SHOWN:
        cells = list(account.of(fate))
        if cells:
            yield ""
            yield _FATES(fate, lang) + colon(lang).rstrip()
            yield from (_cell(cell, lang) for cell in islice(cells, _MOST))
            if len(cells) > _MOST:
                yield "  " + _says("more", lang, n=len(cells) - _MOST)
    yield ""
    yield _says("left_out", lang, n=counts["left_out"])


def because(cell: Accounted, lang: Lang) -> str:
    """Why a cell was changed, noted or left out, in words."""
    return _IN_DOUBT.get(cell.because, lang) or _BECAUSE.get(cell.because, lang)


def _cell(cell: Accounted, lang: Lang) -> str:
    text = " ".join(cell.text.split())
    shown = visible(text if len(text) <= _WIDEST else text[:_WIDEST] + "…")
    why = bracketed(because(cell, lang), lang) if cell.because else ""
    place = _says("place", lang, sheet=visible(cell.sheet), address=cell.address)
    return f"  {place}  {shown}" + (f" → {cell.target}" if cell.target else "") + why


def _finding(finding: Finding, lang: Lang) -> Iterator[str]:
    place = where(finding.location, lang) if finding.location else ""
    said = f"{SEVERITY(finding.severity.word, lang)} {finding.id} {messages.message(finding, lang)}"
    yield f"  {place}  {said}"
    if finding.suggestions:
        yield f"    {label('did_you_mean', lang)}{visible(joined(finding.suggestions, lang))}"
    yield f"    {label('next', lang)}{messages.advice(finding, lang)}"
