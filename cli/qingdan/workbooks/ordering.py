"""The order of the keys of a file: that of the model, and behind them what it does not know, by the alphabet."""

from __future__ import annotations

from functools import cache

from qingdan.model.fields import words_of
from qingdan.model.files import MODELS
from qingdan.workbooks.kinds import implied

#: What stands first, so that a person sees whose record it is.
_FIRST = ("schema", "area", "zone", "id", "item", "status", "because", "name", "implements")


def in_order(name: str, value: object) -> object:
    """A file with its keys in order, at every depth; its data stay the same.

    Args:
        name: Its path in the folder of the list.
        value: What was read of it.
    """
    stated = value.get("schema") if isinstance(value, dict) else None
    schema = stated if isinstance(stated, str) else implied(name)
    return _ordered(value, MODELS.get(schema.partition("/")[0]))


def _ordered(value: object, model: object) -> object:
    if isinstance(value, dict):
        ranks, below = _ranks(model)
        ordered = sorted(value, key=lambda key: (ranks.get(key, len(ranks)), key))
        return {key: _ordered(value[key], below.get(key)) for key in ordered}
    if isinstance(value, list):
        return [_ordered(each, model) for each in value]
    return value


@cache
def _ranks(model: object) -> tuple[dict[str, int], dict[str, object]]:
    """Key → its rank, and the model below it, of a typed dictionary; nothing of what is none."""
    words = words_of(model) if model is not None else {}
    first = [key for key in _FIRST if key in words] if "id" in words or "schema" in words else []
    keys = dict.fromkeys((*first, *words))
    return {key: rank for rank, key in enumerate(keys)}, {key: below for key, (_, below) in words.items()}
