"""What a diff says, in words and in the order of reading: the same pieces for text, Markdown and HTML."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from qingdan.findings import Location
from qingdan.model.declarations import elements, titled
from qingdan.model.registry import NameOf
from qingdan.printing.messages import basis_line
from qingdan.printing.values import pair
from qingdan.printing.words import because
from qingdan.reports.diff.facts import Diff, Difference
from qingdan.reports.region.facts import Region
from qingdan.values.saying import called, of_key, say
from qingdan.words.grammar import Lang, bracketed, colon, comma, joined, stop
from qingdan.words.said import Phrases
from qingdan.words.showing import visible

CHANGES = Phrases("diff.change")
ALLOWED = Phrases("diff.allowed")
#: Inside a province it is the province that asks.
_INSIDE = Phrases("diff.allowed_inside")
EFFECTS = Phrases("diff.effect")
#: A phrase of these reports with its values put in.
said = Phrases("diff")
#: What the two sides are called, where they are not an older and a newer one.
_SIDES = {"nation_province": ("of_nation", "of_list"), "province_places": ("of_province", "of_place")}
#: Codes of values that no registry names.
_CODES = Phrases("diff.code")
#: What a record or the head of a list says of itself besides its elements.
_FIELDS = Phrases("diff.field")
#: Reasons that speak of certain members of a list.
_OF_MEMBERS = ("missing", "asks_more", "forbidden", "stricter", "unmatched", "not_claimed")


@dataclass
class Group:
    """The differences of one item in one place; worst first."""

    name: str
    path: str
    national: str
    rows: list[Difference] = field(default_factory=list)


def groups(diff: Diff, silent: bool) -> dict[str, list[Group]]:
    """Name of the place → its items with what differs in them; the worst first everywhere.

    Args:
        diff: What differs.
        silent: With what a side does not state, too.
    """
    found: dict[str, dict[str, Group]] = {}
    for each in diff.differences:
        if _alone(each) or (diff.silent(each) and not silent):
            continue
        inside = found.setdefault(diff.places.get(each.locality, each.locality), {})
        path = each.item or each.path
        inside.setdefault(path, Group(each.name, path, each.national)).rows.append(each)
    return {place: list(items.values()) for place, items in found.items()}


def _alone(each: Difference) -> bool:
    """Whether an item stands on one side only: such items are listed by name."""
    return each.what == "item" and each.change in ("added", "removed", "not_stated")


def alone(diff: Diff, silent: bool) -> dict[str, list[str]]:
    """Code of a heading → the items that only one side has, each with its id and place.

    Args:
        diff: What differs.
        silent: With the items that a list known in part does not have, too.
    """
    found: dict[str, list[str]] = {}
    for each in diff.differences:
        if not _alone(each) or (_not_collected(each, diff) and not silent):
            continue
        because = "，".join(each.members) if each.reason == "not_claimed" else ""
        inside = "：".join(part for part in (diff.places.get(each.locality, ""), because) if part)
        id = each.item.rpartition("[")[2].rstrip("]")
        found.setdefault(_heading(each, diff), []).append(
            visible(f"{id} {each.name}" + (f"（{inside}）" if inside else ""))
        )
    return found


def _not_collected(each: Difference, diff: Diff) -> bool:
    """Whether a list known in part only is silent of an item; what came into a list or left it is told all the same."""
    return each.reason == "partial_list" and (diff.kind == "nation_province" or each.change == "not_stated")


def _heading(each: Difference, diff: Diff) -> str:
    if each.reason in ("no_link", "called_so", "not_claimed") or (
        each.reason == "partial_list" and diff.kind == "nation_province"
    ):
        return each.reason
    if each.reason in ("unread", "left_out"):
        return "unsure"
    if each.change == "added" and diff.kind in ("nation_province", "province_places"):
        return "extra" if diff.kind == "nation_province" else "own"
    return each.change


def title(diff: Diff, lang: Lang) -> str:
    """What is compared with what."""
    after = visible(diff.after)
    if diff.kind == "province_places" and diff.before == diff.after:
        after = said("every_place", lang)
    return f"{visible(diff.before)} → {after}"


def heads(diff: Diff, lang: Lang) -> list[str]:
    """Heads of the columns of a table of differences."""
    sides = _SIDES.get(diff.kind, ("before", "after"))
    return [said(code, lang) for code in ("result", "element", *sides, "why", "requirement", "where")]


def notes(diff: Diff, lang: Lang) -> list[str]:
    """What a reader must know before the rest."""
    return [visible(said(note.code, lang, **note.values)) for note in diff.notes]


def answers(each: Difference, diff: Diff, lang: Lang) -> str:
    """The answers that say something: whether it is allowed or what changed, and what it means for citizens."""
    judged = each.allowed != "unregulated"
    verdicts = _INSIDE if diff.kind == "province_places" else ALLOWED
    words = [verdicts(each.allowed, lang) if judged else CHANGES(each.change, lang)]
    doubtful = each.effect == "unknown" and each.change == "changed" and not judged
    if each.effect in ("better", "worse", "mixed") or doubtful:
        words.append(EFFECTS(each.effect, lang))
    return comma(lang).join(words)


def what(each: Difference, diff: Diff, lang: Lang) -> str:
    """The element with its channel and case, or the field of the record; for an item as a whole nothing."""
    words = elements().get(each.element)
    if words is None:
        field = _FIELDS.get(each.path.rpartition(".")[2], lang) if each.what in ("item", "list") else ""
        return field or visible(each.element)
    inner = visible(joined(of_key(each.key, diff.names), lang))
    return titled(each.element, lang) + (bracketed(inner, lang) if inner else "")


def values(each: Difference, diff: Diff, lang: Lang) -> tuple[str, str]:
    """What each side says; empty where a side has nothing, and where the reason says it all."""
    if each.relation == "excludes":
        return "", ""
    sides = zip((each.before, each.after), told(each, diff.names, lang), strict=True)
    shown = ["" if value in ("", None) and each.change != "not_stated" else text for value, text in sides]
    return shown[0], shown[1]


def told(each: Difference, names: NameOf, lang: Lang) -> tuple[str, str]:
    """Both sides in words, which differ where the sides do."""
    if not each.element or each.requirement:
        return _value(each.before, each.stated, names, lang), _value(each.after, each.stated, names, lang)
    return pair(each.element, each.before, each.after, lang, names)


def _value(value: object, element: str, names: NameOf, lang: Lang) -> str:
    if element:
        return say(value, lang, names, element)
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return joined([_coded(each, lang) for each in value], lang)
    if isinstance(value, str):
        return _coded(value, lang)
    return say(value, lang, names)


def _coded(text: str, lang: Lang) -> str:
    """A text with the codes of fields in words: ``JY-0701 part``."""
    return " ".join(_CODES(word, lang) if word in _CODES else visible(word) for word in text.split(" "))


def why(each: Difference, diff: Diff, lang: Lang) -> str:
    """The reason, with the members of the list that it is about."""
    if not each.reason:
        return ""
    told = visible(because(each.reason, each.share, lang))
    shown = each.members if each.reason in _OF_MEMBERS or each.relation == "excludes" else ()
    members = joined([called(name, diff.names, lang, each.element) for name in shown if name], lang)
    return told + (colon(lang) + members if members else "")


def bases(rows: Sequence[Difference], lang: Lang) -> dict[str, list[str]]:
    """The bases in words → the requirements that rest on them; each is named once."""
    found: dict[str, list[str]] = {}
    for each in rows:
        for basis in each.basis:
            ids = found.setdefault(basis_line(basis, lang), [])
            if each.requirement not in ids:
                ids.append(each.requirement)
    return found


def where(place: Location | None) -> str:
    """A place in a file; empty where there is none."""
    return f"{visible(place.file)}:{place.line}:{place.column}" if place else ""


def counts(diff: Diff, lang: Lang) -> list[tuple[str, str, int]]:
    """Code of an answer, its words, and how often it was given, of what differs; silence is no answer."""
    told = [each for each in diff.differences if not diff.silent(each)]
    judged = diff.kind in ("nation_province", "province_places")
    tables = [(_INSIDE if diff.kind == "province_places" else ALLOWED, "allowed")] if judged else []
    numbers = [
        (code, words(code, lang), sum(1 for each in told if getattr(each, question) == code))
        for words, question in (*tables, (EFFECTS, "effect"))
        for code in words
    ]
    return [row for row in numbers if row[2]]


def totals(diff: Diff, lang: Lang) -> str:
    """How much differs, is the same, and is not stated by one side."""
    silent = sum(1 for each in diff.differences if diff.silent(each))
    parts = [said("count", lang, n=len(diff.differences) - silent, same=diff.same)]
    parts += [said("silent", lang, n=silent)] if silent else []
    return comma(lang).join(parts) + stop(lang)


def renamings(diff: Diff, lang: Lang) -> list[str]:
    """Likely renames that nobody declared."""
    return [
        visible(said("renaming", lang, before=each.before, after=each.after, name=each.name))
        for each in diff.suggestions
    ]


def missed(diff: Diff | Region, lang: Lang) -> list[str]:
    """What was not compared because it could not be read, with what to do next."""
    lines = [
        said(code, lang) + colon(lang) + visible(joined(named, lang))
        for code, named in (("unread", diff.unread), ("left_out", diff.left_out))
        if named
    ]
    return [*lines, said("mend", lang)] if lines else []
