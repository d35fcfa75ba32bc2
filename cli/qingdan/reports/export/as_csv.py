"""Guides for a spreadsheet: a line each, a column for each element."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from qingdan.model.declarations import elements
from qingdan.model.fields import model_of, words_of
from qingdan.model.registry import NameOf
from qingdan.printing.spreadsheet import BOM, row
from qingdan.printing.words import word
from qingdan.reports.export.facts import Export, GuideEntry
from qingdan.values import kind_of, registry_of
from qingdan.values.saying import Sayer, frame, has_words
from qingdan.words.grammar import Lang, bracketed, joined, reads_chinese
from qingdan.words.said import Phrases

_says = Phrases("export")

#: The columns before those of the elements.
_HEADS = Phrases("export.head")
_SPECIMEN = Phrases("export.specimen")


def lines(export: Export, lang: Lang) -> Iterator[str]:
    """Comma-separated values, a line of headings first; no cell of it is read as a formula.

    Args:
        export: The guides.
        lang: ``zh`` or ``en``.
    """
    names = export.edition.registries.name
    yield BOM + row(list(headings(lang).values()))
    for entry in export.entries:
        told = [Cell(names, name, lang).told(entry.record.get(name)) for name in elements()]
        yield row([*_head(entry, names, lang), *told])


def headings(lang: Lang) -> dict[str, str]:
    """Id of each column, in order → its heading. The elements have ids of their own: ``id`` is that of a guide."""
    heads = {id: _HEADS(id, lang) for id in _HEADS}
    chinese = reads_chinese(lang)
    return heads | {f"record.{name}": words.title if chinese else name for name, words in elements().items()}


def _head(entry: GuideEntry, names: NameOf, lang: Lang) -> list[str]:
    head, subject, source = entry.catalogue.head, entry.subject, entry.source
    sample = _says("yes" if entry.sample else "no", lang)
    specimen = _SPECIMEN(entry.specimen, lang) if entry.specimen else ""
    level = names("level", subject.level) or subject.level if reads_chinese(lang) else subject.level
    return [
        entry.id, head["name"], head["province"], subject.area, entry.place, level,
        " ".join(entry.items), sample, specimen, subject.as_of, word(source["evidence"], lang),
        word(source["seen"], lang), joined(list(_partly(entry, lang)), lang), source["title"],
        source.get("url", ""),
    ]  # fmt: skip


def _partly(entry: GuideEntry, lang: Lang) -> Iterator[str]:
    """The elements of which only a part is known."""
    for name in entry.record.get("known_in_part", []):
        if name == "all":
            yield _says("all", lang)
        else:
            yield elements()[name].title if reads_chinese(lang) and name in elements() else name


class Cell:
    """Tells an element on one line."""

    def __init__(self, names: NameOf, element: str, lang: Lang) -> None:
        self._element, self._names, self._lang = element, names, lang
        self._sayer = Sayer(lang, names, registry_of(element), printed=True)

    def told(self, value: Any) -> str:
        """A value; nothing where it is not stated."""
        return "" if value is None else self._told(value, model_of(self._element), kind_of(self._element).cell)

    def _told(self, value: Any, model: Any, cell: str) -> str:
        if isinstance(value, list):
            return "；".join(self._told(each, model, cell) for each in value) or _says("none", self._lang)
        if not isinstance(value, Mapping):
            return self._code(value)
        if cell == "phrase":
            return self._narrowed(value) + self._sayer.value([value], model)
        if cell == "name":
            return str(value["name"]) + self._by(value)
        return "；".join(self._part(key, each, model) for key, each in value.items())

    def _part(self, key: str, value: Any, model: Any) -> str:
        words, below = words_of(model)[key]
        title = words.title if reads_chinese(self._lang) else key
        return f"{title}：{self._told(value, below, 'phrase' if has_words(below) else 'parts')}"

    def _code(self, value: Any) -> str:
        """A text as it stands; a code by its name."""
        if value in ("yes", "no"):
            return _says(value, self._lang)
        named = self._names(registry_of(self._element), str(value).replace("_", "-"))
        return named if named and reads_chinese(self._lang) else str(value)

    def _narrowed(self, value: Mapping[str, Any]) -> str:
        """The channel, case or step that a value is for, with a colon."""
        parts = frame(value, self._names)
        return f"{joined(parts, self._lang)}：" if parts else ""

    def _by(self, material: Mapping[str, Any]) -> str:
        """When a paper is asked for, and that nobody need bring what the office fetches."""
        notes = [material[key] for key in ("case", "when") if key in material]
        if material.get("by") == "agency":
            notes.append(_says("fetched_by_office", self._lang))
        return bracketed("；".join(notes), self._lang) if notes else ""
