"""The fields of the files in the words of their schemas: what ``unit`` or ``materials.necessity`` is about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from qingdan.loading.schemas import Node, schema
from qingdan.model.examples import EXAMPLES
from qingdan.model.files import ENTRIES, MODELS
from qingdan.words.grammar import Lang, colon, joined
from qingdan.words.said import Phrases

_says = Phrases("explain")

#: So many different fields of one name, and so many places of one field, are shown.
_FIELDS, _PLACES = 12, 6
_TYPES = Phrases("explain.type")


@dataclass(frozen=True, slots=True)
class Field:
    """A field at one of its places.

    Attributes:
        file: The kind of file.
        path: Its keys from the entry of the file that holds it, or from the head of the file.
        owner: The part to which it belongs, the same at all its places.
        node: Its schema.
        needed: Whether it must be there.
    """

    file: str
    path: tuple[str, ...]
    owner: str
    node: Node
    needed: bool

    @property
    def place(self) -> str:
        """Where it stands, as a person writes it."""
        return ".".join(self.path)


@cache
def fields() -> tuple[Field, ...]:
    """Every field of every kind of file that people write."""
    return tuple(field for kind in MODELS for field in _below(kind, schema(kind), (), kind, ()))


def _below(kind: str, node: Node, path: tuple[str, ...], owner: str, within: tuple[str, ...]) -> Iterator[Field]:
    needed = node.get("required", [])
    for name, below in node.get("properties", {}).items():
        entries = not path and name == ENTRIES.get(kind)
        here = () if entries else (*path, name)
        if not entries:
            yield Field(kind, here, owner, below, name in needed)
        part = below.get("items", below).get("$ref", "").rpartition("/")[2]
        if part and part not in within:
            yield from _below(kind, schema(kind)["$defs"][part], here, part, (*within, part))


def lines(asked: str, lang: Lang) -> Iterator[str]:
    """What is known of a field, by its name, the end of its path or its Chinese name; nothing where there is none."""
    steps = tuple(asked.removeprefix("items.").replace("[]", "").split("."))
    found = [field for field in fields() if field.path[-len(steps) :] == steps or field.node.get("title") == asked]
    same: dict[tuple[str, str], list[Field]] = {}
    for field in found:
        same.setdefault((field.owner, field.path[-1]), []).append(field)
    for places in list(same.values())[:_FIELDS]:
        yield from _field(places, lang)
    if len(same) > _FIELDS:
        rest = len(same) - _FIELDS
        yield _says("more_fields", lang, rest=rest)


def _field(places: list[Field], lang: Lang) -> Iterator[str]:
    first = places[0]
    yield f"{first.place}  {first.node.get('title', '')}"
    if first.node.get("description"):
        yield f"  {first.node['description']}"
    yield f"  {_says('may_be', lang)}{colon(lang)}{_shape(first, lang)}"
    if first.needed:
        yield f"  {_says('must_be_there', lang)}"
    if first.path[0] in EXAMPLES:
        yield f"  {_says('example', lang)}{colon(lang)}{EXAMPLES[first.path[0]]}"
    others = list(dict.fromkeys(field.place for field in places))[1:]
    if others:
        more = _says("and_others", lang) if len(others) > _PLACES else ""
        yield f"  {_says('also_at', lang)}{colon(lang)}{joined(others[:_PLACES], lang)}{more}"
    files = dict.fromkeys(field.file for field in places)
    yield f"  {_says('in', lang)}{colon(lang)}{joined([schema(kind)['title'] for kind in files], lang)}"


def _shape(field: Field, lang: Lang) -> str:
    """What may stand there: one of some words, a type, or the fields of a part."""
    node = field.node
    if listed := node.get("type") == "array":
        node = node["items"]
    if part := node.get("$ref", "").rpartition("/")[2]:
        inner = joined(list(schema(field.file)["$defs"][part].get("properties", {})), lang)
        shape = f"{_TYPES('object', lang)} {inner}"
    elif "enum" in node or "const" in node:
        shape = joined(node.get("enum", [node.get("const")]), lang)
    else:
        shape = _TYPES.get(str(node.get("type", "")), lang)
    return _says("list_of", lang, shape=shape) if listed else shape
