"""Compare one element of two sides. Every reading (conformance, diff, coverage) asks here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from qingdan.comparing.change import Allowed, Change, ChangeWord, Effect
from qingdan.model.base import Better, Kind, Relation
from qingdan.model.declarations import declaration
from qingdan.values import KINDS, WHOLE, Key, disjoint, kind_of, split, within
from qingdan.values.answer import YES, Answer, Verdict, order
from qingdan.values.context import Context


def compare(
    a: object, b: object, context: Context, relation: Relation | None = None, key: Key = WHOLE
) -> Iterator[Change]:
    """Compare b with a, key by key.

    Args:
        a: The value of the nation, the province or the older side; ``None`` where it is not stated.
        b: The value of the other side; ``None`` where it is not stated.
        context: Registries and what is known of a and b.
        relation: What b must be to a; ``None`` where nothing is asked, as between two provinces.
        key: Restrict a to one channel and case, as a requirement does.

    Yields:
        One change for each key of b that a speaks of, and one for each key that only one side has.
    """
    if a is None or b is None:
        yield _one_sided(a, b, context, relation, key)
        return
    kind = declaration(context.element).kind
    befores = split(kind, a, context) if key == WHOLE else {key: a}
    afters = split(kind, b, context)
    for before_key, before in befores.items():
        matched = _matching(before_key, afters)
        if not matched:
            yield _unmatched_key(before_key, before, context, relation, bool(afters))
        for after_key, after in matched:
            change = both(before, after, context, relation, after_key if after_key != WHOLE else before_key)
            yield _for_one_case(change) if _blurred(before_key, after_key, kind) else change


def _one_sided(a: object, b: object, context: Context, relation: Relation | None, key: Key) -> Change:
    """Silence is not refusal: what b does not state is unsettled, what a does not ask is unregulated."""
    if b is None:
        allowed: Allowed = "unsettled" if relation and relation != "free" else "unregulated"
        change: ChangeWord = "not_stated" if a is not None else "same"
        return Change(context.element, key, a, b, change, "unknown", allowed, relation or "free", "not_stated")
    return Change(context.element, key, a, b, "added", "unknown", "unregulated", relation or "free")


def _matching(wanted: Key, afters: dict[Key, object]) -> list[tuple[Key, object]]:
    """The parts of b of which a part of a speaks: an empty channel or case speaks of all, and is spoken of by all."""
    return [
        (key, value)
        for key, value in afters.items()
        if all(not x or not y or x == y for x, y in zip(wanted, key, strict=True))
    ]


def _blurred(wanted: Key, found: Key, kind: Kind) -> bool:
    """Whether a speaks of one case (or, for lists without keys, one channel) where b makes no difference."""
    return bool(wanted[1] and not found[1]) or bool(wanted[0] and not KINDS[kind].keyed)


def _for_one_case(change: Change) -> Change:
    """What b says of all cases may be meant for the others: a "no" is not certain."""
    return replace(change, allowed="unsettled", effect="unknown", reason="case") if change.allowed == "no" else change


def _unmatched_key(key: Key, before: object, context: Context, relation: Relation | None, other: bool) -> Change:
    reason = "other_case" if other else "not_stated"
    allowed: Allowed = "unsettled" if relation and relation != "free" else "unregulated"
    return Change(context.element, key, before, None, "not_stated", "unknown", allowed, relation or "free", reason)


def both(a: object, b: object, context: Context, relation: Relation | None, key: Key) -> Change:
    """The change from a to b, both of them stated, for one channel and case."""
    declared = declaration(context.element)
    if relation == "excludes":
        return _excluded(a, b, context, key)
    less = within(declared.kind, b, a, context.swapped())
    more = within(declared.kind, a, b, context)
    return _placed(a, b, context, relation, key, less, more)


def one_more(rest: Sequence[object], member: object, context: Context, relation: Relation | None) -> Change:
    """The change from a list to the same list with one member more; only the member is looked at."""
    within_rest = within(declaration(context.element).kind, [member], rest, context)
    return _placed(None, [member], context, relation, WHOLE, within_rest, YES)


def one_less(rest: Sequence[object], member: object, context: Context, relation: Relation | None) -> Change:
    """The change to a list from the same list with one member more."""
    within_rest = within(declaration(context.element).kind, [member], rest, context)
    return _placed([member], None, context, relation, WHOLE, YES, within_rest)


def _placed(
    a: object, b: object, context: Context, relation: Relation | None, key: Key, less: Answer, more: Answer
) -> Change:
    """The three answers: ``less`` says b ≤ a, ``more`` says a ≤ b."""
    better = declaration(context.element).better
    placed = order(less, more)
    answer = _asked(relation, less, more)
    change: ChangeWord = {"same": "same", "unknown": "unknown"}.get(placed, "changed")  # type: ignore[assignment]
    effect = _effect(placed, better)
    allowed = _allowed(answer)
    if relation and a is not None and b is not None:
        effect = _judged(effect, allowed, a, b, context, relation)
    told = (
        answer if answer and answer.verdict != "yes" else next((x for x in (less, more) if x.verdict == "maybe"), None)
    )
    reason, members = (told.reason, told.members) if told else ("", ())
    found = change, effect, allowed, relation or "free", reason, members
    return Change(context.element, key, a, b, *found, share=_share(less, more), open=_open(answer))


def _open(answer: Answer | None) -> tuple[tuple[str, str], ...]:
    return answer.open if answer else ()


def _judged(effect: Effect, allowed: Allowed, a: object, b: object, context: Context, relation: Relation) -> Effect:
    """The effect beside what is required: saying less is not better, and what is more for certain is worse."""
    declared = declaration(context.element)
    if allowed == "yes" and _no_promise(relation, declared.better):
        return "none"
    if allowed == "no" and effect == "unknown" and (relation, declared.better) in _AGAINST_CITIZENS:
        return "worse"
    weighed = kind_of(context.element).weighed
    if effect in ("better", "mixed") and weighed and not weighed(a, b, context):
        return "unknown" if effect == "better" else "worse"
    return effect


#: Relation and direction under which a "no" is a loss, whatever else stays open.
_AGAINST_CITIZENS = (("within", "less"), ("covers", "more"))


def _share(less: Answer, more: Answer) -> str:
    """On what part of the start days b is no longer than a; said also where only the other way round is open."""
    if not more.share:
        return less.share
    return {"yes": "100%", "no": "0%", "maybe": less.share}[less.verdict]


#: Whether two share nothing → what became of it, and what that means to citizens.
_OF_EXCLUDED: dict[Verdict, tuple[ChangeWord, Effect]] = {
    "yes": ("same", "none"),
    "no": ("changed", "worse"),
    "maybe": ("unknown", "unknown"),
}


def _excluded(a: object, b: object, context: Context, key: Key) -> Change:
    """A names what is forbidden; b must share nothing with it."""
    answer = disjoint(declaration(context.element).kind, b, a, context.swapped())
    found = *_OF_EXCLUDED[answer.verdict], _allowed(answer)
    return Change(context.element, key, a, b, *found, "excludes", answer.reason, answer.members, open=answer.open)


def _asked(relation: Relation | None, less: Answer, more: Answer) -> Answer | None:
    """The answer to what the relation asks: ``less`` says b ≤ a, ``more`` says a ≤ b."""
    if relation == "within":
        return less
    if relation == "covers":
        return more
    if relation == "equal":
        # that a is longer than b is said of b
        both = (less, replace(more, reason="shorter") if more.reason == "longer" else more)
        return next((x for verdict in ("no", "maybe") for x in both if x.verdict == verdict), less)
    return None


def _allowed(answer: Answer | None) -> Allowed:
    if answer is None:
        return "unregulated"
    return {"yes": "yes", "no": "no", "maybe": "unsettled"}[answer.verdict]  # type: ignore[return-value]


def _effect(placed: str, better: Better) -> Effect:
    """What a move of b away from a means for the citizen."""
    if placed == "same" or better == "none":
        return "none"
    if placed in ("unknown", "crossed"):
        return "unknown" if placed == "unknown" else "mixed"
    return "better" if (placed == "less") == (better == "less") else "worse"


def _no_promise(relation: Relation | None, better: Better) -> bool:
    """A ceiling of what is paid, or a floor of what is asked, is no promise: staying inside it harms nobody."""
    return (relation, better) in (("within", "more"), ("covers", "less"))
