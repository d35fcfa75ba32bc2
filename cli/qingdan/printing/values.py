"""What stood there and what stands there now, as a person would say both: of long values only what differs."""

from __future__ import annotations

from collections.abc import Iterator

from qingdan.model.fields import model_of, part_words
from qingdan.model.registry import NameOf
from qingdan.values import registry_of
from qingdan.values.saying import Sayer, has_words, say
from qingdan.words.grammar import Lang, bracketed, joined


def pair(element: str, before: object, after: object, lang: Lang, names: NameOf) -> tuple[str, str]:
    """Both values of an element, or of a member of it, in words that differ where the values do.

    Args:
        element: The element, or what a record or a list says of itself beside its elements: ``status``.
        before: What the older version states, ``None`` where it states nothing.
        after: What the newer one states.
        lang: ``zh`` or ``en``.
        names: What registries call an id.
    """
    sayer = Sayer(lang, names, registry_of(element))
    if part := part_words(element):
        return sayer.coded(before, part, None), sayer.coded(after, part, None)
    printed = tuple(say(_printed(value), lang, names, element) for value in (before, after))
    said = printed
    if printed[0] == printed[1]:  # the words stayed: the ids or parameters beside them tell what differs
        said = tuple(say(value, lang, names, element) for value in (before, after))
    if before is None or after is None or (said[0] != said[1] and _whole(element, before)):
        return said[0], said[1]
    rows = list(_Differing(sayer, lang).of(before, after, model_of(element)))
    if not rows:
        return said[0], said[1]
    old, new = (joined([row[at] for row in rows], lang) for at in (0, 1))
    return old, new


def _whole(element: str, value: object) -> bool:
    """Whether a value is said as one, and not part by part."""
    return not isinstance(value, dict) or has_words(model_of(element))


def _printed(value: object) -> object:
    """Members as the page prints them, where it does: the registry's own name stands back."""
    if isinstance(value, list):
        return [_printed(each) for each in value]
    if not isinstance(value, dict):
        return value
    hidden = {"id"} if "name" in value or "text" in value else set()
    if "text" in value and isinstance(value.get("value"), int):
        hidden.add("value")  # the parameter of a criterion stands in its words
    return {key: _printed(each) if key == "any_of" else each for key, each in value.items() if key not in hidden}


def one_line(value: object) -> object:
    """The value with every text on one line."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, list):
        return [one_line(each) for each in value]
    return {key: one_line(each) for key, each in value.items()} if isinstance(value, dict) else value


class _Differing:
    """The fields in which two values differ; of two lists of one length, entry by entry."""

    def __init__(self, sayer: Sayer, lang: Lang) -> None:
        self._sayer, self._lang = sayer, lang

    def of(self, before: object, after: object, model: object) -> Iterator[tuple[str, str]]:
        """What each side says of what differs."""
        if isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
            for old, new in zip(before, after, strict=True):
                if old != new:
                    yield self._entry(old, new, model)
        elif isinstance(before, dict) and isinstance(after, dict):
            for key in dict.fromkeys([*before, *after]):
                if before.get(key) != after.get(key):
                    old, new = (self._sayer.field(key, side.get(key), model) for side in (before, after))
                    yield old, new
        else:
            yield self._sayer.coded(before, None, model), self._sayer.coded(after, None, model)

    def _entry(self, old: object, new: object, model: object) -> tuple[str, str]:
        inner = list(self.of(old, new, model))
        name = self._sayer.value(new, model)
        first, second = (name + bracketed(joined([row[at] for row in inner], self._lang), self._lang) for at in (0, 1))
        return first, second
