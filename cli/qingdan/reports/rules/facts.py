"""The rules as they are listed."""

from __future__ import annotations

from qingdan.rules.record import Rule


class Rules(dict[str, Rule]):
    """Id → rule, in the order of the ids."""
