"""Guides for a spreadsheet: a line each, a column for each element."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from qingdan.model.declarations import elements
from qingdan.model.fields import model_of, words_of
from qingdan.model.registry import NameOf
from qingdan.printing.spreadsheet import BOM, row
from qingdan.printing.words import word
from qingdan.reports.export.facts import Export, GuideEntry
from qingdan.values import kind_of, registry_of
from qingdan.values.cells import Fills, as_parts, as_phrase
from qingdan.values.saying import Sayer, frame, has_words
from qingdan.words.grammar import Lang, joined, reads_chinese
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
        yield row([*_head(entry, names, lang), *(_told(entry, name, names, lang) for name in elements())])


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
    place = [entry.id, head["name"], head["province"], subject.area, entry.place, level, " ".join(entry.items)]
    seen = [word(source["evidence"], lang), word(source["seen"], lang), joined(list(partly(entry, lang)), lang)]
    return [*place, sample, specimen, subject.as_of, *seen, source["title"], source.get("url", "")]


def partly(entry: GuideEntry, lang: Lang) -> Iterator[str]:
    """The elements of which only a part is known."""
    for name in entry.record.get("known_in_part", []):
        if name == "all":
            yield _says("all", lang)
        else:
            yield elements()[name].title if reads_chinese(lang) and name in elements() else name


def _told(entry: GuideEntry, element: str, names: NameOf, lang: Lang) -> str:
    cell = Cell(Sayer(lang, names, registry_of(element), printed=True), model_of(element))
    return cell.told(entry.record.get(element), kind_of(element).cell)


class Cell:
    """Tells a value of some model on one line."""

    def __init__(self, sayer: Sayer, model: object) -> None:
        self._sayer, self._model, self.lang = sayer, model, sayer.lang

    def told(self, value: object, fills: Fills) -> str:
        """A value, each entry of it as its kind fills a cell; nothing where it is not stated."""
        if value is None:
            return ""
        if isinstance(value, list):
            return "；".join(self.told(each, fills) for each in value) or _says("none", self.lang)
        return fills(value, self) if isinstance(value, Mapping) else self._code(value)

    def phrase(self, entry: Mapping[str, object]) -> str:
        """As one phrase, behind the channel, case or step that it is for."""
        before = joined(frame(entry, self._sayer.names), self.lang)
        return (f"{before}：" if before else "") + self._sayer.value([entry], self._model)

    def parts(self, entry: Mapping[str, object]) -> str:
        """Part by part, each with its title."""
        return "；".join(self._part(key, each) for key, each in entry.items())

    def _part(self, key: str, value: object) -> str:
        words, below = words_of(self._model)[key]
        title = words.title if reads_chinese(self.lang) else key
        return f"{title}：{Cell(self._sayer, below).told(value, as_phrase if has_words(below) else as_parts)}"

    def _code(self, value: object) -> str:
        """A text as it stands; a code by its name."""
        if value in ("yes", "no"):
            return _says(value, self.lang)
        named = self._sayer.names(self._sayer.registry, str(value).replace("_", "-"))
        return named if named and reads_chinese(self.lang) else str(value)
