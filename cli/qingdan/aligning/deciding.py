"""Which national item is a local name, by its words and by what stands beside it? Accepted, none, or open.

Names and aliases that are known are certain, unless they stand for several items: those are always asked. What is only
like a known name is accepted above a threshold, far enough before the next one, and where no word parts the two; a
service that is known to have no national item is found in the same way. All else stays open: a wrong link sends a
person to the wrong window.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from qingdan.aligning.decision import Asked, Candidate, Decision, Reason, Relation
from qingdan.aligning.words import (
    bound,
    granting,
    heads,
    of_employment,
    other_fields,
    other_office,
    out_of_context,
    parting,
)
from qingdan.model.edition import AmbiguousName
from qingdan.model.naming_items import ItemNames, bare
from qingdan.model.near_names import folded

#: From this likeness on a name is taken for what the known one is.
ACCEPTED = 0.58
#: So far the best must stand before the next.
MARGIN = 0.12
#: From this likeness on where the heading is a name of the same item.
HEADED = 0.4
#: How like a name is at least to a known one that stands in it behind a place or people: 某市大学生创业补贴.
ENDS = 0.7
#: From this likeness on a name is another one with a word of asking for something else behind it.
TURNED = 0.5
#: Less is no likeness at all, where no word is of employment.
NOTHING = 0.45
#: A shorter name says too little for that: 补贴, 找工作.
SHORT = 5
#: So many of the known names that come nearest are looked at word by word.
LOOKED_AT = 30
#: So many candidates are shown, and none that is less like than this.
MOST, SHOWN = 5, 0.2


class _Near(NamedTuple):
    """A known name that is like the one asked for: what it stands for, and the words that part the two."""

    id: str
    score: float
    name: str
    parted: tuple[str, ...]


def decide(asked: Asked, names: ItemNames) -> Decision:
    """What a name is.

    Args:
        asked: The name and what stands beside it.
        names: The names of an edition's items.
    """
    if row := names.ambiguous(asked.name):
        return _ambiguous(asked, row)
    if meant := names.means(asked.name):
        found = tuple(Candidate(each.item, each.relation, 1.0, asked.name) for each in meant)
        if len(found) == 1:
            return Decision("accepted", Reason("known_name", asked.name), found, 1)
        return Decision("open", Reason("several_items", asked.name), found)
    if gap := names.gap(asked.name):
        return Decision("none", Reason("known_gap", gap["name"]), _candidates(asked, names))
    return _by_likeness(asked, names)


def _ambiguous(asked: Asked, row: AmbiguousName, *, alike: bool = False) -> Decision:
    """A name that may be several things: what stands beside it may say which, where it speaks of one alone.

    Args:
        asked: The name, which is declared to be so, or is ``alike`` one that is.
        row: What it may be.
        alike: It is only like a declared name, and is a part of what that is.
    """
    beside = [folded(bare(text)) for text in (*asked.headings, *asked.objects, asked.department)]
    said = {
        each["item"]: (word, each.get("relation", "part"))
        for each in row.get("settled_by", ())
        for word in each["words"]
        if any(folded(word) in text for text in beside)
    }
    if len(said) == 1:
        [(item, (word, meant))] = said.items()
        relation: Relation = "part" if alike else meant
        return Decision("accepted", Reason("beside", word), (Candidate(item, relation, 1.0, asked.name),), 1)
    found = tuple(Candidate(item, "part", 1.0, asked.name) for item in row["items"])
    return Decision("open", Reason("ambiguous", row["decides"]), found)


def _by_likeness(asked: Asked, names: ItemNames) -> Decision:
    """What a name is that nobody knows: other fields first, then what is like it, then what is like nothing."""
    name, found = folded(bare(asked.name)), _candidates(asked, names)
    near = [each for each in _near(asked.name, _joined(asked), names) if not each.parted]
    best = near[0] if near else None
    headed = best is not None and any(best.id == each.item for each in _headings(asked, names))
    likely = best is not None and best.score >= (HEADED if headed else ACCEPTED)
    if office := other_office(asked.department) or other_office(_in_last_brackets(name)):
        return Decision("open" if likely else "none", Reason("other_office", office), found)
    for _, word, perhaps in other_fields(name):
        if best is None or word not in best.name:
            return Decision("open" if perhaps and found else "none", Reason("other_field", word), found)
    if gap := _turned(asked.name, names):
        return Decision("none", Reason("like_gap", gap), found)
    if best and likely:
        return _likely(asked, best, near, names, found)
    if len(name) >= SHORT and not of_employment(name) and all(each.score < NOTHING for each in found):
        return Decision("none", Reason("nothing_near"), found)
    first = next(iter(found), None)
    if first and first.score >= ACCEPTED:
        return Decision("open", first.reasons[0], found)
    return Decision("open", Reason("too_little"), found)


def _likely(
    asked: Asked, best: _Near, near: Sequence[_Near], names: ItemNames, found: tuple[Candidate, ...]
) -> Decision:
    """What is like enough one known name: it is that, unless another is nearly as like, or a heading says otherwise."""
    if row := _unclear(asked, best, names):
        return _ambiguous(asked, row, alike=True)
    second = next((each for each in near if _other(each, best, names)), None)
    if second and best.score - second.score < MARGIN:
        return Decision("open", Reason("close_second", second.name), found)
    if best.id in names.gaps:
        return Decision("none", Reason("like_gap", names.gaps[best.id]["name"]), found)
    if foreign := next((word for text in asked.headings for _, word, _ in other_fields(text)), ""):
        return Decision("open", Reason("other_field", foreign), found)
    return Decision("accepted", Reason("like", best.name), found, 1)


def _unclear(asked: Asked, best: _Near, names: ItemNames) -> AmbiguousName | None:
    """The name of several meanings that is as like as the best, which says no more for whom it is; if there is one."""
    name = folded(bare(asked.name))
    for known in names.unclear.known(bare(asked.name), best.score):
        if not bound(best.name) - bound(known) and not parting(name, known, _joined(asked)):
            return names.ambiguous(known)
    return None


def _other(one: _Near, best: _Near, names: ItemNames) -> bool:
    """Whether a known name would decide otherwise than the best one: all gaps say the same, that there is no item."""
    return one.id != best.id and not (one.id in names.gaps and best.id in names.gaps)


def _turned(text: str, names: ItemNames) -> str:
    """The service without an item that a name is by a word more than that of an item: to look up one's registration."""
    turning, every = _turning(names)
    for id, words in turning.items():
        if not any(word in text for word in words):
            continue
        for less in (words, every):
            rest = _less(text, less)
            near = next((each for each in _near(rest, "", names) if not each.parted), None)
            if near and near.score >= TURNED and near.id in names.gaps[id].get("near", ()):
                return names.gaps[id]["name"]
    return ""


@lru_cache(maxsize=8)
def _turning(names: ItemNames) -> tuple[dict[str, Sequence[str]], list[str]]:
    """Id of a service without an item → the words more than an item has; and all such words."""
    turning: dict[str, Sequence[str]] = {id: gap["turned_by"] for id, gap in names.gaps.items() if "turned_by" in gap}
    return turning, [word for words in turning.values() for word in words]


def _less(text: str, words: Sequence[str]) -> str:
    for word in words:
        text = text.replace(word, "")
    return text


def _in_last_brackets(name: str) -> str:
    """The office that a name ends with, in brackets: 济困助学(教育局)."""
    return name.rpartition("(")[2] if name.endswith(("局)", "委)", "联)", "厅)")) else ""


def _headings(asked: Asked, names: ItemNames) -> Iterator[Candidate]:
    """The items that the headings of a name are."""
    for text in asked.headings:
        yield from decide(Asked(text), names).accepted


def _joined(asked: Asked) -> str:
    return folded(bare("，".join((*asked.headings, *asked.objects))))


def _candidates(asked: Asked, names: ItemNames) -> tuple[Candidate, ...]:
    """The items whose names are nearest; those that no word parts from the name come first."""
    best: dict[str, _Near] = {}
    for each in _near(asked.name, _joined(asked), names):
        if each.id in names.items and each.id not in best:
            best[each.id] = each
    return tuple(_candidate(each, asked.name, names) for each in list(best.values())[:MOST])


def _candidate(near: _Near, name: str, names: ItemNames) -> Candidate:
    reason = Reason("parted", near.parted[0]) if near.parted else Reason("like", near.name)
    same = near.name == folded(bare(name))
    own = (each.relation for each in names.folded_means(near.name) if each.item == near.id)
    relation: Relation = next(own, "part") if same else "part"
    return Candidate(near.id, relation, round(near.score, 3), near.name, (reason,))


@lru_cache(maxsize=4096)
def _near(name: str, beside: str, names: ItemNames) -> tuple[_Near, ...]:
    """The known names that are like a name, those first from which no word parts it, the likest first."""
    found = _likened(name, beside, names)
    return tuple(sorted(found, key=lambda each: (bool(each.parted), -each.score, each.id, each.name)))


def _likened(name: str, beside: str, names: ItemNames) -> Iterator[_Near]:
    plainly, around = bare(name), name + beside
    asked = folded(plainly)
    scores = names.likeness.known(plainly, SHOWN)
    likely = {known: max(score, ENDS) if heads(asked, known) else score for known, score in scores.items()}
    for known in sorted(likely, key=lambda known: (-likely[known], known))[:LOOKED_AT]:
        more = granting(plainly, known) or out_of_context(known, around)
        apart = (*parting(asked, known, beside), *([more] if more else []))
        yield from (_Near(id, likely[known], known, apart) for id in names.likeness.ids(known))
