"""The JSON Schemas as they are read: the validators, their errors as plain data, and what stands at a place."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from qingdan.model.files import ENTRIES, MAJOR
from qingdan.model.likeness import closest
from qingdan.model.registry import plain
from qingdan.reading import data_folder

Pointer = tuple[str | int, ...]
#: More places below than this, and naming them would be guessing.
_MOST_PLACES = 3


@dataclass(frozen=True, slots=True)
class Fault:
    """One error of a schema validator: the keyword that failed, its value, and where."""

    keyword: str
    expected: Any
    pointer: Pointer
    found: Any


@cache
def schema(name: str) -> dict[str, Any]:
    """The JSON Schema of one kind of file, read once: a file may hold hundreds of faults that ask for it."""
    value: dict[str, Any] = json.loads((data_folder("schemas") / MAJOR / f"{name}.schema.json").read_bytes())
    return value


@cache
def validator(name: str) -> Any:
    """The compiled validator of one kind of file."""
    try:
        import jsonschema_rs
    except ImportError:
        return fallback(schema(name))
    return jsonschema_rs.Draft202012Validator(schema(name))


def fallback(value: dict[str, Any]) -> Any:
    """The same check by jsonschema, whose ``$`` would also match before a last line feed."""
    from jsonschema import Draft202012Validator, ValidationError, validators

    def pattern(_: Any, expression: str, instance: Any, __: Any) -> Iterator[ValidationError]:
        if isinstance(instance, str) and not re.search(expression.removesuffix("$") + r"\Z", instance):
            yield ValidationError(f"{instance!r} does not match {expression!r}")

    strict: Any = validators.extend(Draft202012Validator, {"pattern": pattern})  # type: ignore[no-untyped-call]
    return strict(value)


def faults(name: str, value: Any) -> Iterator[Fault]:
    """The errors of a value against the schema of one kind of file.

    Args:
        name: A kind of file, such as ``items``.
        value: The value that was read.
    """
    check = validator(name)
    if check.is_valid(value):
        return
    for error in check.iter_errors(value):
        kind = getattr(error, "kind", None)
        if kind is not None:
            yield Fault(kind.name, kind.value, tuple(error.instance_path), error.instance)
        else:
            yield from _python_fault(error)


def _python_fault(error: Any) -> Iterator[Fault]:
    """Jsonschema names all missing and all extra keys in one error; here each kind of slip has its own value."""
    pointer, found, expected = tuple(error.absolute_path), error.instance, error.validator_value
    if error.validator == "required":
        # one error for each missing key; only the message says which
        missing = next((key for key in expected if error.message.startswith(repr(key))), expected[0])
        yield Fault("required", missing, pointer, found)
    elif error.validator == "additionalProperties":
        yield Fault(error.validator, [key for key in found if key not in error.schema["properties"]], pointer, found)
    else:
        yield Fault(error.validator, expected, pointer, found)


def node(name: str, pointer: Pointer) -> Mapping[str, Any]:
    """What the schema of a kind of file says of a place; empty where it says nothing."""
    return _node(name, tuple(0 if isinstance(step, int) else step for step in pointer))


@lru_cache(maxsize=1024)
def _node(name: str, pointer: Pointer) -> Mapping[str, Any]:
    """The same for all entries of a list, remembered: one slip is often made in every item."""
    found: Mapping[str, Any] = schema(name)
    for step in pointer:
        found = _resolved(name, found.get("items", {}) if isinstance(step, int) else _properties(found).get(step, {}))
    return found


def keys_meant(name: str, pointer: Pointer, key: str) -> tuple[tuple[str, ...], bool]:
    """The fields that were probably meant by an unknown key.

    Args:
        name: A kind of file.
        pointer: The mapping that holds the key.
        key: The key as it was written: misspelt, Chinese, or the column of an exchange table.

    Returns:
        Names, those of a part with a dot, such as ``contact.address``; and whether a title or column says so.
    """
    return _meant(name, tuple(0 if isinstance(step, int) else step for step in pointer), key)


@lru_cache(maxsize=1024)
def _meant(name: str, pointer: Pointer, key: str) -> tuple[tuple[str, ...], bool]:
    here = _properties(_node(name, pointer))
    exact = [field for field, words in here.items() if _names(words, key)]
    if exact:
        return tuple(exact[:1]), len(exact) == 1
    spelt = closest(key, here)
    below = _below(name, here, key)
    if spelt or 0 < len(below) <= _MOST_PLACES:
        return ((spelt,) if spelt else tuple(below)), False
    return _by_title(here, key), False


def _by_title(here: Mapping[str, Any], key: str) -> tuple[str, ...]:
    """The one field whose title is like a Chinese key, or holds it."""
    titles = {plain(str(words.get("title", ""))): field for field, words in here.items()}
    wanted = plain(key)
    holding = [title for title in titles if len(wanted) > 1 and title and (wanted in title or title in wanted)]
    title = holding[0] if len(holding) == 1 else closest(wanted, titles)
    return (titles[title],) if title else ()


def _below(name: str, here: Mapping[str, Any], key: str) -> list[str]:
    """The fields of that name, title or column in the parts one level below."""
    found = []
    for field, words in here.items():
        part = _resolved(name, words)
        part = _resolved(name, part.get("items", part))
        found += [f"{field}.{each}" for each, inner in _properties(part).items() if each == key or _names(inner, key)]
    return found


def _names(words: Mapping[str, Any], key: str) -> bool:
    """Whether a key is the title of a field or one of its column names."""
    return plain(key) in {plain(each) for each in (str(words.get("title", "")), *words.get("x-columns", ())) if each}


def required(name: str) -> frozenset[str]:
    """The fields that an entry of a kind of file cannot be without."""
    return frozenset(node(name, (ENTRIES[name], 0)).get("required", ()))


def _properties(found: Mapping[str, Any]) -> Mapping[str, Any]:
    properties: Mapping[str, Any] = found.get("properties", {})
    return properties


def _resolved(name: str, found: Mapping[str, Any]) -> Mapping[str, Any]:
    """A node with its reference followed; what stands beside a reference is kept."""
    reference = found.get("$ref")
    return {**schema(name)["$defs"][reference.rsplit("/", 1)[1]], **found} if reference else found
