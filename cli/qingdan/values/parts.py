"""The parts of a value, each by what it can hold: yes or no, a number, a date, a code, a limit, a name, words.

``contact.hours``, ``online.available`` and ``materials.copies`` are such parts. What is not certain is not read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Literal, Required, get_args, get_origin

from typing_extensions import get_type_hints

from qingdan.model.base import Date, Id, Pattern, Words
from qingdan.model.fields import model_of, words_of
from qingdan.model.parts import CrossRegion, Material, Online
from qingdan.model.registry import Registries
from qingdan.model.values import Limit
from qingdan.values import copies, dates, hours, limits, phones, registry_of
from qingdan.values.context import Context

#: Words for yes and no, as columns of yes or no hold them.
_YES = frozenset("是 有 可 可以 能 支持 已进驻 进驻 需要 √ ✓ ✔ Y y 1 yes Yes YES 是的 已开通 开通".split())
_NO = frozenset("否 无 不可 不可以 不能 不支持 未进驻 不进驻 不需要 × ✗ ✘ N n 0 no No NO 不是 未开通".split())
#: Where in the house to go, printed behind the address: …请到该地址的办事服务窗口办理。
_WINDOW = re.compile("(?P<address>[^。]+?)[。，,]?请到该地址的(?P<window>[^。]{1,60}?)办理[。.]?")
_LIST = re.compile(r"[、,，;；\n]+")


def yes_or_no(text: str) -> str:
    """``yes``, ``no`` or nothing.

    >>> yes_or_no("是"), yes_or_no("不支持"), yes_or_no("部分支持")
    ('yes', 'no', '')
    """
    return "yes" if text in _YES else "no" if text in _NO else ""


@dataclass(frozen=True, slots=True)
class _Slot:
    """What a part holds: its words, its type, the pattern of its text, and whether it is a list."""

    words: Words
    holds: Any
    pattern: Pattern | None
    many: bool


def read(text: str, element: str, part: str, registries: Registries) -> dict[str, object]:
    """A part of an element, and any other part that its words state; empty where it is not certain what they say.

    Args:
        text: As printed, tidy.
        element: The element.
        part: The key of the part.
        registries: Ids, names and aliases of the edition.
    """
    if own := _OWN.get((element, part)) or _OWN.get(("", part)):
        return own(text)
    slot = _slots(model_of(element)).get(part)
    if slot is None:
        return {}
    if slot.many:
        value: object = [each for each in map(str.strip, _LIST.split(text)) if each] if slot.holds is str else None
    else:
        value = _value(text, slot, Context(registries, element), part)
    return {part: value} if value or value == 0 else {}


def whole(text: str, element: str, registries: Registries) -> dict[str, object] | None:
    """What a text says of all of an element whose parts stand in columns of their own: 是, 全程网办, 全省通办.

    ``None`` for elements of which a text says no such thing.
    """
    line, model = " ".join(text.split()), model_of(element)
    if model is Online and (said := yes_or_no(line)):
        return {"available": said}
    part = {Online: "depth", CrossRegion: "scope"}.get(model)  # type: ignore[call-overload]
    if part is None:
        return None
    return {**read(line, element, part, registries), "text": line}


def _value(text: str, slot: _Slot, context: Context, part: str) -> object:
    """One value; nothing where it is not certain."""
    line = " ".join(text.split())
    if slot.holds is Limit:
        return limits.read(line, context)
    if get_origin(slot.holds) is Literal:
        return _code(line, frozenset(get_args(slot.holds)), slot.words, context)
    if slot.holds is int:
        return int(line) if re.fullmatch("0|[1-9][0-9]{0,8}", line) else None
    if slot.pattern is not None and slot.pattern == _DATE:
        return dates.read(line)
    if slot.pattern is not None and slot.pattern == _ID:
        own = context.registries.vocabulary(slot.words.registry or "").named(line)
        return own or context.registries.vocabulary(registry_of(context.element)).named(line)
    if slot.holds is not str or slot.pattern is None:
        return None  # what has parts of its own
    shown = text if slot.pattern.lines else line
    return shown if len(shown) <= slot.pattern.longest and re.fullmatch(slot.pattern.expression, shown) else None


def _code(line: str, codes: frozenset[str], words: Words, context: Context | None) -> str:
    """A code by itself, or by the name that a list or the description of the part gives to it."""
    if codes == {"yes", "no"}:
        return yes_or_no(line)
    if line in codes:
        return line
    if context and words.registry and (id := context.registries.vocabulary(words.registry).named(line)) in codes:
        return id
    rows = (row.partition(" ") for row in words.description.split("；"))
    return next((code for code, _, meaning in rows if code in codes and meaning == line), "")


@cache
def _slots(model: Any) -> Mapping[str, _Slot]:
    """Part → what it holds."""
    hints, found = get_type_hints(model, include_extras=True), {}
    for key, (words, _) in words_of(model).items():
        holds: Any = hints[key]
        many, pattern = False, None
        while (origin := _origin(holds)) in (Required, list, Annotated):
            many = many or origin is list
            pattern = next((each for each in getattr(holds, "__metadata__", ()) if isinstance(each, Pattern)), pattern)
            holds = get_args(holds)[0]
        found[key] = _Slot(words, holds, pattern, many)
    return found


def _origin(hint: Any) -> Any:
    return get_origin(hint)


def _pattern(hint: Any) -> Pattern:
    return next(each for each in hint.__metadata__ if isinstance(each, Pattern))


_DATE, _ID = _pattern(Date), _pattern(Id)


def _address(text: str) -> dict[str, object]:
    line = " ".join(text.split())
    match = _WINDOW.fullmatch(line)
    return {key: part.strip() for key, part in match.groupdict().items()} if match else {"address": line}


def _copies(text: str) -> dict[str, object]:
    """How many; where more is said all of it stays beside the number as a note."""
    read: dict[str, object] = {**copies.read(text)}
    if not read and (found := copies.among(text)) is not None:
        read["copies"] = found
    return read if copies.read(text) else {**read, "note": " ".join(text.split())}


_DEGREE = re.compile(r"(?P<degree>必要|非必要)(?:\s*[(（]\s*(?P<when>[^()（）]+?)[。.]?\s*[)）])?", re.DOTALL)


def _necessity(text: str) -> dict[str, object]:
    """Whether a paper is asked; of one that is not necessary a bracket says when it is all the same."""
    match = _DEGREE.fullmatch(text.strip())
    if not match:
        slot = _slots(Material)["necessity"]
        code = _code(text.strip(), frozenset(get_args(slot.holds)), slot.words, None)
        return {"necessity": code} if code else {}
    if match["degree"] == "必要":
        return {} if match["when"] else {"necessity": "required"}
    return (
        {"necessity": "conditional", "when": " ".join(match["when"].split())}
        if match["when"]
        else {"necessity": "optional"}
    )


#: Parts that are read in a way of their own; for any element where none is named.
_OWN: Mapping[tuple[str, str], Callable[[str], dict[str, object]]] = {
    ("", "hours"): lambda text: {"hours": hours.read(text)},
    ("", "phone"): lambda text: {"phone": phones.read(text)} if phones.is_number(text) else {},
    ("contact", "address"): _address,
    ("materials", "copies"): _copies,
    ("materials", "necessity"): _necessity,
}
