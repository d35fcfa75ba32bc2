"""Make the step that the nation made, from what was required to what is required now, in a province's own value.

Whatever else the province writes in an entry (its channel, its forms, its phone numbers) stays.
"""

from __future__ import annotations

import copy
from collections.abc import Collection
from typing import Any

from qingdan.model.base import Kind
from qingdan.values import KINDS, WHOLE, Key, key_of
from qingdan.values.context import Context
from qingdan.values.kind import Entry, Members
from qingdan.values.members import members

#: Says where and when an entry holds, or what it is called here; the step of the nation does not touch it.
_FRAME = ("channel", "case", "step", "reason", "name")
#: The wording: it holds no longer once the value is another one.
_WORDING = ("text",)


def shifted(kind: Kind, mine: Any, old: Any, now: Any, keys: Collection[Key], context: Context) -> object:
    """The province's value after the step from old to now.

    Args:
        kind: The kind of all three values.
        mine: What the province says, which means the same as ``old`` under the keys.
        old: What was required.
        now: What is required now.
        keys: Channels and cases of the province's value that take part.
        context: Registries of the new edition.
    """
    known = KINDS[kind].members
    if known:
        return _members(known, mine, old, now, context)
    if KINDS[kind].keyed:
        return _entries(mine, old, now, keys, context)
    if isinstance(mine, dict) and isinstance(now, dict):
        return _overlaid(mine, old, now)
    return copy.deepcopy(now)


def _members(known: Members, mine: list[Entry], old: list[Entry], now: list[Entry], context: Context) -> list[Entry]:
    before, after, here = (members(known, value, context) for value in (old, now, mine))
    result: list[Entry] = []
    for name, entry in here.items():
        if name in before and name not in after:
            continue
        both = name in before and name in after
        result.append(_overlaid(entry, before[name], after[name]) if both else entry)
    added = [copy.deepcopy(entry) for name, entry in after.items() if name not in before and name not in here]
    return result + added


def _entries(
    mine: list[Entry], old: list[Entry], now: list[Entry], keys: Collection[Key], context: Context
) -> list[Entry]:
    taking = [entry for entry in mine if "step" not in entry and _key(entry, context) in keys]
    if len(old) == len(now) == 1 and len({_key(entry, context) for entry in taking}) == len(taking):
        return [_overlaid(entry, old[0], now[0]) if entry in taking else entry for entry in mine]
    if len(taking) != len(mine) or {_key(entry, context) for entry in taking} != {WHOLE}:
        return mine  # several limits for one channel: nothing says which of them takes the place of which
    return copy.deepcopy(now)


def _key(entry: Entry, context: Context) -> Key:
    return key_of(str(entry.get("channel", "")), str(entry.get("case", "")), context)


def _overlaid(mine: Entry, old: Entry, now: Entry) -> dict[str, object]:
    """An entry with what differs between old and now changed; its wording goes where it would no longer be true."""
    result = dict(copy.deepcopy(mine))
    changed = False
    for name in {*old, *now} - {*_FRAME, *_WORDING}:
        if old.get(name) == now.get(name):
            continue
        changed = True
        if name in now:
            result[name] = copy.deepcopy(now[name])
        else:
            result.pop(name, None)
    if changed:
        for name in _WORDING:
            if name in now:
                result[name] = now[name]
            else:
                result.pop(name, None)
    return result
