"""What stood there and what stands there now, as a person would say both: of long values only what differs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, get_args, get_origin

from typing_extensions import get_type_hints

from qingdan.model.base import Words
from qingdan.model.item import Elements
from qingdan.model.values import Months
from qingdan.reporting.escape import visible
from qingdan.reporting.saying import say
from qingdan.reporting.words import Lang, joined, label

Names = Mapping[str, str]
_YES_NO = {"yes": ("是", "yes"), "no": ("否", "no")}


def pair(element: str, before: Any, after: Any, lang: Lang, names: Names) -> tuple[str, str]:
    """Both values of an element, or of a member of it, in words.

    Args:
        element: The element.
        before: What the older version states, ``None`` where it states nothing.
        after: What the newer one states.
        lang: ``zh`` or ``en``.
        names: Ids of registries → names.
    """
    model = _model(element)
    printed = (_said(_printed(before), model, lang, names), _said(_printed(after), model, lang, names))
    said = printed
    if printed[0] == printed[1]:  # the words stayed: the ids or parameters beside them tell what differs
        said = (_said(before, model, lang, names), _said(after, model, lang, names))
    if before is None or after is None or (said[0] != said[1] and not isinstance(before, dict)):
        return said
    rows = list(_differing(before, after, model, lang, names))
    if not rows:
        return said
    old, new = (joined([row[at] for row in rows], lang) for at in (0, 1))
    return old, new


def _printed(value: Any) -> Any:
    """Members as the page prints them, where it does: the registry's own name stands back."""
    if isinstance(value, list):
        return [_printed(each) for each in value]
    if not isinstance(value, dict):
        return value
    hidden = {"id"} if "name" in value or "text" in value else set()
    if "text" in value and isinstance(value.get("value"), int):
        hidden.add("value")  # the parameter of a criterion stands in its words
    return {key: _printed(each) if key == "any_of" else each for key, each in value.items() if key not in hidden}


def _model(element: str) -> Any:
    """The typed dictionary of an element, or of its members; ``None`` where it is plain text."""
    hint = get_type_hints(Elements).get(element)
    return _dictionary(hint)


def _dictionary(hint: Any) -> Any:
    while get_origin(hint) is list:
        hint = get_args(hint)[0]
    return hint if hasattr(hint, "__annotations__") and isinstance(hint, type) and issubclass(hint, dict) else None


def _words(model: Any) -> dict[str, tuple[Words, Any]]:
    """Key of a typed dictionary → its words and what it holds."""
    plain, extra = get_type_hints(model), get_type_hints(model, include_extras=True)
    found = {}
    for key, hint in extra.items():
        while get_origin(hint) is not None and not hasattr(hint, "__metadata__"):
            hint = get_args(hint)[0]  # Required[Annotated[...]]
        words = next((each for each in getattr(hint, "__metadata__", ()) if isinstance(each, Words)), None)
        if words:
            found[key] = (words, _dictionary(plain[key]))
    return found


def _said(value: Any, model: Any, lang: Lang, names: Names) -> str:
    """A value in words; what ``say`` has no words for is told field by field."""
    value = one_line(value)
    if isinstance(value, list):
        return joined([_said(each, model, lang, names) for each in value], lang) or say(value, lang, names)
    if isinstance(value, dict):
        return _one(value, model, lang, names) or _fields(value, model, lang, names)
    return say(names.get(value, value) if isinstance(value, str) else value, lang, names)


def _one(value: Mapping[str, Any], model: Any, lang: Lang, names: Names) -> str:
    """One entry, with what bounds it and by what it is counted."""
    return say(value, lang, names, "months" if model is Months else "").strip()


def one_line(value: Any) -> Any:
    """The value with every text on one line."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, list):
        return [one_line(each) for each in value]
    return {key: one_line(each) for key, each in value.items()} if isinstance(value, dict) else value


def _fields(value: Mapping[str, Any], model: Any, lang: Lang, names: Names) -> str:
    rows = (_field(key, each, model, lang, names) for key, each in value.items())
    return ("；" if lang == "zh" else "; ").join(rows)


def _differing(before: Any, after: Any, model: Any, lang: Lang, names: Names) -> Iterator[tuple[str, str]]:
    """The fields in which two dictionaries differ; of two lists of one length, entry by entry."""
    if isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        for old, new in zip(before, after, strict=True):
            if old != new:
                inner = list(_differing(old, new, model, lang, names))
                name = say(new, lang, names)
                texts = (joined([row[at] for row in inner], lang) for at in (0, 1))
                first, second = (f"{name}（{text}）" if lang == "zh" else f"{name} ({text})" for text in texts)
                yield first, second
    elif isinstance(before, dict) and isinstance(after, dict):
        for key in dict.fromkeys([*before, *after]):
            if before.get(key) != after.get(key):
                old, new = (_field(key, side.get(key), model, lang, names) for side in (before, after))
                yield old, new
    else:
        yield _said(before, model, lang, names), _said(after, model, lang, names)


def _field(key: str, value: Any, model: Any, lang: Lang, names: Names) -> str:
    words, below = (_words(model).get(key) if model else None) or (None, None)
    title = words.title if words and lang == "zh" else key.replace("_", " ")
    return visible(title) + label("", lang) + _coded(value, words, below, lang, names)


def _coded(value: Any, words: Words | None, below: Any, lang: Lang, names: Names) -> str:
    """A code in the words of its own description (``required 必要；optional 非必要``), anything else as it is said."""
    if isinstance(value, str):
        if value in _YES_NO:
            return _YES_NO[value][0 if lang == "zh" else 1]
        rows = (row.partition(" ") for row in words.description.split("；")) if words and lang == "zh" else ()
        told = {code: meaning for code, space, meaning in rows if space and code.isascii()}
        if value in told:
            return told[value]
    return _said(value, below, lang, names)
