"""What stands in a cell → the value of an element: what is not certain stays as it is printed, and is said to be.

How a text is read lives with its kind, in ``qingdan.values``. Here it is put together: what the place that the text was
copied from has left in it, boxes, entries one by one, and what to do with an entry that nobody can read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from qingdan.importing.account import Fate
from qingdan.model.fields import lists, may_be, model_of, required_in, words_of
from qingdan.model.registry import Registries
from qingdan.model.values import Citation, strings
from qingdan.values import kind_of, parts, reader_of, registry_of
from qingdan.values.context import Context
from qingdan.values.in_cells import Line, from_cell
from qingdan.values.name import KIND as NAME
from qingdan.values.pieces import taken_apart
from qingdan.values.saying import has_words
from qingdan.values.ticks import has_boxes, ticked
from qingdan.values.tidied import Tidied, tidied

#: Between the steps of a chain. Of a dash nobody knows, unless it stands between three steps that are words.
_CHAIN = re.compile("[→➔➝⇒]|-{1,2}>|—+>?")
_ARROW = re.compile(r"\s*([→➔➝⇒])\s*")
_DASHED = re.compile("[\u4e00-\u9fff、]{1,12}(?:[-－–][\u4e00-\u9fff、]{1,12}){2,}")
_DASH = re.compile("[-－–]")
#: Blanks in the name of a matter, which has none.
_INSIDE = re.compile("(?<=[\u4e00-\u9fff])\\s+(?=[\u4e00-\u9fff])")
_ROWS = re.compile(r"[\n；;]+")
#: What says in words that there is nothing, and signs that may as well stand where nobody has filled in anything.
_NONE, _BLANK = ("无", "无需", "不需要", "无需提供", "无要求"), ("/", "\\", "-", "—", "——")
#: What stands in a cell that this project has written: parts by title, or JSON.
_OURS = re.compile(r"【[^【】\n]+：[^【】\n]+】$|\A[\[{]", re.MULTILINE)
#: Behind the same words a remark: 个人（患慢性疾病的）.
_REMARKED = re.compile(r"(?P<who>[^()（）]+?)\s*[(（].*[)）]", re.DOTALL)
#: What changed more than blanks comes first in what is told.
_SOFT = ("", "hidden", "spaces")
#: No text of an entry may be longer.
_LONGEST = 2000
#: So many texts that were read are kept: in a list the same ones stand again and again.
_KEPT = 16384


class Reading(NamedTuple):
    """What was read of a cell.

    Attributes:
        value: The value; ``None`` where nothing was taken.
        fate: What became of the cell.
        because: Why it was changed, noted or left out.
    """

    value: object
    fate: Fate
    because: str = ""


class _Held:
    """Registries as a key: the same ones are the same."""

    def __init__(self, registries: Registries) -> None:
        self.registries = registries

    def __hash__(self) -> int:
        return id(self.registries)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Held) and other.registries is self.registries


def read(text: str, target: str, registries: Registries) -> Reading:
    """The value that a cell states.

    Args:
        text: What it shows.
        target: An element, or a part of one.
        registries: Ids, names and aliases of the edition.
    """
    found = _read(text, target, _Held(registries))
    if len(text) > _LONGEST and any(len(each) > _LONGEST for each in strings(found.value)):
        return Reading(None, "noted", "too_long")
    if type(found.value) in (list, dict):
        return Reading(_copied(found.value), found.fate, found.because)
    return found


def _copied(value: Any) -> Any:
    """A value that nobody else holds."""
    if type(value) is list:
        return [_copied(each) for each in value]
    if type(value) is not dict:
        return value
    copy = value.copy()
    for key, each in value.items():
        if type(each) is list or type(each) is dict:
            copy[key] = _copied(each)
    return copy


@lru_cache(maxsize=_KEPT)
def _read(text: str, target: str, held: _Held) -> Reading:
    element, _, part = target.partition(".")
    tidy = tidied(text)
    if not tidy.text:
        return Reading(None, "left_out", "hidden")
    if _OURS.search(tidy.text) and not part and model_of(element) is not None:
        ours = from_cell(tidy.text, element, held.registries)
        if _holds(ours, element):
            return _taken(ours, tidy.because)
    if model_of(element) is None and not part and not held.registries.vocabulary(element).names:
        return _text(tidy, element)
    chosen = ticked(tidy.text)
    if chosen == []:
        return Reading(None, "noted", "unticked")
    if chosen:
        tidy = Tidied("\n".join(chosen), "ticked")
    if chosen and len(chosen) > 1 and not part and not lists(element):
        return Reading(None, "noted", "unread")
    if part:
        return _part(tidy, element, part, held.registries)
    if model_of(element) is None:
        codes = held.registries.vocabulary(element)
        id = tidy.text if tidy.text in codes.names else codes.named(tidy.text)
        if not id or not may_be(element, id):
            return Reading(None, "noted", "unread")
        return _taken(id, tidy.because if id == tidy.text or tidy.because not in _SOFT else "code")
    if lists(element):
        return _list(tidy, element, held.registries, chosen is None and has_boxes(tidy.text))
    value = parts.whole(tidy.text, element, held.registries) or from_cell(tidy.text, element, held.registries)
    return _taken(value, tidy.because) if isinstance(value, dict) else Reading(None, "noted", "unread")


def _holds(value: object, element: str) -> bool:
    """Whether an element can hold what stands in a cell as data: a record, or a list of them."""
    entries = value if lists(element) and isinstance(value, list) else [value]
    return isinstance(value, list) == lists(element) and all(isinstance(each, Mapping) for each in entries)


def _taken(value: object, because: str) -> Reading:
    return Reading(value, "changed" if because else "taken", because)


def _text(tidy: Tidied, element: str) -> Reading:
    """A text as it stands, on one line; several names one by one."""
    said = _INSIDE.sub("", tidy.text) if kind_of(element) is NAME else tidy.text
    rows = [" ".join(row.split()) for row in (_ROWS.split(said) if lists(element) else [said])]
    because = tidy.because or ("taken_apart" if len(rows) > 1 else "spaces" if rows != [tidy.text] else "")
    return _taken(rows if lists(element) else rows[0], because)


def _part(tidy: Tidied, element: str, part: str, registries: Registries) -> Reading:
    """A part of an element, as a record of it."""
    text = "、".join(tidy.text.split("\n")) if tidy.because == "ticked" else tidy.text
    value = parts.read(text, element, part, registries)
    if not value:
        return Reading(None, "noted", "unread")
    own, line = value.get(part), " ".join(tidy.text.split())
    if own is None:
        why = "unread"  # its words stand in another part, as they are printed
    elif len(value) > 1 or isinstance(own, list):
        why = "taken_apart"
    elif isinstance(own, str) and own in (line, tidy.text):
        why = "" if own == tidy.text else "spaces"
    else:
        why = _PUT_RIGHT.get(part, "code" if isinstance(own, str) else "figure")
    return _taken(value, tidy.because if tidy.because not in _SOFT else why or tidy.because)


#: Part → the word for what is put right in its text.
_PUT_RIGHT = {"hours": "clock", "phone": "phone", "published_on": "date", "changed_on": "date"}


def _list(tidy: Tidied, element: str, registries: Registries, unclear: bool) -> Reading:
    """The entries of a list. One that is not read stays as printed where the element can hold a text."""
    text = tidy.text
    if text in _BLANK:
        return Reading(None, "noted", "nothing")
    if text in _NONE:
        # of what is asked it says that nothing is; elsewhere it may as well mean that nobody has filled it in
        asked = kind_of(element).members
        return Reading([], "taken") if asked and asked.apart else Reading(None, "noted", "nothing")
    reading = _Entries(element, registries, unclear)
    entries = reading.of(text)
    if entries is None:
        return Reading(None, "noted", reading.because or "unread")
    because = reading.because
    if because != "unread":
        because = tidy.because if tidy.because not in _SOFT else because or tidy.because
    return _taken(entries, because)


class _Entries:
    """Reads the entries of a list, and knows what it had to do for it."""

    def __init__(self, element: str, registries: Registries, unclear: bool) -> None:
        self.model = model_of(element)
        self.kind = reader_of(element)
        self.context = Context(registries, element)
        self.line = Line(element, registries)
        self._names = registry_of(element)
        self.because = ""
        self._unclear = unclear
        self._holds_text = "text" in words_of(self.model) and not required_in(self.model)

    def of(self, text: str) -> list[object] | None:
        """The entries that a text states; ``None`` where there are none, or one cannot be kept."""
        broken = "".join(text.split())
        if broken != text and self._names and self.context.registries.vocabulary(self._names).named(broken):
            self.because = "wrapped"
            return [self.line.read(broken)]
        whole = None if self._unclear or "\n" in text else self._several(text)  # a line is an entry of its own
        if whole is not None:
            return self._told(whole, text)
        apart = taken_apart(_ARROW.sub(r"\1", text), self.context.element)
        if not apart.entries:
            self.because = "nothing"
            return None
        if self._unclear or any(each.endswith(("：", ":")) for each in apart.entries):
            return self._as_text(text)  # a head that says of whom or when, or boxes that are not read
        found: list[object] = []
        pieces = apart.entries
        if not has_words(self.model) and len(pieces) == 1:  # of several lines each is a step, whatever stands in it
            pieces = _steps(pieces[0])
        for piece in pieces:
            entries = self._entries(piece)
            if entries is None:
                return None
            found += entries
        if not found:
            self.because = "nothing"
            return None
        if not self.because:
            self.because = "furniture" if apart.without else ""
        return self._told(found, text)

    def _entries(self, piece: str) -> Sequence[object] | None:
        if not has_words(self.model):
            return [{"name": piece}] if "name" in words_of(self.model) else None
        if (several := self._several(piece)) is not None:
            return several
        entry = self.line.read(piece)
        return [entry] if isinstance(entry, Mapping) else self._as_text(piece)

    def _several(self, text: str) -> Sequence[object] | None:
        return self.kind.several(text, self.context) if self.kind.several and has_words(self.model) else None

    def _as_text(self, text: str) -> list[object] | None:
        """A text that is not read, where the element can hold one."""
        self.because = "unread"
        line = " ".join(text.split())
        if self._holds_text:
            return [{"text": line}]
        holds = _TEXT_IN.get(self.context.element)
        return [holds(line)] if holds else None

    def _told(self, entries: Sequence[object], text: str) -> list[object]:
        """The entries, each once, and why they are not the text as it stands."""
        once = list(_once(entries))
        if self.because:
            pass
        elif any(number not in text for number in self._numbers(once)):
            self.because = "number"
        elif len(once) < len(entries):
            self.because = "twice"
        elif len(once) > 1 or not (_stands(once[0], text) or self.line.told(once[0]) == text):
            self.because = "taken_apart"
        return once

    def _numbers(self, entries: Sequence[object]) -> Iterator[str]:
        """The numbers of documents that are cited."""
        for entry in entries:
            if self.model is Citation and isinstance(entry, Mapping) and "number" in entry:
                yield str(entry["number"])


#: Element whose entries hold no text of their own → an entry that does.
_TEXT_IN: Mapping[str, Callable[[str], object]] = {"conditions": lambda text: {"any_of": [{"text": text}]}}


def _stands(entry: object, text: str) -> bool:
    """Whether an entry has a text as it stands, but for the marks of a title and of a number behind it."""
    if isinstance(entry, Mapping):
        own = any(_stands(each, text) for each in entry.values())
        return own or _bare("".join(map(str, entry.values()))) == _bare(text)
    return any(_stands(each, text) for each in entry) if isinstance(entry, list) else entry == text


def _bare(text: str) -> str:
    return re.sub(r"[《》（）()\s]", "", text)


def _steps(piece: str) -> list[str]:
    """The steps of a chain: 受理→审核→办结."""
    between = _DASH if _DASHED.fullmatch(piece) else _CHAIN
    return [step.strip() for step in between.split(piece) if step.strip()]


def _once(entries: Sequence[object]) -> Iterator[object]:
    """Each entry once. Who stands there with a remark, and once more without it, is said to be the one with it."""
    people = [each for each in entries if isinstance(each, Mapping) and "text" in each and "unit" not in each]
    remarked = {match["who"] for each in people if (match := _REMARKED.fullmatch(str(each["text"])))}
    told: set[str] = set()
    for entry in entries:
        who, said = (entry.get("text") if isinstance(entry, Mapping) else None), repr(entry)
        if said not in told and who not in remarked:
            told.add(said)
            yield entry
