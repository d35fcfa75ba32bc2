"""Rules on wording: a table of patterns, and the few that need more than a pattern."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from qingdan.loading.catalogue import Effective
from qingdan.model.folding import folded
from qingdan.rules.paths import Below, stated, strings
from qingdan.rules.record import Hit, RuleContext
from qingdan.rules.tables import hit

#: Values that hold a place and say nothing.
PLACEHOLDERS = frozenset(Path(__file__).with_name("placeholders.txt").read_text("utf-8").split())
_WORDS = "|".join(map(re.escape, sorted(PLACEHOLDERS)))
_FIRST = re.escape("".join({word[0] for word in PLACEHOLDERS}))
_PLACEHOLDER = re.compile(
    rf"[\s\"':,\[{{](?=[{_FIRST}无])(?:{_WORDS}|无)[。.]?[\"']?\s*(?:[,\]}}#\n]|$)", re.IGNORECASE
)
#: 无 is a good answer to some questions (results, special procedures, charges) and none where people must be told.
NEEDED = ("contact", "complaint", "conditions", "provider", "legal_basis", "channels", "name", "accepted_at")
#: Parts that are no text for readers.
_SKIPPED = ("exchange", "source", "notes", "implements", "codes", "known_in_part", "changes")
REASONS = ("conditions[].any_of[].text",)
#: A sex with a range of ages behind it: 男性16-60周岁.
_SEX_AND_AGE = (
    "(?<![子妇])[男女]性?(?:职工|劳动者|年龄|原则上|[:,])?(?:为|在)?"
    r"[0-9]{2}(?:周?岁)?(?:[\-~—–]|至|到)[0-9]{2}周?岁"
)
_PERSONAL = re.compile(
    r"(?:仅限|只限|限|只招|只收|仅收)(?:男|女)(?:性|士)?|(?:限|仅限|除外).{0,3}(?:民族|汉族)|(?:不|无)信教"
    rf"|{_SEX_AND_AGE}(?:.{{0,3}}{_SEX_AND_AGE})?"
)
_MISMATCHED = re.compile(r"（[^（）()]*\)|\([^（）()]*）")
_SCATTERED = re.compile(r"[0-9](?:[\s\u3000]+[0-9]){1,3}[\s\u3000]*(?:个|日|天|元|月|年|份|次|号)")


def prose(subject: Effective, likely: re.Pattern[str]) -> Iterator[tuple[Below, str]]:
    """Every text of the top layer that a reader sees.

    Args:
        subject: The item.
        likely: What the source must hold to be taken apart at all; escapes hide what they stand for, so that a source
            with any is always looked through.
    """
    layer = subject.layers[-1]
    source = layer.document.raw(layer.pointer)
    if "\\" not in source and not likely.search(source):
        return
    yield from readable(subject)


def readable(subject: Effective) -> Iterator[tuple[Below, str]]:
    """The same without a look at the source."""
    for element, value in subject.layers[-1].record.items():
        if element not in (*_SKIPPED, "handling_items"):
            yield from strings(value, (element,))


def _seen(subject: Effective, below: Below, found: str) -> Hit:
    return hit(subject, below, args={"field": str(below[0]), "found": found})


def placeholder(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """A text that only holds a place."""
    for below, text in prose(subject, _PLACEHOLDER):
        bare = text.strip().strip("。.").lower()
        needed = below[0] in NEEDED or (below[0] == "materials" and below[-1] == "name")
        if bare in PLACEHOLDERS or (bare == "无" and needed):
            yield _seen(subject, below, text)


def mismatched_brackets(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """A bracket that opens wide and closes narrow, or the other way round."""
    for below, text in prose(subject, _MISMATCHED):
        if match := _MISMATCHED.search(text):
            yield _seen(subject, below, match[0][:40])


def scattered_number(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """Spaces inside a number: 1 5个工作日 is read as one and five, or as fifteen. Phone numbers may have them."""
    for below, text in prose(subject, _SCATTERED):
        match = _SCATTERED.search(text) if not {"phone", "hours"} & set(below) else None
        if match:
            yield _seen(subject, below, match[0])


def sex_or_belief(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """A condition that asks for a sex, an ethnicity or a belief.

    Lower bounds of age (女性年满40周岁) are national rules on people hard to employ and are passed over.
    """
    for below, text in stated(subject, *REASONS):
        if match := _PERSONAL.search(folded(text)):
            yield _seen(subject, below, match[0][:60])
