"""Conditions: an all-of list of any-of lists of criteria. a is within b if whoever b admits, a admits."""

from __future__ import annotations

from collections.abc import Iterator

from qingdan.model.kinds.answer import YES, Answer, all_of, any_of, maybe, no
from qingdan.model.kinds.context import Context
from qingdan.model.registry import plain
from qingdan.model.values import Condition, Criterion


def _id(criterion: Criterion, context: Context) -> str:
    return context.registries.criteria.resolve(criterion.get("id"), criterion.get("text"))


def name(condition: Condition, context: Context) -> str:
    """What a path calls the condition: the ids or plain texts of its criteria, joined by ``|``."""
    return "|".join(_id(c, context) or plain(c.get("text", "")) for c in condition["any_of"])


def implies(given: Criterion, wanted: Criterion, context: Context) -> Answer:
    """Whether whoever meets ``given`` meets ``wanted``."""
    left, right = _id(given, context), _id(wanted, context)
    if not left or not right:
        same = plain(given.get("text", "")) == plain(wanted.get("text", "")) and "text" in given and "text" in wanted
        return YES if same and not left and not right else maybe("unmatched", *_texts(given, wanted, left, right))
    if left != right:
        implied = right in context.registries.criteria.broader.get(left, frozenset())
        return YES if implied and "value" not in wanted else no("asks_more", right)
    stricter = context.registries.stricter.get(left, "")
    if not stricter or ("value" not in given and "value" not in wanted):
        return YES if given.get("value") == wanted.get("value") else maybe("parameter", left)
    if "value" not in given or "value" not in wanted:
        return maybe("parameter", left)
    enough = given["value"] >= wanted["value"] if stricter == "more" else given["value"] <= wanted["value"]
    return YES if enough else no("stricter", left)


def _texts(given: Criterion, wanted: Criterion, left: str, right: str) -> Iterator[str]:
    if not right:
        yield plain(wanted.get("text", ""))
    elif not left:
        yield plain(given.get("text", ""))


def _unknown(condition: Condition, context: Context) -> list[str]:
    """The plain texts of the criteria that are not in the registry."""
    return [plain(each.get("text", "")) for each in condition["any_of"] if not _id(each, context)]


def within(a: list[Condition], b: list[Condition], context: Context) -> Answer:
    """Whether a admits whoever b admits."""
    answers = []
    for condition in a:
        label = name(condition, context)
        met = any_of((_follows(given, condition, context) for given in b), no("asks_more", label))
        if met.verdict == "no" and (unknown := _unknown(condition, context)):
            met = maybe("unmatched", *unknown)
        if met.verdict == "no" and not context.b_whole:
            met = maybe("known_in_part", label)
        answers.append(met)
    answers.append(YES if context.a_whole else maybe("known_in_part"))
    return all_of(answers)


def _follows(given: Condition, wanted: Condition, context: Context) -> Answer:
    """Whether each way of meeting ``given`` is a way of meeting ``wanted``."""
    if "case" in given and given.get("case") != wanted.get("case"):
        return no("asks_more", name(wanted, context))
    answers = (
        any_of((implies(one, other, context) for other in wanted["any_of"]), no("asks_more", name(wanted, context)))
        for one in given["any_of"]
    )
    return all_of(answers)


def disjoint(a: list[Condition], b: list[Condition], context: Context) -> Answer:
    """Whether a holds none of the criteria that b forbids. One of several ways to qualify is no demand."""
    forbidden = {_id(criterion, context) for condition in b for criterion in condition["any_of"]}
    answers = []
    for condition in a:
        ids = [_id(criterion, context) for criterion in condition["any_of"]]
        if ids and all(id and id in forbidden for id in ids):
            answers.append(no("forbidden", *ids))
        elif unknown := _unknown(condition, context):
            answers.append(maybe("unmatched", *unknown))
    answers.append(YES if context.a_whole else maybe("known_in_part"))
    return all_of(answers)
