"""The rules. ``all_rules()`` gives every record; each module of this room holds the rules of one topic in ``RULES``."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from qingdan.rules.record import Rule

#: Modules with a ``RULES`` tuple, in the order of the rule pages.
TOPICS = (
    "reading",
    "structure",
    "table_rules",
    "references",
    "links",
    "place_rules",
    "catalogue_rules",
    "states",
    "locality_rules",
    "identity",
    "coding_rules",
    "elements",
    "contradictions",
    "item_name_rules",
    "completeness",
    "basis_rules",
    "limits",
    "materials",
    "naming",
    "papers",
    "fees",
    "channels",
    "audiences",
    "days",
    "text_rules",
    "waiver_rules",
    "own_rules",
    "edition_rules",
    "edition_force",
    "matching",
)


@cache
def all_rules() -> dict[str, Rule]:
    """Every rule by id, in the order of the topics.

    Raises:
        ValueError: Two rules have the same id.
    """
    rules: dict[str, Rule] = {}
    for topic in TOPICS:
        for rule in import_module(f"qingdan.rules.{topic}").RULES:
            if rule.id in rules:
                raise ValueError(f"two rules are called {rule.id}")
            rules[rule.id] = rule
    return rules
