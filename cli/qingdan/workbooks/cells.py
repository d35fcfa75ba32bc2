"""What one cell of a workbook holds, by what the model says of its field: written for people, read back the same."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Annotated, Any, Literal, Required, get_args, get_origin

from typing_extensions import get_type_hints

from qingdan.model.base import Id, Pattern, RegistryKind, Words
from qingdan.model.declarations import elements
from qingdan.model.fields import of_model, required_in, words_of
from qingdan.model.registry import Registries
from qingdan.printing.words import word
from qingdan.values.in_cells import Line, from_cell, to_cell
from qingdan.words.grammar import colon, comma, semicolon
from qingdan.words.said import Phrases
from qingdan.workbooks import texts

_YES_NO = {"yes": Phrases("export")("yes", "zh"), "no": Phrases("export")("no", "zh")}
_ALL = Phrases("export")("all", "zh")
_NONE = Phrases("value")("none", "zh")
_WHOLE = re.compile("0|[1-9][0-9]{0,11}")


@dataclass(frozen=True)
class _Signs:
    """How entries are told: what stands between them, around what their words do not say, and between its parts."""

    entry: str
    brackets: tuple[str, str]
    part: str

    @cached_property
    def shape(self) -> re.Pattern[str]:
        """An entry: its own words, and more in brackets."""
        left, right = self.brackets
        return re.compile(f"(?P<own>[^\\n]*?){left}(?P<more>[^{left}{right}\\n]+){right}")


#: Of what stands in a cell, and of what is a part of that.
_OUTER, _INNER = _Signs("\n", ("【", "】"), semicolon("zh")), _Signs("、", ("｛", "｝"), comma("zh"))


@dataclass(frozen=True)
class Field:
    """What the model says of a field that stands in one cell.

    Attributes:
        key: Its key.
        words: Its words.
        model: The typed dictionary that it, or each of its entries, is; ``None`` where it is plain.
        many: It is a list.
        whole: It is a whole number.
        codes: Its few codes, where it has such.
        registry: Whose ids it holds; empty where there is none.
        element: The element whose words tell it; empty where none does.
        longest: So many characters a text of it may have.
    """

    key: str
    words: Words
    model: object
    many: bool
    whole: bool
    codes: tuple[str, ...]
    registry: RegistryKind
    element: str
    longest: int


@cache
def fields(model: object, registry: RegistryKind = "") -> Mapping[str, Field]:
    """The fields of a typed dictionary by key.

    Args:
        model: The typed dictionary.
        registry: Whose ids its entries hold.
    """
    hints, extras = get_type_hints(model), get_type_hints(model, include_extras=True)
    found = {}
    for key, (words, below) in words_of(model).items():
        hint, many = _plain(hints[key])
        codes = tuple(map(str, get_args(hint))) if get_origin(hint) is Literal else ()
        named = words.registry or (registry if key in ("id", "kind") else "") or (key if words.declaration else "")
        if below is not None:
            named = words.registry or registry
        elif not codes and not _holds_ids(extras[key]):
            named = ""  # a text may be called like an id and mean its words
        longest = _longest(extras[key])
        found[key] = Field(key, words, below, many, hint is int, codes, named, _told_by(key, words, below), longest)
    return found


def _plain(hint: object) -> tuple[object, bool]:
    """What a hint is of, and whether it is a list of that."""
    many = False
    while get_origin(hint) in (Required, Annotated, list):
        many |= get_origin(hint) is list
        hint = get_args(hint)[0]
    return hint, many


def _longest(hint: object) -> int:
    """So many characters a text may have: what its pattern says, wherever in the hint that stands."""
    said = next((each.longest for each in getattr(hint, "__metadata__", ()) if isinstance(each, Pattern)), 0)
    return said or max(map(_longest, get_args(hint)), default=0)


def _holds_ids(hint: object) -> bool:
    """Whether ids of a registry stand in a field: what its pattern says, wherever in the hint that stands."""
    here = any(each == get_args(Id)[1] for each in getattr(hint, "__metadata__", ()))
    return here or any(map(_holds_ids, get_args(hint)))


def _told_by(key: str, words: Words, model: object) -> str:
    """The element whose words tell a field: itself, or one that lists values of its kind."""
    if words.declaration and model is not None:
        return key
    return next(iter(of_model(model)), "") if model is not None else ""


@dataclass(frozen=True)
class Cells:
    """Tells and reads what stands in cells."""

    registries: Registries

    def told(self, value: object, field: Field) -> str | int | None:
        """A value as a cell holds it; ``None`` where no cell can hold it so that it comes back."""
        if field.whole and type(value) is int and 0 <= value < 10**12:
            return value
        if value is None:
            return None
        for text in self._candidates(value, field):
            if text and text == text.strip() and texts.same(self.read(text, field), value):
                return text if len(text) <= texts.LONGEST else None
        return None

    def read(self, text: str, field: Field) -> object:
        """The value that a cell states; ``None`` where it is not certain what it says."""
        if text.startswith(texts.JSON):
            try:
                return texts.read(text)
            except ValueError:
                return None
        if field.whole:
            return int(text) if _WHOLE.fullmatch(text) else None
        if field.model is None:
            return self._plain_read(text, field)
        if field.element and not any(sign in text for sign in _INNER.brackets):
            if field.many:
                return from_cell(text, field.element, self.registries)
            return Line(field.element, self.registries).read(text)
        return self._entries_read(text, field, _OUTER)

    def choices(self, field: Field) -> dict[str, str]:
        """Id → what stands for it in a cell, of a field that holds one of a known few; none for any other."""
        if field.codes:
            return {code: self.meaning(code, field) for code in field.codes}
        return dict(self.registries.vocabulary(field.registry).names) if field.registry else {}

    def meaning(self, code: str, field: Field) -> str:
        """What a code is called."""
        if field.key in ("element", "known_in_part"):
            return elements()[code].title if code in elements() else _ALL if code == "all" else code
        rows = (row.partition(" ") for row in field.words.description.split("；"))
        described = next((said for id, _, said in rows if id == code and not said.startswith("为")), "")
        named = self.registries.name(field.registry or field.key, code)
        return _YES_NO.get(code) or described.partition("（")[0] or named or word(code, "zh")

    def _candidates(self, value: object, field: Field) -> Iterator[str]:
        """A value as a cell may have it: in words as far as they go, part by part, and as data at last."""
        entries = value if isinstance(value, list) and field.many else [value]
        if field.model is None:
            said = [self._scalar(each, field) for each in entries]
            if None not in said:
                yield "\n".join(map(str, said)) or _NONE
            yield texts.told(value)
        elif all(isinstance(each, dict) for each in entries):
            if field.element:
                text = self._in_words(value, field)
                if not text.startswith(texts.JSON):
                    yield text
            yield self._entries_told(entries, field, _OUTER)
        yield texts.data(value)

    def _in_words(self, value: object, field: Field) -> str:
        if field.many:
            return to_cell(value, field.element, self.registries)
        return Line(field.element, self.registries).told(value)

    def _scalar(self, value: object, field: Field) -> str | None:
        """A text, or a code by what it is called."""
        if not isinstance(value, str):
            return None
        meant = self.meaning(value, field) if self._coded(field) else ""
        return meant if meant and self._code(meant, field) == value else value

    def _coded(self, field: Field) -> bool:
        return bool(field.codes or field.registry) or field.key in ("element", "known_in_part")

    def _code(self, text: str, field: Field) -> str:
        """The code that is called so; empty where none is."""
        if field.key in ("element", "known_in_part"):
            codes: tuple[str, ...] = (*elements(), "all")
        else:
            codes = field.codes
        found = next((code for code in codes if self.meaning(code, field) == text), "")
        return found or self.registries.vocabulary(field.registry).named(text)

    def _plain_read(self, text: str, field: Field) -> object:
        if field.many and text == _NONE:
            return []
        lines = text.split("\n") if field.many else [text]
        read = [(self._code(line, field) if self._coded(field) else "") or line for line in lines]
        if field.codes and any(each not in field.codes for each in read):
            return None
        if not all(read):
            return None
        return read if field.many else read[0]

    def _entries_told(self, entries: list[Any], field: Field, signs: _Signs) -> str:
        return signs.entry.join(self._line(each, field, signs) for each in entries) or _NONE

    def _entries_read(self, text: str, field: Field, signs: _Signs) -> object:
        if text == _NONE and field.many:
            return []
        entries = [self._entry(each, field, signs) for each in text.split(signs.entry)]
        if None in entries or (len(entries) > 1 and not field.many):
            return None
        return entries if field.many else entries[0]

    def _line(self, entry: Mapping[str, object], field: Field, signs: _Signs) -> str:
        """An entry in a line: its own words, and behind them the rest by title."""
        known, own = fields(field.model, field.registry), _own(field.model)
        parts = [
            f"{known[key].words.title}{colon('zh')}{self._inside(value, known[key], signs)}"
            for key, value in entry.items()
            if key != own and key in known
        ]
        said = self._inside(entry[own], known[own], signs) if own and own in entry else ""
        left, right = signs.brackets
        return f"{said}{left}{signs.part.join(parts)}{right}" if parts else said

    def _inside(self, value: object, field: Field, signs: _Signs) -> str:
        """What a part of an entry says; what has parts itself is told with signs of its own."""
        if field.model is not None and signs is _OUTER:
            entries = value if isinstance(value, list) else [value]
            return self._entries_told(entries, field, _INNER) if all(isinstance(e, dict) for e in entries) else ""
        return str(self.told(value, field))

    def _entry(self, text: str, field: Field, signs: _Signs) -> object:
        known, own = fields(field.model, field.registry), _own(field.model)
        match = signs.shape.fullmatch(text)
        said, more = (match["own"], match["more"]) if match else (text, "")
        entry: dict[str, object] = {own: self.read(said, known[own])} if own and said else {}
        titles = {each.words.title: key for key, each in known.items()}
        for part in more.split(signs.part) if more else ():
            title, _, told = part.partition(colon("zh"))
            if title not in titles:
                return None
            inner = known[titles[title]]
            nested = inner.model is not None and signs is _OUTER
            entry[titles[title]] = self._entries_read(told, inner, _INNER) if nested else self.read(told, inner)
        return None if not entry or None in entry.values() else entry


def _own(model: object) -> str:
    """The part of an entry that stands first: its words, or what it must have."""
    known = words_of(model)
    return next((key for key in ("text", "name", *sorted(required_in(model))) if key in known), "")
