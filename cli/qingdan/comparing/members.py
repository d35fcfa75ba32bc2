"""The members of a list value, each under its identity: a registry id, or its plain text. Order is no part of it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from qingdan.model.base import Kind
from qingdan.model.registry import Vocabulary, plain
from qingdan.values import asks, criteria
from qingdan.values.context import Context

#: Kinds of value that are sets of members.
SETS: frozenset[Kind] = frozenset({"asks", "criteria", "concepts", "documents"})
#: Where a member stands in its list; order is no change.
_PLACE = ("order",)
Met = tuple[str, Any, Any]


def members(kind: Kind, value: list[Any], context: Context) -> dict[str, Any]:
    """Identity → member. Two members of one identity are told apart by their case, then by their number."""
    found: dict[str, Any] = {}
    for entry in value:
        name = _identity(kind, entry, context)
        if name in found and "case" in entry:
            name = f"{name}|{plain(entry['case'])}"
        number = 2
        unique = name
        while unique in found:
            unique, number = f"{name}#{number}", number + 1
        found[unique] = entry
    return found


def met(kind: Kind, a: list[Any], b: list[Any], context: Context) -> Iterator[Met]:
    """The members of two lists that differ, met by identity.

    Several of one identity (two articles of one law, one paper in two cases) are told apart by article or case. Members
    that say the same meet first and are left out, so that order decides nothing.

    Yields:
        Name, member of a, member of b; ``None`` where one side has none.
    """
    groups: dict[str, tuple[list[Any], list[Any]]] = {}
    for side, value in enumerate((a, b)):
        for entry in value:
            groups.setdefault(_identity(kind, entry, context), ([], []))[side].append(entry)
    for name, (olds, news) in groups.items():
        alone = len(olds) <= 1 and len(news) <= 1

        def said(entry: Any) -> str:
            return says(kind, entry, context)

        rest = [(old, new) for old, new in _met_by(said, olds, news) if old is None or new is None]
        if alone:
            differing = [(olds[0] if olds else None, news[0] if news else None)] if rest else []
        else:
            left = [old for old, _ in rest if old is not None], [new for _, new in rest if new is not None]
            differing = list(_met_by(_detail, *(sorted(side, key=said) for side in left)))
        yield from _named(name, differing, alone)


def _met_by(key: Callable[[Any], str], olds: list[Any], news: list[Any]) -> Iterator[tuple[Any, Any]]:
    """Pair what has the same key, in order; the rest stays alone."""
    waiting: dict[str, list[Any]] = defaultdict(list)
    for new in reversed(news):
        waiting[key(new)].append(new)
    for old in olds:
        found = waiting[key(old)]
        yield old, found.pop() if found else None
    for found in waiting.values():
        yield from ((None, new) for new in reversed(found))


def _named(name: str, differing: list[tuple[Any, Any]], alone: bool) -> Iterator[Met]:
    used: dict[str, int] = defaultdict(int)
    for old, new in differing:
        detail = "" if alone else _detail(new if old is None else old)
        told = f"{name}|{detail}" if detail else name
        used[told] += 1
        yield (told if used[told] == 1 else f"{told}#{used[told]}"), old, new


def _detail(entry: Mapping[str, Any]) -> str:
    """What tells two members of one identity apart: the case of a paper, the article of a document."""
    return plain(str(entry.get("case") or entry.get("article") or ""))


def says(kind: Kind, entry: Mapping[str, Any], context: Context) -> str:
    """What a member says, without what is no difference: width, spaces, listed aliases, an id beside its own name."""
    registries = context.registries
    if kind == "documents":
        id = registries.documents.resolve(entry.get("document"), entry.get("number"), entry.get("title"))
        known = {
            key: entry[key] for key in ("title", "number")
            if id and key in entry and registries.documents.resolve(None, None, entry[key]) == id
        }  # fmt: skip
        kept = {key: value for key, value in entry.items() if key not in known}
        return canonical({**kept, "document": id} if id else kept)
    known_names = {"asks": registries.evidence, "criteria": registries.criteria}.get(kind)
    vocabulary = registries.vocabulary(context.element) if known_names is None else known_names
    return canonical(_by_id(entry, vocabulary))


def _by_id(entry: Mapping[str, Any], vocabulary: Vocabulary) -> dict[str, Any]:
    """The entry with ids in place of the names and aliases that mean them."""
    result = {key: value for key, value in entry.items() if key not in _PLACE}
    if "any_of" in result:
        result["any_of"] = [_by_id(option, vocabulary) for option in result["any_of"]]
    for name in ("name", "text"):
        meant = vocabulary.named(result.get(name)) if "kind" not in result else ""
        if meant and result.get("id", meant) == meant:
            del result[name]
            result["id"] = meant
    return result


def canonical(value: Any) -> str:
    """A value as text, the same whatever the width, the spaces, and the order of keys and lists."""
    return json.dumps(_sorted(value), ensure_ascii=False, sort_keys=True)


def _sorted(value: Any) -> Any:
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, Mapping):
        return {key: _sorted(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return sorted((_sorted(each) for each in value), key=lambda each: json.dumps(each, sort_keys=True))
    return value


def _identity(kind: Kind, entry: Mapping[str, Any], context: Context) -> str:
    registries = context.registries
    if kind == "asks":
        return asks.identity(entry, context)  # type: ignore[arg-type]
    if kind == "criteria":
        # one of several ways to qualify: which of them is written first is no difference
        return "|".join(sorted(criteria.name(entry, context).split("|")))  # type: ignore[arg-type]
    if kind == "documents":
        known = registries.documents.resolve(entry.get("document"), entry.get("number"), entry.get("title"))
        return known or plain(entry.get("number") or entry.get("title") or entry.get("document") or "")
    text = str(entry.get("text") or entry.get("name") or "")
    id = str(entry.get("id") or entry.get("kind") or "")
    resolved = registries.vocabulary(context.element).resolve(id or None, text)
    # a channel is one website among several: its concept alone does not tell it from the others
    return plain(text) if "kind" in entry and text else resolved or plain(text) or id
