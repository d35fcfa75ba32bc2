"""The JSON Schemas as they are read: the validators, their errors as plain data, and what stands at a place."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, TypedDict

from qingdan.model.files import ENTRIES, MAJOR
from qingdan.model.likeness import closest
from qingdan.model.registry import plain
from qingdan.reading import data_folder

if TYPE_CHECKING:
    import jsonschema
    import jsonschema_rs

Pointer = tuple[str | int, ...]
#: More places below than this, and naming them would be guessing.
_MOST_PLACES = 3
#: A longer key is no slip of any other.
_LONGEST_KEY = 80


#: What is read of a schema, and of every part of it.
Node = TypedDict(
    "Node",
    {
        "$schema": str,
        "$defs": "dict[str, Node]",
        "$ref": str,
        "type": str,
        "title": str,
        "description": str,
        "properties": "dict[str, Node]",
        "required": list[str],
        "items": "Node",
        "enum": list[str],
        "const": str,
        "pattern": str,
        "x-columns": list[str],
    },
    total=False,
)


@dataclass(frozen=True, slots=True)
class Fault:
    """One error of a schema validator: the keyword that failed, its value, and where."""

    keyword: str
    expected: object
    pointer: Pointer
    found: object


@cache
def schema(name: str) -> Node:
    """The JSON Schema of one kind of file, read once: a file may hold hundreds of faults that ask for it."""
    value: Node = json.loads((data_folder("schemas") / MAJOR / f"{name}.schema.json").read_bytes())
    return value


@cache
def validator(name: str) -> jsonschema_rs.Draft202012Validator | jsonschema.Draft202012Validator:
    """The compiled validator of one kind of file."""
    try:
        from jsonschema_rs import Draft202012Validator
    except ImportError:
        return fallback(schema(name))
    return Draft202012Validator(dict(schema(name)))


def fallback(value: Node) -> jsonschema.Draft202012Validator:
    """The same check by jsonschema, whose ``$`` would also match before a last line feed."""
    from jsonschema import Draft202012Validator, ValidationError, validators

    def pattern(_: object, expression: str, instance: object, __: object) -> Iterator[ValidationError]:
        if isinstance(instance, str) and not re.search(expression.removesuffix("$") + r"\Z", instance):
            yield ValidationError(f"{instance!r} does not match {expression!r}")

    strict: type[Draft202012Validator] = validators.extend(Draft202012Validator, {"pattern": pattern})  # type: ignore[no-untyped-call]
    return strict(value)


def faults(name: str, value: object) -> Iterator[Fault]:
    """The errors of a value against the schema of one kind of file.

    Args:
        name: A kind of file, such as ``items``.
        value: The value that was read.
    """
    check = validator(name)
    if check.is_valid(value):
        return
    for error in check.iter_errors(value):
        if hasattr(error, "kind"):
            yield Fault(error.kind.name, error.kind.value, tuple(error.instance_path), error.instance)
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


def node(name: str, pointer: Pointer) -> Node:
    """What the schema of a kind of file says of a place; empty where it says nothing."""
    return _node(name, tuple(0 if isinstance(step, int) else step for step in pointer))


@lru_cache(maxsize=1024)
def _node(name: str, pointer: Pointer) -> Node:
    """The same for all entries of a list, remembered: one slip is often made in every item."""
    found = schema(name)
    for step in pointer:
        below = found.get("items", {}) if isinstance(step, int) else found.get("properties", {}).get(step, {})
        found = _resolved(name, below)
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
    if len(key) > _LONGEST_KEY:
        return (), False
    return _meant(name, tuple(0 if isinstance(step, int) else step for step in pointer), key)


@lru_cache(maxsize=1024)
def _meant(name: str, pointer: Pointer, key: str) -> tuple[tuple[str, ...], bool]:
    words = _words(name, pointer)
    wanted = plain(key)
    exact = words.here.get(wanted)
    if exact:
        return (exact,), True
    spelt = closest(key, words.fields) if key.isascii() else ""
    below = words.below.get(wanted) or words.below.get(key) or []
    if spelt or 0 < len(below) <= _MOST_PLACES:
        return ((spelt,) if spelt else tuple(below)), False
    return ((), False) if key.isascii() else (_by_title(words.titles, wanted), False)


@dataclass(frozen=True, slots=True)
class _Words:
    """What the fields at one place are called: as they are compared, each made once.

    Attributes:
        fields: Their names.
        here: Title or column → field.
        titles: Title → field.
        below: Name, title or column of a field of a part → where it is, such as ``contact.address``.
    """

    fields: tuple[str, ...]
    here: Mapping[str, str]
    titles: Mapping[str, str]
    below: Mapping[str, list[str]]


@cache
def _words(name: str, pointer: Pointer) -> _Words:
    fields = _node(name, pointer).get("properties", {})
    here: dict[str, str] = {}
    below: dict[str, list[str]] = {}
    for field, words in fields.items():
        for each in _names(words):
            here.setdefault(each, field)
        part = _resolved(name, words)
        part = _resolved(name, part.get("items", part))
        for inner, inner_words in part.get("properties", {}).items():
            for each in {inner, *_names(inner_words)}:
                below.setdefault(each, []).append(f"{field}.{inner}")
    titles = {plain(words["title"]): field for field, words in fields.items() if "title" in words}
    return _Words(tuple(fields), here, titles, below)


def _by_title(titles: Mapping[str, str], wanted: str) -> tuple[str, ...]:
    """The one field whose title is like a Chinese key, or holds it."""
    holding = [title for title in titles if len(wanted) > 1 and (wanted in title or title in wanted)]
    near = [title for title in titles if len(set(title) & set(wanted)) > 1]
    title = holding[0] if len(holding) == 1 else closest(wanted, near)
    return (titles[title],) if title else ()


def _names(words: Node) -> list[str]:
    """The title and the column names of a field, as they are compared."""
    return [plain(each) for each in (words.get("title", ""), *words.get("x-columns", ())) if each]


def required(name: str) -> frozenset[str]:
    """The fields that an entry of a kind of file cannot be without."""
    return frozenset(node(name, (ENTRIES[name], 0)).get("required", ()))


def _resolved(name: str, found: Node) -> Node:
    """A node with its reference followed; what stands beside a reference is kept."""
    reference = found.get("$ref")
    return {**schema(name)["$defs"][reference.rsplit("/", 1)[1]], **found} if reference else found
