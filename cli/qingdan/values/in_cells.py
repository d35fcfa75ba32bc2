"""A value as the text of one cell that a person can read and write, and back: what was put in comes out.

An entry stands in a line of its own, in the words in which a guide prints it. What these words do not say for sure
stands behind them by title: ``当场办结【渠道：窗口】``. Where that would not bring back the same value, the cell has
the value as JSON instead: nothing is lost, and nothing is guessed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from qingdan.model.base import Words
from qingdan.model.fields import lists, model_of, words_of
from qingdan.model.registry import Registries
from qingdan.values import reader_of, registry_of
from qingdan.values.context import Context
from qingdan.values.saying import Sayer, has_words
from qingdan.words.grammar import colon, semicolon
from qingdan.words.said import Phrases

_NONE = Phrases("value")("none", "zh")
#: With what a value begins that is written as JSON, and no text that is not.
_JSON = ("{", "[", '"')
_MORE = re.compile("(?P<words>[^\\n]*?)【(?P<more>[^【】\\n]+)】")


def to_cell(value: object, element: str, registries: Registries) -> str:
    """A value of an element as the text of a cell; empty where it is not stated.

    Args:
        value: As it stands in a file whose structure is sound; ``None`` where it is not stated.
        element: The element.
        registries: Ids, names and aliases of the edition.
    """
    if value is None:
        return ""
    line = Line(element, registries)
    entries = value if isinstance(value, list) else [value]
    text = "\n".join(map(line.told, entries)) if entries else _NONE
    return text if from_cell(text, element, registries) == value else json.dumps(value, ensure_ascii=False)


def from_cell(text: str, element: str, registries: Registries) -> object:
    """The value that a cell states; ``None`` where it is empty, or where it is not certain what it says.

    Args:
        text: What stands in the cell; an entry a line.
        element: The element.
        registries: Ids, names and aliases of the edition.
    """
    if not text:
        return None
    if text.startswith(_JSON):
        try:
            value: object = json.loads(text)
        except (ValueError, RecursionError):
            return None
        return value
    line = Line(element, registries)
    if not lists(element):
        return line.read(text)
    if text == _NONE:
        return []
    entries = [line.read(each) for each in text.split("\n")]
    return None if None in entries else entries


@dataclass(frozen=True, slots=True)
class Line:
    """Tells and reads the entries of one element, a line each."""

    element: str
    registries: Registries

    def told(self, entry: object) -> str:
        """An entry in a line."""
        if not isinstance(entry, Mapping):
            return str(entry)
        own = next((str(entry[key]) for key in ("text", "name") if entry.get(key)), "")
        line = ""
        for words in filter(None, (own, self._said(entry) if has_words(model_of(self.element)) else "")):
            line = self._with_more(words, entry)
            if self.read(line) == entry:
                return line
        bare = self._with_more("", entry)
        return bare if self.read(bare) == entry else line or bare

    def _with_more(self, words: str, entry: Mapping[str, object]) -> str:
        """Words, and behind them what they do not say."""
        known = self._known(words)
        more = semicolon("zh").join(self._told(key, each) for key, each in entry.items() if known.get(key) != each)
        return f"{words}【{more}】" if more else words

    def read(self, line: str) -> object:
        """The entry of a line; ``None`` where it is not certain what it says."""
        match = _MORE.fullmatch(line)
        if match is None or model_of(self.element) is None:  # a plain text has no parts: 【急】 is of its words
            return self._words(line)
        parts = dict(self._parts(match["more"]))
        return {**self._known(match["words"]), **parts} if parts else None

    def _known(self, words: str) -> Mapping[str, object]:
        """What the words of a line say for certain; else the words alone."""
        known = self._words(words)
        own = next((key for key in ("text", "name") if key in self._titles()), "")
        return known if isinstance(known, Mapping) else {own: words} if own and words else {}

    def _words(self, line: str) -> Any:
        model = model_of(self.element)
        if not line.strip():
            return None
        if model is not None and not has_words(model):
            return {"name": line} if "name" in self._titles() else None
        entry = reader_of(self.element).read(line, Context(self.registries, self.element))
        if model is not None and not isinstance(entry, Mapping):
            return None  # words are no record
        if not isinstance(entry, Mapping) or len(entry) == 1 or entry.get("text") != line:
            return entry
        bare = {key: each for key, each in entry.items() if key != "text"}
        return bare if self._said(bare) == line else entry

    def _said(self, entry: Mapping[str, object]) -> str:
        sayer = Sayer("zh", self.registries.name, registry_of(self.element), printed=True)
        return sayer.value(entry, model_of(self.element))

    def _told(self, key: str, value: object) -> str:
        words = self._titles()[key]
        named = next(filter(None, (self.registries.name(each, str(value)) for each in self._lists(key, words))), "")
        return f"{words.title}{colon('zh')}{named or _codes(words).get(str(value), value)}"

    def _parts(self, told: str) -> Iterator[tuple[str, object]]:
        """Key and value of what stands behind the words; nothing where a title is none."""
        keys = {words.title: (key, words) for key, words in self._titles().items()}
        for part in told.split(semicolon("zh")):
            title, _, value = part.partition(colon("zh"))
            if title not in keys:
                return
            key, words = keys[title]
            found = (self.registries.vocabulary(each).named(value) for each in self._lists(key, words))
            id = next(filter(None, found), "")
            codes = {meaning: code for code, meaning in _codes(words).items()}
            number = int(value) if re.fullmatch("0|[1-9][0-9]{0,11}", value) else value
            yield key, id or codes.get(value, number)

    def _lists(self, key: str, words: Words) -> tuple[str, ...]:
        """The registries in which what a part holds may have a name."""
        return tuple(filter(None, (words.registry, registry_of(self.element) if key == "kind" else "")))

    def _titles(self) -> dict[str, Words]:
        return {key: words for key, (words, _) in words_of(model_of(self.element)).items()}


def _codes(words: Words) -> dict[str, str]:
    """Code → its meaning, of a part that describes its codes: ``required 必要；optional 非必要``."""
    rows = (row.partition(" ") for row in words.description.split("；"))
    return {code: meaning for code, space, meaning in rows if space and code.isascii()}
