"""The members of a list value, each under its identity: a registry id, or its plain text. Order is no part of it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping

from qingdan.model.registry import Vocabulary, plain
from qingdan.values.context import Context
from qingdan.values.kind import Entry, Members

#: Where a member stands in its list; order is no change.
_PLACE = ("order",)
_Pair = tuple[Entry | None, Entry | None]
Met = tuple[str, Entry | None, Entry | None]


def members(known: Members, value: list[Entry], context: Context) -> dict[str, Entry]:
    """Identity → member. Two members of one identity are told apart by their case, then by their number."""
    found: dict[str, Entry] = {}
    for entry in value:
        name = known.identity(entry, context)
        if name in found and "case" in entry:
            name = f"{name}|{plain(str(entry['case']))}"
        number = 2
        unique = name
        while unique in found:
            unique, number = f"{name}#{number}", number + 1
        found[unique] = entry
    return found


def met(known: Members, a: list[Entry], b: list[Entry], context: Context) -> Iterator[Met]:
    """The members of two lists that differ, met by identity.

    Several of one identity (two articles of one law, one paper in two cases) are told apart by article or case. Members
    that say the same meet first and are left out, so that order decides nothing.

    Yields:
        Name, member of a, member of b; ``None`` where one side has none.
    """
    groups: dict[str, tuple[list[Entry], list[Entry]]] = {}
    for side, value in enumerate((a, b)):
        for entry in value:
            groups.setdefault(known.identity(entry, context), ([], []))[side].append(entry)
    for name, (olds, news) in groups.items():
        alone = len(olds) <= 1 and len(news) <= 1

        def said(entry: Entry) -> str:
            return canonical(known.says(entry, context))

        rest = [(old, new) for old, new in _met_by(said, olds, news) if old is None or new is None]
        if alone:
            differing = [(olds[0] if olds else None, news[0] if news else None)] if rest else []
        else:
            left = [old for old, _ in rest if old is not None], [new for _, new in rest if new is not None]
            differing = list(_met_by(_detail, *(sorted(side, key=said) for side in left)))
        yield from _named(name, differing, alone)


def _met_by(key: Callable[[Entry], str], olds: list[Entry], news: list[Entry]) -> Iterator[_Pair]:
    """Pair what has the same key, in order; the rest stays alone."""
    waiting: dict[str, list[Entry]] = defaultdict(list)
    for new in reversed(news):
        waiting[key(new)].append(new)
    for old in olds:
        found = waiting[key(old)]
        yield old, found.pop() if found else None
    for found in waiting.values():
        yield from ((None, new) for new in reversed(found))


def _named(name: str, differing: list[_Pair], alone: bool) -> Iterator[Met]:
    used: dict[str, int] = defaultdict(int)
    for old, new in differing:
        detail = "" if alone else _detail((new if old is None else old) or {})
        told = f"{name}|{detail}" if detail else name
        used[told] += 1
        yield (told if used[told] == 1 else f"{told}#{used[told]}"), old, new


def _detail(entry: Entry) -> str:
    """What tells two members of one identity apart: the case of a paper, the article of a document."""
    return plain(str(entry.get("case") or entry.get("article") or ""))


def by_id(entry: Entry, vocabulary: Vocabulary) -> dict[str, object]:
    """The entry with ids in place of the names and aliases that mean them."""
    result = {key: value for key, value in entry.items() if key not in _PLACE}
    if isinstance(options := result.get("any_of"), list):
        result["any_of"] = [by_id(option, vocabulary) for option in options]
    for name in ("name", "text"):
        meant = vocabulary.named(str(result.get(name, ""))) if "kind" not in result else ""
        if meant and result.get("id", meant) == meant:
            del result[name]
            result["id"] = meant
    return result


def canonical(value: object) -> str:
    """A value as text, the same whatever the width, the spaces, and the order of keys and lists."""
    return json.dumps(_sorted(value), ensure_ascii=False, sort_keys=True)


def _sorted(value: object) -> object:
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, Mapping):
        return {key: _sorted(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return sorted((_sorted(each) for each in value), key=lambda each: json.dumps(each, sort_keys=True))
    return value
