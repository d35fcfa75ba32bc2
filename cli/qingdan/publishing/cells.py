"""What a guide's page is put together from: cells, blocks, and how its values are told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from qingdan.loading.edition import Edition
from qingdan.model.declarations import called
from qingdan.model.item import Record
from qingdan.model.parts import Material
from qingdan.model.registry import NameOf
from qingdan.model.values import Limit
from qingdan.publishing.site import Guide
from qingdan.publishing.text import Run, phones, web_link
from qingdan.publishing.words import told
from qingdan.values.saying import Sayer, frame, say
from qingdan.values.unasked import unasked
from qingdan.words.grammar import Lang, joined


@dataclass(frozen=True)
class Cell:
    """One cell or line: runs of text, some of them links."""

    runs: tuple[Run, ...]

    def __str__(self) -> str:
        return "".join(run.text for run in self.runs)


Layout = Literal["lines", "pairs", "table", "questions"]


@dataclass(frozen=True)
class Block:
    """One section of a page.

    Attributes:
        id: Its anchor.
        title: Its heading.
        kind: How it is laid out.
        rows: Lines, pairs of a word and a text, table rows, or questions with answers.
        heads: Of a table.
    """

    id: str
    title: str
    kind: Layout
    rows: tuple[tuple[Cell, ...], ...]
    heads: tuple[str, ...] = ()


def within(entry: Mapping[str, object], text: str, names: NameOf, lang: Lang) -> str:
    """A value with the channel, case or step that it is for before it."""
    parts = frame(entry, names)
    parts = [part for part in parts if not text.startswith(part)]  # 公示：公示7日 says one word twice
    return joined(parts, lang) + told("colon", lang) + text if parts else text


def always_asked(material: Material) -> bool:
    """Whether everybody brings a paper, whatever the case."""
    needed = material.get("necessity", "required") == "required" and not material.keys() & {"when", "case"}
    return needed and not unasked(material)


class Teller:
    """Tells the values of one guide; telephones and addresses are links where people may go by it."""

    def __init__(self, guide: Guide, edition: Edition, lang: Lang) -> None:
        self._guide, self._edition, self._names, self._lang = guide, edition, edition.registries.name, lang
        self._record: Record = guide.subject.record
        self._live = not guide.specimen

    def _asked(self) -> list[Material]:
        return [each for each in self._record.get("materials", []) if each.get("by") != "agency"]

    def _called(self, material: Material) -> str:
        """A paper as the place prints it; alternatives where it has no name of its own."""
        return self._list([material]) if "any_of" in material and not material["name"] else material["name"]

    def _told(self, name: str, **values: object) -> str:
        return told(name, self._lang, **values)

    def _word(self, element: str) -> str:
        """What citizens call an element."""
        return called(element, self._lang)

    def _say(self, element: str) -> str:
        return say(self._record.get(element), self._lang, self._names, element, printed=True)

    def _list(self, entries: list[object]) -> str:
        return say(entries, self._lang, self._names)

    def _entry(self, entry: Mapping[str, object], element: str) -> str:
        """One of several values in the words of the text, before it the channel, case or step that it is for."""
        text = say([entry], self._lang, self._names, element, printed=True)
        return within(entry, text, self._names, self._lang)

    def _limit(self, limit: Limit) -> str:
        """A limit of time that is a part of something, in the words of the text."""
        text = Sayer(self._lang, self._names, "", printed=True).value(limit, Limit)
        return within(limit, text, self._names, self._lang)

    def _cell(self, text: object) -> Cell:
        return Cell(tuple(phones(str(text), self._live, self._record.get("languages", ()))))

    def _link(self, text: str, url: str) -> Cell:
        href = web_link(url) if self._live else ""
        return Cell((Run(text, href),) if href or not url else (Run(f"{text} {url}" if text != url else url),))

    def _line(self, *texts: object) -> tuple[Cell, ...]:
        return tuple(text if isinstance(text, Cell) else self._cell(text) for text in texts)
