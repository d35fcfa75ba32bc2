"""What the items and places of a list were called before, so that what was said of them then still fits them now.

An item names the ids that it had (``moved``); of places the table of divisions records the codes that they had.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from itertools import islice, product

from qingdan.findings import Argument, Finding, Then
from qingdan.loading.catalogue import Catalogue, path_of
from qingdan.model.catalogue import LocalityFile
from qingdan.model.divisions import Divisions
from qingdan.model.values import strings

#: A path by identity: the place, and the item in it.
_PATH = re.compile(r"(?:localities\[(?P<place>.+?)\]\.?)?(?:items\[(?P<item>[^\]]+)\])?")
#: Of one finding so many earlier spellings are tried; more would be a list that renames everything at once, many times.
_MOST = 64
Words = Mapping[str, tuple[str, ...]]


class Former:
    """The earlier names of a list's items and places."""

    def __init__(self, catalogue: Catalogue, divisions: Divisions) -> None:
        self._items = _moved(catalogue)
        self._codes: dict[str, tuple[str, ...]] = {}
        self._merged: set[str] = set()
        here = {path_of(file.record) for file in catalogue.localities}
        for file in catalogue.localities:
            self._take_place(file.record, here, divisions)

    def _take_place(self, record: LocalityFile, here: set[str], divisions: Divisions) -> None:
        """The codes that a place had, and the names that went with them; none that another file still has."""
        key = _key(path_of(record))
        self._codes[key] = (record["name"],)  # some rules once called a place by its name
        code = key[:6]
        earlier = divisions.earlier(code)
        alone = len(earlier) == max(map(len, earlier.values()), default=0)  # one after the other, none beside another
        for former, changes in earlier.items():
            then = former + key[6:]
            if f"localities[{then}]" in here:
                continue
            division = divisions.get(former)
            names = (
                (then, division.name) if "area" in record and len(record["area"]) == len(code) and division else (then,)
            )
            if not alone or not all(change.keeps for change in changes):
                self._merged.update(names)
            self._codes[key] = (*self._codes[key], *names)

    def of(self, finding: Finding) -> list[Then]:
        """Every earlier spelling of a finding; none where nothing in it ever had another name."""
        if not (self._items or self._codes):
            return []
        words = self._words(finding)
        choices = product(*((word, *olds) for word, olds in words.items()))
        found = []
        for choice in islice(choices, 1, _MOST):  # the first one is what it is called now
            turned = {word: then for word, then in zip(words, choice, strict=True) if word != then}
            path = _respelled(finding.path, turned)
            args = {name: _replaced(value, turned) for name, value in finding.args.items()}
            old = replace(finding, path=path, args=args)
            found.append(Then(path, old.fingerprint, not self._merged.isdisjoint(turned.values())))
        return found

    def _words(self, finding: Finding) -> Words:
        """The words of a finding that were others before: of its arguments, then of its path."""
        words = {}
        for word in strings(finding.args):
            olds = self._items.get(word) or self._codes.get(word)
            if olds:
                words[word] = olds
        match = _PATH.match(finding.path)
        place, item = (match["place"] or "", match["item"] or "") if match else ("", "")
        for word, olds in ((place, self._codes.get(place)), (item, () if place else self._items.get(item))):
            if olds:
                words[word] = olds
        return words


def _key(path: str) -> str:
    return path.removeprefix("localities[").removesuffix("]")


def _moved(catalogue: Catalogue) -> Words:
    """Id of an item → the ids that it had and that nothing else has now."""
    records = [item.record for item in catalogue.items]
    used = {each["id"] for record in records for each in (record, *record.get("handling_items", []))}
    moved = {record["id"]: tuple(id for id in record.get("moved", []) if id not in used) for record in records}
    return {id: formers for id, formers in moved.items() if formers}


def _respelled(path: str, turned: Mapping[str, str]) -> str:
    """A path with its place and its item called as before."""
    match = _PATH.match(path)
    assert match is not None  # every part of it may be missing
    result, at = "", 0
    for group in ("place", "item"):
        if match[group]:
            start, end = match.span(group)
            result += path[at:start] + turned.get(match[group], match[group])
            at = end
    return result + path[at:]


def _replaced(value: Argument, turned: Mapping[str, str]) -> Argument:
    if isinstance(value, str):
        return turned.get(value, value)
    if isinstance(value, Mapping):
        return {name: _replaced(each, turned) for name, each in value.items()}
    return [_replaced(each, turned) for each in value] if isinstance(value, list | tuple) else value
