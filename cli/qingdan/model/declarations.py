"""The elements of an item with their declarations, read once from the model."""

from __future__ import annotations

from functools import cache
from typing import get_args

from typing_extensions import get_type_hints

from qingdan.model.base import Declaration, Words
from qingdan.model.item import Elements


@cache
def elements() -> dict[str, Words]:
    """Element name → its words and declaration, in the order of a guide."""
    return {name: words_of(hint) for name, hint in get_type_hints(Elements, include_extras=True).items()}


def words_of(hint: object) -> Words:
    """The ``Words`` in an annotation."""
    return next(extra for extra in get_args(hint)[1:] if isinstance(extra, Words))


def declaration(element: str) -> Declaration:
    """The declaration of an element.

    Raises:
        KeyError: There is no such element.
    """
    found = elements()[element].declaration
    assert found is not None  # every field of Elements is made by element()
    return found
