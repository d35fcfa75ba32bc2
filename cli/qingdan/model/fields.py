"""The parts of a value by their own words: what the models say of their fields."""

from __future__ import annotations

from functools import cache
from typing import Literal, Required, get_args, get_origin

from typing_extensions import get_type_hints

from qingdan.model.base import Words
from qingdan.model.catalogue import CatalogueHead, Row
from qingdan.model.declarations import elements
from qingdan.model.elements import Elements
from qingdan.model.item import Item


def model_of(element: str) -> object:
    """The typed dictionary of an element, or of its entries; ``None`` where it is plain text."""
    return words_of(Elements)[element][1]


@cache
def lists(element: str) -> bool:
    """Whether an element is a list of entries."""
    origin: object = get_origin(get_type_hints(Elements)[element])
    return origin is list


@cache
def may_be(element: str, code: str) -> bool:
    """Whether an element may be a code: some hold fewer than their registry has."""
    hint = get_type_hints(Elements)[element]
    origin: object = get_origin(hint)
    return origin is not Literal or code in get_args(hint)


@cache
def of_model(*models: object) -> tuple[str, ...]:
    """The elements that are, or list, values of some typed dictionaries."""
    return tuple(name for name in elements() if model_of(name) in models)


def part_words(key: str) -> Words | None:
    """The words of what a record or a list says of itself; ``None`` for an element and for what nobody knows."""
    models = () if key in elements() else (Item, Row, CatalogueHead)
    return next((words_of(model)[key][0] for model in models if key in words_of(model)), None)


@cache
def words_of(model: object) -> dict[str, tuple[Words, object]]:
    """Key of a typed dictionary → its words, and the typed dictionary that it holds."""
    plain, extra = get_type_hints(model), get_type_hints(model, include_extras=True)
    found = {}
    for key, hint in extra.items():
        while get_origin(hint) is not None and not hasattr(hint, "__metadata__"):
            hint = get_args(hint)[0]  # Required[Annotated[...]]
        words = next((each for each in getattr(hint, "__metadata__", ()) if isinstance(each, Words)), None)
        if words:
            found[key] = (words, _dictionary(plain[key]))
    return found


@cache
def required_in(model: object) -> frozenset[str]:
    """The keys that every record of a typed dictionary has."""
    hints = get_type_hints(model, include_extras=True)
    origins: dict[str, object] = {key: get_origin(hint) for key, hint in hints.items()}
    return frozenset(key for key, origin in origins.items() if origin is Required)


@cache
def hidden_in(model: object) -> dict[str, str]:
    """Key of a typed dictionary that no reader is shown → why."""
    return {key: words.hidden for key, (words, _) in words_of(model).items() if words.hidden}


def _dictionary(hint: object) -> object:
    while get_origin(hint) is list:
        hint = get_args(hint)[0]
    return hint if hasattr(hint, "__annotations__") and isinstance(hint, type) and issubclass(hint, dict) else None
