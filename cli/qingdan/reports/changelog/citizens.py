"""The short version for citizens: what changes for whoever applies, in plain words and without codes.

Only what matters to them is told. What is unchanged is not told; what a list no longer says is not told as a refusal.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from qingdan.model.declarations import burdens, felt, for_offices
from qingdan.model.fields import of_model
from qingdan.model.parts import Fee, Material
from qingdan.printing.values import pair
from qingdan.reports.changelog.entries import Entry
from qingdan.reports.changelog.facts import Changelog
from qingdan.reports.changelog.sentences import OTHERS
from qingdan.reports.changelog.sentences import SAID as _said
from qingdan.reports.changelog.sheet import about, places_now
from qingdan.reports.changelog.sheet import citation as cited
from qingdan.reports.changelog.words import element_name, shown, told
from qingdan.values import kind_of
from qingdan.values.saying import of_key
from qingdan.words.grammar import Lang, bracketed, joined, reads_chinese, space
from qingdan.words.said import Phrases

Tag = Literal["h2", "h3", "p", "li"]

#: A member that went or came without the comparison being sure that it makes a difference.
_SURE = ("better", "worse", "mixed")


#: Elements that list papers, and those that say what it costs: people are told of them in sentences of their own.
_PAPERS, _FEES = of_model(Material), of_model(Fee)
#: What a person needs to know of a paper.
_OF_PAPERS = ("id", "name", "any_of", "necessity", "when", "case", "form", "original_copies", "copies")


@dataclass(frozen=True)
class Page:
    """The text of a page: a title, then headings, paragraphs and points."""

    title: str
    blocks: list[tuple[Tag, str]]


#: Heading → the kinds of change below it.
_HEADINGS = {
    "h_new": ("new",),
    "h_cancelled": ("cancelled",),
    "h_suspended": ("suspended", "resumed"),
    "h_renamed": ("renamed",),
    "h_changed": ("moved_down", "moved_up", "moved_level", "changed"),
    "h_places": ("taken_up", "given_up"),
}


def page(log: Changelog, lang: Lang) -> Page:
    """What changes for citizens between two versions of a list."""
    blocks: list[tuple[Tag, str]] = [("p", _said("of", lang, name=shown(log.after.name)))]
    blocks += [("p", text) for text in (*about(log, lang), *places_now(log, lang))]
    start = len(blocks)
    listed: list[Entry] = []
    for heading, kinds in _HEADINGS.items():
        entries = [
            (entry, text) for entry in log.entries if entry.kind in kinds and (text := sentence(entry, log, lang))
        ]
        if entries:
            blocks.append(("h2", _said(heading, lang)))
            blocks += _grouped(entries, heading == "h_changed", lang)
            listed += [entry for entry, _ in entries]
    if len(blocks) == start:
        blocks.append(("p", _said("nothing", lang)))
    blocks += _asking(listed, lang)
    blocks += [("p", text) for text in _source(log, listed, lang)]
    return Page(_said("title", lang), blocks)


def _grouped(entries: list[tuple[Entry, str]], headed: bool, lang: Lang) -> Iterator[tuple[Tag, str]]:
    """Changes of one service stand together under its name."""
    if not headed:
        yield from (("li", text) for _, text in entries)
        return
    by_item: dict[str, list[tuple[Entry, str]]] = {}
    for entry, text in entries:
        by_item.setdefault(entry.path, []).append((entry, text))
    for rows in by_item.values():
        entry = rows[0][0]
        yield "h3", shown(entry.name) + (bracketed(shown(entry.place), lang) if entry.place else "")
        yield from (("li", text) for _, text in rows)


def sentence(entry: Entry, log: Changelog, lang: Lang) -> str:
    """What a citizen is told of one change; ``""`` where it does not matter to them."""
    text = _of_element(entry, log, lang) if entry.kind == "changed" else _of_item(entry, log, lang)
    if not text:
        return ""
    more = (
        [_said("from", lang, day=joined([_day(day, lang) for day in entry.effective_on], lang))]
        if entry.effective_on
        else []
    )
    if entry.kind == "given_up" and entry.reason:
        more.insert(0, _said("because", lang, reason=joined([shown(each) for each in entry.reason], lang)))
    if entry.also and entry.place:
        more.append(_said("also", lang, places=joined([shown(place) for place in entry.also], lang)))
    return _sentences([text, *more], lang)


def _sentences(texts: Iterable[str], lang: Lang) -> str:
    return space(lang).join(filter(None, texts))


def _of_item(entry: Entry, log: Changelog, lang: Lang) -> str:
    row, name = entry.difference, shown(entry.name)
    if entry.kind == "new":
        value = pair("audience", None, entry.record.get("audience"), lang, log.names)[1]
        whom = _said("new_for", lang, value=value) if "audience" in entry.record else ""
        code = "split" if row.reason == "split_from" else "new"
        return _sentences([_said(code, lang, name=name, before=shown(row.before)), whom], lang)
    if entry.kind == "cancelled":
        if row.change == "removed":
            return _said("merged" if entry.follows else "unlisted", lang, name=name, after=shown(entry.follows))
        called = entry.follows.rpartition(" ")[0] or entry.follows
        follows = _said("follows", lang, name=shown(called)) if called else ""
        return _sentences([_said("cancelled", lang, name=name), follows], lang)
    if entry.kind in ("renamed", "moved_down", "moved_up", "moved_level"):
        before, after = (told(value, lang, log.names, row.stated) for value in (row.before, row.after))
        if entry.kind == "renamed":
            return "" if after == entry.id else _said("renamed", lang, before=before, after=after)
        return _said("moved", lang, before=before, after=after)
    return "" if entry.kind == "requirement" else _said(entry.kind, lang, name=name, place=shown(entry.place))


def _of_element(entry: Entry, log: Changelog, lang: Lang) -> str:
    row, own = entry.difference, _own(entry.difference.element)
    if for_offices(row.element) and not any(own):
        return ""
    code = _code(entry)
    said = own if code in own else OTHERS
    if code not in said or (any(own) and said is OTHERS and not code.endswith("_unsure")):
        return ""
    old, new = row.before, row.after
    if code == "changed" and row.element in _PAPERS:
        old, new = _papers(old, new)
    before, after = pair(row.element, old, new, lang, log.names)
    if code == "changed" and before == after:
        return ""
    latest = row.before if row.after is None else row.after
    value = pair(row.element, None, latest, lang, log.names)[1] + _when(entry, lang)
    key = shown(joined(of_key(row.key, log.names), lang))
    return said(
        code,
        lang,
        before=_spaced(before, lang),
        after=_spaced(after, lang),
        value=value,
        key=bracketed(key, lang) if key else "",
        element=element_name(row.element, lang),
        effect=_said(felt(row.element, row.effect) or "unclear", lang),
    )


def _own(element: str) -> Phrases:
    """The sentences about an element, where there are some of its own."""
    return Phrases(f"citizens.element.{element}")


def _papers(before: list[Material], after: list[Material]) -> tuple[object, object]:
    """Of a paper on both sides, what matters to whoever brings it; what is no longer said is left out."""
    old, new = dict(before[0]), dict(after[0])
    kept = [key for key in _OF_PAPERS if key in new]
    return [{key: old[key] for key in kept if key in old}], [{key: new[key] for key in kept}]


def _spaced(text: str, lang: Lang) -> str:
    """A blank between a figure and the Chinese words beside it."""
    return f"{' ' * text[:1].isdecimal()}{text}" if reads_chinese(lang) else text


def _day(day: str, lang: Lang) -> str:
    """A day as people say it."""
    parts = [str(int(part)) for part in day.split("-")] if day.replace("-", "").isdecimal() else []
    if reads_chinese(lang) and parts:
        return "".join(part + sign for part, sign in zip(parts, "年月日", strict=False))
    return shown(day)


def _when(entry: Entry, lang: Lang) -> str:
    """In which case a paper that came is asked for."""
    after = entry.difference.after
    single = entry.difference.element in _PAPERS and isinstance(after, list) and len(after) == 1
    when = str(after[0].get("when") or after[0].get("case") or "") if single else ""
    return bracketed(shown(when), lang) if when else ""


def _code(entry: Entry) -> str:
    """Which sentence fits; ``""`` for what is not told. That a list no longer speaks of something is no news."""
    row = entry.difference
    if row.change == "not_stated" and row.reason != "known_in_part":
        return ""
    if row.before is None and row.after == [] and not any(_own(row.element)):
        return ""
    if row.element in _PAPERS and (row.before is None or isinstance(row.before, list)) and not _whole(entry):
        return _paper(entry)
    if row.after is None:
        return "removed" if row.effect in _SURE else "removed_unsure"
    if row.before is None:
        if _whole(entry):
            return "stated"
        return "added_unsure" if burdens(row.element) and row.effect not in _SURE else "added"
    if row.element in _FEES and row.before.get("charged") != row.after.get("charged"):
        return "charged" if row.after.get("charged") == "yes" else "free"
    unread = not any(_own(row.element)) or not kind_of(row.element).ranked  # nobody weighed it: it is told
    return "changed" if row.effect != "none" or unread else ""


def _whole(entry: Entry) -> bool:
    """Whether an element is stated for the first time, for all or for one channel and case."""
    row = entry.difference
    own = _own(row.element)
    whole = any(own) and "added" not in own
    return row.change == "added" and (row.reason == "not_stated_before" or whole)


def _paper(entry: Entry) -> str:
    """For papers: whether a person brings it, fills it in, or need not care."""
    row = entry.difference
    old, new = (each[0] if each else None for each in (row.before, row.after))
    fetched = [side is not None and side.get("by") == "agency" for side in (old, new)]
    if old and new:
        return {(False, True): "fetched", (True, False): "not_fetched", (True, True): ""}.get(
            (fetched[0], fetched[1]), "changed"
        )
    side = new or old or {}
    if any(fetched) or side.get("necessity") == "optional":
        return ""
    code = "added" if new else "removed"
    if row.effect == "unknown":
        return f"{code}_unsure"
    return f"form_{code}" if side.get("type") == "form" else code


def _asking(entries: list[Entry], lang: Lang) -> Iterator[tuple[Tag, str]]:
    """The phones that the list states for what was told, each once."""
    phones: dict[str, list[str]] = {}
    for entry in entries:
        phone = str(entry.record.get("contact", {}).get("phone", ""))
        name = shown(entry.place or entry.name)
        if phone and name not in phones.setdefault(phone, []):
            phones[phone].append(name)
    if entries:
        yield "h2", _said("h_ask", lang)
        yield from (
            ("li", _said("ask", lang, name=joined(names, lang), phone=shown(phone))) for phone, names in phones.items()
        )
        if not phones:
            yield "p", _said("no_phone", lang)


def _source(log: Changelog, entries: list[Entry], lang: Lang) -> Iterator[str]:
    files = dict.fromkeys(cited(each) for entry in entries if entry.kind != "new" for each in entry.basis)
    if files:
        yield _said("source", lang, files=joined(list(files), lang))
    if not all(entry.place for entry in entries):
        yield _said("places", lang)
    if not log.complete:
        yield _said("incomplete", lang)
    yield _said("made", lang, day=_day(log.as_of, lang))
