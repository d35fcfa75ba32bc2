"""What an upgrade changes, and what a person must decide, for a person at a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from qingdan.comparing.three_way import required
from qingdan.model.declarations import elements
from qingdan.model.edition import Requirement
from qingdan.printing.messages import message
from qingdan.printing.paint import Paint, plain
from qingdan.printing.values import pair
from qingdan.printing.words import word
from qingdan.reports.upgrade.facts import Upgrade, UpgradeConflict, UpgradeEdit
from qingdan.values.saying import called, say
from qingdan.words.grammar import Lang, bracketed, comma, joined, reads_chinese
from qingdan.words.said import Phrases
from qingdan.words.showing import visible

_says = Phrases("upgrade")
_WHAT = Phrases("upgrade.what")

#: Reasons of conflicts that no comparison of values gives.
_REASONS = Phrases("upgrade.reason")
_EFFECTS = {"none": "effect_none", "unknown": "effect_unknown"}


def render(upgrade: Upgrade, lang: Lang, paint: Paint = plain, diffs: bool = False) -> str:
    """The whole upgrade.

    Args:
        upgrade: The plan and what became of it.
        lang: ``zh`` or ``en``.
        paint: Colours for a terminal, or none.
        diffs: Show the unified diff of each file, too.
    """
    lines = [paint(f"{visible(upgrade.name)}  {visible(upgrade.before)} → {visible(upgrade.after)}", "bold")]
    for edit in upgrade.edits:
        lines.extend(_edit(edit, upgrade, lang, paint))
    for conflict in upgrade.conflicts:
        lines.extend(_conflict(conflict, upgrade, lang, paint))
    if diffs:
        lines += [visible(line) for text in upgrade.diffs.values() for line in ("", *text.splitlines())]
    return "\n".join([*lines, *_summary(upgrade, lang)]) + "\n"


def _edit(edit: UpgradeEdit, upgrade: Upgrade, lang: Lang, paint: Paint) -> Iterator[str]:
    verb = _says("follows", lang)
    effect = word(_EFFECTS.get(edit.effect, edit.effect), lang)
    told = f"{verb}{comma(lang)}{effect}" if edit.what == "element" else verb
    yield f"  {paint(told, 'good')}  {visible(edit.name)} {_what(edit.element, edit.what, lang)}"
    before, after = sides(edit, upgrade, lang)
    yield f"      {before} → {after}"
    for old, new in edit.requirements:
        yield f"      {visible(old)} → {visible(new)}"
    yield paint(f"      {visible(edit.place.file)}:{edit.place.line}:{edit.place.column}", "dim")


def sides(edit: UpgradeEdit, upgrade: Upgrade, lang: Lang) -> tuple[str, str]:
    """What stood there and what stands there now, in words that differ where the two do."""
    if edit.what == "link":
        return _links(edit.before, lang), _links(edit.after, lang)
    return pair(edit.element, edit.before, edit.after, lang, upgrade.names)


def _links(value: Any, lang: Lang) -> str:
    return joined([f"{visible(link['item'])} {link.get('relation', 'exact')}" for link in value], lang)


def _what(element: str, what: str, lang: Lang) -> str:
    words = elements().get(element)
    if words is not None:
        return words.title if reads_chinese(lang) else element
    return _WHAT(what, lang)


def _conflict(conflict: UpgradeConflict, upgrade: Upgrade, lang: Lang, paint: Paint) -> Iterator[str]:
    what = f" {_what(conflict.element, '', lang)}" if conflict.element else ""
    head = paint(_says("conflict", lang), "error")
    yield f"  {head}  {visible(conflict.name or conflict.path)}{what}"
    yield f"      {reason(conflict, upgrade, lang)}"
    if conflict.element:
        yield f"      {_says('here', lang)}  {say(conflict.value, lang, upgrade.names, conflict.element)}"
        yield from _required(conflict.base, _says("was", lang), upgrade, lang)
        yield from _required(conflict.new, _says("now", lang), upgrade, lang)
    elif conflict.value:
        yield f"      {visible(str(conflict.value))}"
    for id, name in conflict.candidates:
        yield f"      {visible(id)} {visible(name)}"
    if conflict.place:
        yield paint(f"      {visible(conflict.place.file)}:{conflict.place.line}:{conflict.place.column}", "dim")


def _required(row: Requirement | None, when: str, upgrade: Upgrade, lang: Lang) -> Iterator[str]:
    if row is None:
        yield f"      {when}  {_says('nothing_required', lang)}"
    else:
        value = say(required(row), lang, upgrade.names, row["element"])
        yield f"      {when}  {visible(row['id'])} {value}{bracketed(visible(row['explains']), lang)}"


def reason(conflict: UpgradeConflict, upgrade: Upgrade, lang: Lang) -> str:
    """Why a person must decide."""
    told = _REASONS(conflict.reason, lang) if conflict.reason in _REASONS else word(conflict.reason, lang)
    if conflict.finding:
        told += f" {conflict.finding.id} {message(conflict.finding, lang)}"
    if conflict.members and conflict.reason in ("missing", "asks_more", "forbidden", "stricter", "unmatched"):
        members = [called(name, upgrade.names, lang, conflict.element) for name in conflict.members]
        told += bracketed(joined(members, lang), lang)
    return told


def _summary(upgrade: Upgrade, lang: Lang) -> Iterator[str]:
    if upgrade.half_done:
        yield _says("half_done", lang)
    if not upgrade.changes:
        yield _says("nothing_to_change", lang)
        return
    edits, conflicts, files = len(upgrade.edits), len(upgrade.conflicts), len(upgrade.diffs)
    yield _says("planned", lang, edits=edits, kept=upgrade.kept, conflicts=conflicts)
    for steps, count in sorted(Counter(upgrade.behind.values()).items()):
        if steps:
            yield _says("behind", lang, steps=steps, count=count)
    if upgrade.written:
        yield _says("files_written", lang, files=files)
    else:
        yield _says("would_change", lang, files=files)
    if upgrade.protected:
        names = joined([visible(name) for name in upgrade.protected], lang)
        yield _says("read_only", lang, names=names)
