"""The annex as plain texts: heads, rows, counts and notes, for whatever format writes it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from qingdan.printing.values import pair
from qingdan.printing.words import REASONS, because, label
from qingdan.reports.changelog.entries import Entry
from qingdan.reports.changelog.facts import Changelog
from qingdan.reports.changelog.words import element_name, element_title, places, said, shown, told
from qingdan.values import kind_of
from qingdan.values.saying import say
from qingdan.words.grammar import Lang, bracketed, joined

EFFECTS = ("better", "worse", "mixed", "none", "unjudged", "unknown")
#: Columns of the table: codes of their heads.
COLUMNS = ("number", "item", "kind", "before", "after", "reason", "basis", "effective_on", "effect")
#: What a new item is introduced by, where the list states it.
_INTRODUCED = ("audience", "levels", "materials", "promised_limit", "fee")
#: Why the effect of a change of an item as a whole cannot be said, where there is more to say than that.
_WHY = {
    "changed": "why_part",
    "renamed": "why_renamed",
    "moved_down": "why_moved",
    "moved_up": "why_moved",
    "moved_level": "why_moved",
}
_STATES = {"suspended": ("in_use", "is_suspended"), "resumed": ("is_suspended", "is_resumed")}


@dataclass(frozen=True)
class Row:
    """One row: a text, or several lines of text, for each column; an empty cell is one that the office fills in."""

    effect: str
    cells: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Sheet:
    """The annex.

    Attributes:
        title: Its title.
        versions: Heads and the rows of the two versions.
        counts: Heads and rows: kinds of change by number of items and changes.
        effects: One line: how many changes are better, worse and so on.
        audiences: Heads and rows: audiences by effect.
        groups: Title of a kind of change with its count → its rows.
        notes: What the reader must know.
    """

    title: str
    versions: list[list[str]]
    counts: list[list[str]]
    effects: str
    audiences: list[list[str]]
    groups: dict[str, list[Row]]
    notes: list[str]


def sheet(log: Changelog, lang: Lang) -> Sheet:
    """The annex of a changelog in the words of a language."""
    effects = Counter(map(effect_of, log.entries))
    counted = [f"{said(code, lang)} {effects[code]}" for code in EFFECTS if effects[code]]
    groups: dict[str, list[Row]] = {}
    number = 0
    for kind, entries in log.kinds().items():
        count = said("count", lang, items=len({entry.path for entry in entries}), rows=len(entries))
        rows = groups.setdefault(said(kind, lang) + bracketed(count, lang), [])
        for entry in entries:
            number += 1
            rows.append(_row(entry, number, log, lang))
    title = shown(log.after.name) + said("title", lang)
    title += bracketed(said("draft", lang), lang)
    notes, of, summed = list(_notes(log, lang)), _versions(log, lang), _counts(log, lang)
    return Sheet(title, of, summed, joined(counted, lang), _audiences(log, lang), groups, notes)


def _versions(log: Changelog, lang: Lang) -> list[list[str]]:
    rows = [[said(code, lang) for code in ("version", "list_name", "label", "as_of", "edition")]]
    for code, side in (("before", log.before), ("after", log.after)):
        as_of = side.as_of or said("not_stated", lang)
        edition = side.edition or said("not_stated", lang)
        rows.append([said(code, lang), *map(shown, (side.name, side.label, as_of, edition))])
    return rows


def _counts(log: Changelog, lang: Lang) -> list[list[str]]:
    rows = [[said(code, lang) for code in ("kind", "items", "rows")]]
    for kind, entries in log.kinds().items():
        rows.append([said(kind, lang), str(len({entry.path for entry in entries})), str(len(entries))])
    total = len({entry.path for entry in log.entries})
    rows.append([said("total", lang), str(total), str(len(log.entries))])
    return rows


def audience(entry: Entry, log: Changelog, lang: Lang) -> list[str]:
    """For whom the item is, or whom a change of the audience is about."""
    row = entry.difference
    stated = entry.record.get("audience", [])
    if row.element == "audience" and len(row.after or row.before or []) == 1:
        stated = row.after or row.before
    return [shown(say(member, lang, log.names, "audience")) for member in stated]


def _audiences(log: Changelog, lang: Lang) -> list[list[str]]:
    """How often each audience is better or worse off; empty where nobody is."""
    found: dict[str, Counter[str]] = {}
    for entry in (each for each in log.entries if each.kind != "requirement"):
        for name in audience(entry, log, lang) or [said("audience_unknown", lang)]:
            found.setdefault(name, Counter())[effect_of(entry)] += 1
    judged = {name: count for name, count in found.items() if any(count[code] for code in EFFECTS[:3])}
    heads = [said("whom", lang), *(said(code, lang) for code in EFFECTS)]
    rows = [[shown(name), *(str(count[code]) for code in EFFECTS)] for name, count in judged.items()]
    return [heads, *rows] if rows else []


def _row(entry: Entry, number: int, log: Changelog, lang: Lang) -> Row:
    before, after = _values(entry, log, lang)
    element = element_title(entry, log, lang)
    item = (shown(entry.name), shown(entry.id), *([shown(entry.place)] if entry.place else []))
    cells = {
        "number": (str(number),),
        "item": item,
        "kind": (said(entry.kind, lang), *([element] if element else [])),
        "before": (before,),
        "after": tuple(each for each in (*after, places(entry, lang)) if each),
        "reason": tuple(map(shown, entry.reason)),
        "basis": tuple(citation(each) for each in entry.basis),
        "effective_on": tuple(map(shown, entry.effective_on)),
        "effect": tuple(_effect(entry, log, lang)),
    }
    return Row(effect_of(entry), cells)


def effect_of(entry: Entry) -> str:
    """What a row says of the effect: a telephone, or the form of a paper, that changed is not "no effect"."""
    row = entry.difference
    if row.effect != "none" or not row.element:
        return row.effect
    kind = kind_of(row.element)
    unread = not kind.ranked or (kind.members and kind.members.reworded and row.change == "changed")
    return "unjudged" if unread else "none"


def citation(cited: Mapping[str, str]) -> str:
    """A document as it is cited."""
    title = f"《{cited['title']}》" if cited["title"] else ""
    return shown(" ".join(part for part in (title, cited["number"], cited["article"]) if part))


def _values(entry: Entry, log: Changelog, lang: Lang) -> tuple[str, list[str]]:
    """What stood there, and the lines of what stands there now."""
    row = entry.difference
    if entry.kind == "requirement":
        before, after = pair(row.element, row.before, row.after, lang, log.names)
        dash, frame = said("dash", lang), [said("frame_changed", lang)] if before == after else []
        return dash if row.before is None else before, [dash if row.after is None else after, *frame]
    if entry.kind == "changed":
        before, after = pair(entry.part, row.before, row.after, lang, log.names)
        absent = row.element and row.change == "added" and row.reason != "not_stated_before"
        gone = row.change == "removed"
        return said("dash", lang) if absent else before, [said("dash", lang) if gone else after]
    return _whole(entry, log, lang)


def _whole(entry: Entry, log: Changelog, lang: Lang) -> tuple[str, list[str]]:
    """A change of the item as a whole."""
    row, kind = entry.difference, entry.kind
    if kind == "new":
        split = row.reason == "split_from"
        before = said("split_from", lang, name=shown(row.before)) if split else said("dash", lang)
        return before, [shown(entry.name), *_introduction(entry, log, lang)]
    if kind == "cancelled" and row.change == "removed":
        gone = said("merged_into", lang, name=shown(entry.follows)) if entry.follows else said("unlisted", lang)
        return said("listed", lang), [gone]
    if kind == "cancelled":
        follows = [said("follows", lang, name=shown(entry.follows))] if entry.follows else []
        before = said("is_suspended" if row.before == "suspended" else "in_use", lang)
        return before, [said("is_cancelled", lang), *follows]
    if kind in ("taken_up", "given_up"):
        pair_of = ("not_claimed", "claimed") if kind == "taken_up" else ("claimed", "not_claimed")
        return said(pair_of[0], lang), [said(pair_of[1], lang)]
    if kind in _STATES:
        return said(_STATES[kind][0], lang), [said(_STATES[kind][1], lang)]
    before, after = (told(value, lang, log.names, row.stated) for value in (row.before, row.after))
    return before, [after]


def _introduction(entry: Entry, log: Changelog, lang: Lang) -> Iterator[str]:
    for element in _INTRODUCED:
        if element in entry.record:
            _, value = pair(element, None, entry.record[element], lang, log.names)
            yield element_name(element, lang) + label("", lang) + value


def _effect(entry: Entry, log: Changelog, lang: Lang) -> Iterator[str]:
    """The effect, on whom, and why it cannot be said where it cannot."""
    effect = effect_of(entry)
    yield said(effect, lang)
    if effect in ("better", "worse", "mixed") and entry.kind != "requirement":
        yield joined(audience(entry, log, lang), lang) or said("audience_unknown", lang)
    elif effect == "unjudged":
        yield said("why_unjudged", lang)
    elif effect == "unknown":
        yield why(entry, lang)


def why(entry: Entry, lang: Lang) -> str:
    """Why nobody can say whether citizens gain."""
    row = entry.difference
    if entry.kind == "requirement":
        return said("why_requirement", lang)
    if not row.element:
        return said(_WHY.get(entry.kind, "why_whole"), lang)
    if row.change == "not_stated" or (row.change == "removed" and not row.reason):
        return said("why_unstated", lang)
    if row.change == "added" and row.reason in ("", "not_stated_before"):
        return said("why_unstated_before", lang)
    return because(row.reason, row.share, lang) if row.reason in REASONS else said("why_other", lang)


def _notes(log: Changelog, lang: Lang) -> Iterator[str]:
    yield from about(log, lang)
    yield said("note_draft", lang, day=shown(log.as_of))
    yield said("note_blank" if log.of == "list" else "note_blank_edition", lang)
    yield said("note_effect", lang)
    if any(entry.kind == "new" and entry.basis for entry in log.entries):
        yield said("note_basis", lang)
    for head in log.heads:
        if head.path.startswith("localities["):
            why = bracketed(because(head.reason, "", lang), lang) if head.reason else ""
            yield said("note_place", lang, before=shown(head.before), after=shown(head.after), why=why)
            continue
        before, after = pair(head.path, head.before, head.after, lang, log.names)
        yield said("note_head", lang, title=element_name(head.path, lang), before=before, after=after)
    changes = Counter((entry.kind, entry.difference.change) for entry in log.entries if not entry.follows)
    if removed := changes["cancelled", "removed"]:
        yield said("note_removed", lang, n=removed)
    if silent := changes["changed", "not_stated"]:
        yield said("note_silent", lang, n=silent)
    if log.before.as_of and log.before.as_of == log.after.as_of and log.entries and log.of == "list":
        yield said("note_same_day", lang, day=shown(log.after.as_of))
    if log.effects()["unknown"]:
        yield said("note_unknown", lang, n=log.effects()["unknown"])
    for each in log.suggestions:
        yield said("note_rename", lang, before=shown(each.before), after=shown(each.after), name=shown(each.name))
    yield from incomplete(log, lang)


def about(log: Changelog, lang: Lang) -> Iterator[str]:
    """What kind of text the two versions are."""
    kinds = {log.before.kind, log.after.kind}
    if "sample" in kinds:
        yield said("note_sample", lang)
    if kinds & {"archive", "collection"}:
        yield said("note_collection", lang)
    if log.of == "edition":
        yield said("note_edition", lang)


def places_now(log: Changelog, lang: Lang) -> Iterator[str]:
    """Places that have another name now, or were merged into one; a code says nothing to a citizen."""
    for head in log.heads:
        if head.path.startswith("localities["):
            before, after = (shown(str(value).rpartition(" ")[0]) for value in (head.before, head.after))
            if before != after:
                yield said("place_now", lang, before=before, after=after)


def incomplete(log: Changelog, lang: Lang) -> Iterator[str]:
    """What was not read, and what therefore stays open."""
    if log.unread:
        yield said("note_unread", lang, files=joined([shown(name) for name in log.unread], lang))
    if log.left_out:
        yield said("note_left_out", lang, names=joined([shown(name) for name in log.left_out], lang))
    if log.unsure:
        yield said("note_unsure", lang, names=joined([_open(entry, log, lang) for entry in log.unsure], lang))


def _open(entry: Entry, log: Changelog, lang: Lang) -> str:
    title = element_title(entry, log, lang)
    return f"{shown(entry.name)} {shown(entry.id)}" + (bracketed(title, lang) if title else "")
