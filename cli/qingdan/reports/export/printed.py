"""The list as it is printed: a row each guide, the columns of ``printed.yaml``, and what a reader must know of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby, product
from pathlib import Path
from typing import Literal

from qingdan.model.declarations import elements, titled
from qingdan.model.fields import model_of, words_of
from qingdan.model.parts import Source
from qingdan.paged.sheet import Column, Group, Lines, Part, Sheet, Table, shown
from qingdan.printing.words import word
from qingdan.reading import read_document
from qingdan.reports.export.as_csv import Cell, partly
from qingdan.reports.export.facts import Export, GuideEntry
from qingdan.values import kind_of, registry_of
from qingdan.values.saying import Sayer, has_words
from qingdan.words.grammar import Lang, bracketed, colon, comma, joined, title_of
from qingdan.words.said import Phrases

_says = Phrases("printed")
_HEADS = Phrases("printed.column")
_SPECIMEN = Phrases("export.specimen")
#: What is printed in columns of its own, and what no reader of a list needs.
_APART = frozenset(("name", "aliases", "everyday_name", "codes", "exchange"))
#: Parts of a value that say what it is, and need no title.
_BARE = ("name", "text")


def sheet(export: Export, lang: Lang) -> Sheet:
    """The guides of an export as one printed sheet.

    Args:
        export: The guides.
        lang: ``zh`` or ``en``.
    """
    maker = _Maker(export, lang)
    heads = list({id(each.catalogue): each.catalogue.head for each in export.entries}.values())
    title = shown(heads[0]["name"]) if len(heads) == 1 else _says("title", lang)
    if heads and all(head["kind"] == "sample" for head in heads):
        title += _says("sample", lang)
    table = Table(tuple(maker.columns()), tuple(maker.groups(len(heads) > 1)))
    sources = Part(_says("sources", lang), tuple(maker.listed()), numbered=True)
    notes = Part(_says("notes", lang), tuple(_notes(maker, [head["kind"] for head in heads])), numbered=True)
    parts = (Part(table=table), *([sources] if maker.apart else []), notes)
    return Sheet(lang, export.as_of, "", title, tuple(maker.below()), parts)


class _Maker:
    """Makes the parts of the sheet, each knowing which columns and sources there are."""

    def __init__(self, export: Export, lang: Lang) -> None:
        self.export, self.lang = export, lang
        self.used = [name for name, column in _columns().items() if any(map(column.stated, export.entries))]
        self.sources = list({_cited(entry.source, lang): None for entry in export.entries})
        origins = {self._origin(entry) for entry in export.entries}
        #: Whether guides are of different sources or days, so that each says which.
        self.apart = len(self.sources) > 1 or len(origins) > 1

    def columns(self) -> Iterator[Column]:
        yield Column(_HEADS("number", self.lang), 5)
        yield Column(_HEADS("name", self.lang), 12)
        for name in self.used:
            yield Column(_columns()[name].title(name, self.lang), _columns()[name].share)
        if self.apart:
            yield Column(_HEADS("source", self.lang), 8)

    def groups(self, several: bool) -> Iterator[Group]:
        """The rows by place; ``several``: of several lists, and each is named."""
        entries = list(enumerate(self.export.entries, 1))
        places = groupby(entries, lambda row: (id(row[1].catalogue), row[1].place))
        found = [(list(rows)) for _, rows in places]
        for rows in found:
            entry = rows[0][1]
            names = [entry.catalogue.head["name"]] * several + [entry.place]
            title = colon(self.lang).join(map(shown, names)) if len(found) > 1 else ""
            yield Group(title, tuple(self._row(number, each) for number, each in rows))

    def _row(self, number: int, entry: GuideEntry) -> tuple[Lines, ...]:
        cells = [(str(number),), (shown(entry.name), shown(entry.subject.id))]
        cells += [tuple(map(shown, _columns()[name].told(entry, self.export, self.lang))) for name in self.used]
        if self.apart:
            mark = f"〔{self.sources.index(_cited(entry.source, self.lang)) + 1}〕"
            cells.append((mark, *self._origin(entry)))
        return tuple(cells)

    def _origin(self, entry: GuideEntry) -> Lines:
        """How well a guide is known, of which day it is, and whether it is one to go by."""
        source, lang = entry.source, self.lang
        lines = [_says("evidence", lang, evidence=word(source["evidence"], lang), seen=word(source["seen"], lang))]
        day = entry.subject.as_of
        lines.append(_says("as_of", lang, day=day) if day else _says("not_dated", lang))
        parts = list(partly(entry, lang))
        lines += [_says("only_part", lang, parts=joined(parts, lang))] * bool(parts)
        if entry.specimen not in ("", "undated"):
            lines.append(_says("specimen", lang, why=_SPECIMEN(entry.specimen, lang)))
        return tuple(map(shown, lines))

    def below(self) -> Iterator[str]:
        """Source and day, where they are the same for all; always the day of the sheet."""
        made = _says("made", self.lang, day=self.export.as_of)
        if self.apart or not self.export.entries:
            yield made
            return
        yield _says("source", self.lang, source=self.sources[0])
        yield comma(self.lang).join((*self._origin(self.export.entries[0]), made))

    def listed(self) -> Iterator[str]:
        yield from self.sources

    def empty(self) -> list[str]:
        """The columns that would be empty."""
        return [column.title(name, self.lang) for name, column in _columns().items() if name not in self.used]

    def left(self) -> list[str]:
        """Titles of the elements, and parts of them, that some guide states and that are not printed."""
        printed = {element for column in _columns().values() for element in column.elements} | _APART
        stated = {element for entry in self.export.entries for element in entry.record}
        parts: dict[str, dict[str, None]] = {}
        for column, entry in product(_columns().values(), self.export.entries):
            for element, key in column.left(entry):
                words, _ = words_of(model_of(element))[key]
                parts.setdefault(element, {})[title_of(words.title, key, self.lang)] = None
        return [
            titled(element, self.lang)
            + (bracketed(joined(list(parts[element]), self.lang), self.lang) if element in parts else "")
            for element in elements()
            if element in stated - printed or element in parts
        ]


def _notes(maker: _Maker, kinds: Sequence[str]) -> Iterator[str]:
    lang = maker.lang
    if "sample" in kinds:
        yield _says("note_sample", lang)
    if {"archive", "collection"} & set(kinds):
        yield _says("note_collection", lang)
    yield _says("note_made", lang, day=maker.export.as_of)
    yield _says("note_empty", lang)
    if empty := maker.empty():
        yield _says("note_columns", lang, columns=joined(empty, lang))
    if left := maker.left():
        yield _says("note_more", lang, elements=joined(left, lang))
    if unread := maker.export.unread:
        yield _says("note_unread", lang, names=joined([shown(name) for name in unread], lang))


def _cited(source: Source, lang: Lang) -> str:
    """A source as it is cited."""
    more = [str(source[key]) for key in ("publisher", "number", "date", "url") if key in source]
    return shown(source["title"] + (bracketed(comma(lang).join(more), lang) if more else ""))


@dataclass(frozen=True)
class _Printed:
    """A column of the printed list: its elements, the parts of them that are printed, its width, how entries stand."""

    elements: tuple[str, ...]
    share: int
    list: Literal["numbered", "inline", "lines"]
    only: tuple[str, ...] = ()

    def title(self, name: str, lang: Lang) -> str:
        """Its heading: that of its element, or its own where it has several."""
        return _HEADS(name, lang) if name in _HEADS else titled(self.elements[0], lang)

    def stated(self, entry: GuideEntry) -> bool:
        """Whether a guide says anything of it."""
        return any(self._kept(entry, element) is not None for element in self.elements)

    def _kept(self, entry: GuideEntry, element: str) -> object:
        """What is printed of an element; ``None`` where nothing is stated of it."""
        value: object = entry.record.get(element)
        if not self.only or not isinstance(value, Mapping):
            return value
        return {key: value[key] for key in self.only if key in value} or None

    def left(self, entry: GuideEntry) -> Iterator[tuple[str, str]]:
        """Element and part of what a guide states of it and is not printed."""
        for element in self.elements if self.only else ():
            value: object = entry.record.get(element)
            if isinstance(value, Mapping):
                yield from ((element, key) for key in value if key not in self.only)

    def told(self, entry: GuideEntry, export: Export, lang: Lang) -> Iterator[str]:
        """What a guide says of it, line by line; nothing where it says nothing."""
        for element in self.elements:
            value = self._kept(entry, element)
            if value is not None:
                lines = list(_told(element, value, export, lang, self.list))
                if len(self.elements) > 1:
                    lines[0] = titled(element, lang) + colon(lang) + lines[0]
                yield from lines


@cache
def _columns() -> Mapping[str, _Printed]:
    """Column → what is printed in it."""
    file = Path(__file__).with_name("printed.yaml")
    rows = read_document(file.name, file.read_bytes()).value
    return {
        name: _Printed(tuple(row["elements"]), row["share"], row["list"], tuple(row.get("only", ())))
        for name, row in rows.items()
    }


def _told(element: str, value: object, export: Export, lang: Lang, how: str) -> Iterator[str]:
    """The lines of a value: a list as its column wants it, parts of a record each on its own."""
    names, fills, model = export.edition.registries.name, kind_of(element).cell, model_of(element)
    cell = Cell(Sayer(lang, names, registry_of(element), printed=True), model)
    if isinstance(value, list) and value:
        entries = [cell.told(each, fills) for each in value]
        counted = how == "numbered" and len(entries) > 1
        told = [f"{number}. {each}" for number, each in enumerate(entries, 1)] if counted else entries
        yield from [joined(told, lang)] if how == "inline" else told
    elif isinstance(value, Mapping) and not has_words(model):
        for key, each in value.items():
            words, _ = words_of(model)[key]
            said = cell.parts({key: each}).partition("：")[2]
            yield said if key in _BARE else title_of(words.title, key, lang) + colon(lang) + said
    else:
        yield cell.told(value, fills)
