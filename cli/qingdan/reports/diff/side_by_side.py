"""Two provinces: their items meet where each has one for the same national item, for their ids are their own."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from qingdan.loading.catalogue import Effective
from qingdan.reports.diff.facts import Difference, whole
from qingdan.reports.diff.silence import Silence

Implementing = Mapping[str, list[Effective]]


def side_by_side(
    olds: Mapping[str, Effective], news: Mapping[str, Effective], silence: tuple[Silence, Silence]
) -> tuple[list[tuple[Effective, Effective]], list[Difference]]:
    """Pair the items of two provinces; places and handling items belong to one province and stay out of it.

    Args:
        olds: Path → item of the first province.
        news: The same of the second.
        silence: The two lists, asked about what they do not have.

    Returns:
        What can be compared one with one, and what is said of the rest.
    """
    left, right = _implementing(olds), _implementing(news)
    pairs: dict[tuple[str, str], tuple[Effective, Effective]] = {}
    for item in left:
        if len(left[item]) == len(right.get(item, [])) == 1:
            pairs.setdefault((left[item][0].path, right[item][0].path), (left[item][0], right[item][0]))
    met = {old for old, _ in pairs}, {new for _, new in pairs}
    alone = [_gone(each, right, silence[1]) for each in _own(olds) if each.path not in met[0]]
    alone += [_come(each, left, silence[0]) for each in _own(news) if each.path not in met[1]]
    return list(pairs.values()), alone


def _own(subjects: Mapping[str, Effective]) -> Iterator[Effective]:
    return (each for each in subjects.values() if each.level == "province" and len(each.layers) == 1)


def _implementing(subjects: Mapping[str, Effective]) -> Implementing:
    """National item → the province's own items that implement it."""
    found: dict[str, list[Effective]] = {}
    for subject in _own(subjects):
        for item in dict.fromkeys(link["item"] for link in subject.record.get("implements", [])):
            found.setdefault(item, []).append(subject)
    return found


def _shared(subject: Effective, other: Collection[str]) -> bool:
    return any(link["item"] in other for link in subject.record.get("implements", []))


def _gone(subject: Effective, other: Implementing, silence: Silence) -> Difference:
    """What the second province has none of, or several, so that nobody can say which one is to be compared."""
    name = str(subject.record.get("name", ""))
    word, reason = ("unknown", "several_items") if _shared(subject, other) else silence.of(subject, "not_stated")
    reason = reason or "no_link"
    return whole(subject.path, name, word, (name, None), (subject.locate("id"), None), "item", reason)  # type: ignore[arg-type]


def _come(subject: Effective, other: Implementing, silence: Silence) -> Difference:
    name = str(subject.record.get("name", ""))
    word, reason = ("unknown", "several_items") if _shared(subject, other) else silence.of(subject, "added")
    return whole(subject.path, name, word, (None, name), (None, subject.locate("id")), "item", reason)  # type: ignore[arg-type]
