"""Rows that say the same again, or nothing but a name that another row has: they are left out, and said to be."""

from __future__ import annotations

import json
from collections.abc import Sequence

from qingdan.importing.account import Account
from qingdan.importing.matters import Matter

#: What a matter has without saying anything.
_BARE = frozenset(("id", "name"))


def without_repeated(matters: Sequence[Matter], account: Account) -> list[Matter]:
    """The matters without those that say word for word the same as an earlier one, and without empty twins.

    A twin has the name of another matter and says nothing else. Two of one name that say different things are both
    kept: they may be two matters, and rules say so.

    Args:
        matters: In order.
        account: Is told which cells are left out.
    """
    full = {matter.name for matter in matters if not set(matter.record) <= _BARE}
    seen: set[str] = set()
    left: dict[str, str] = {}
    kept = []
    for matter in matters:
        said = json.dumps({key: value for key, value in matter.record.items() if key != "id"}, ensure_ascii=False)
        id = str(matter.record["id"])
        if said in seen:
            left[id] = "repeated"
        elif set(matter.record) <= _BARE and matter.name in full:
            left[id] = "empty_twin"
        else:
            seen.add(said)
            kept.append(matter)
    if left:
        account.leave_out(left)
    return kept
