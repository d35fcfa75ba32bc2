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
from qingdan.values.saying import say
from qingdan.words.grammar import Lang, bracketed, joined
from qingdan.words.showing import visible

#: Reasons of conflicts that no comparison of values gives.
_REASONS: dict[str, tuple[str, str]] = {
    "split": ("全国事项拆成了几个，请选定对应哪一个", "the national item was split; choose the one that is meant"),
    "dropped": ("全国事项已取消，没有后继", "the national item was dropped and has no successor"),
    "new_item": ("新增的全国事项，清单里还没有", "a new national item that the list does not have"),
    "other_requirement": ("随国家改了就不合另一项要求", "to follow would break another requirement"),
    "finding": ("升级以后校验会报出", "validation would find"),
}
_HALF_DONE = (
    "上一次升级断在半路，以上按写了一半的清单算；不带 --dry-run 再运行，会先恢复原样再升级。",
    "An earlier upgrade was cut off, and this is of a list half changed; without --dry-run it is put right first.",
)
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
    zh = lang == "zh"
    verb = "随国家改" if zh else "follows"
    effect = word(_EFFECTS.get(edit.effect, edit.effect), lang)
    told = f"{verb}{'，' if zh else ', '}{effect}" if edit.what == "element" else verb
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
        return words.title if lang == "zh" else element
    names = {"link": ("对应的全国事项", "implements"), "edition": ("对照的全国基准", "edition")}
    return names[what][0 if lang == "zh" else 1]


def _conflict(conflict: UpgradeConflict, upgrade: Upgrade, lang: Lang, paint: Paint) -> Iterator[str]:
    zh = lang == "zh"
    what = f" {_what(conflict.element, '', lang)}" if conflict.element else ""
    head = paint("冲突" if zh else "conflict", "error")
    yield f"  {head}  {visible(conflict.name or conflict.path)}{what}"
    yield f"      {reason(conflict, upgrade, lang)}"
    if conflict.element:
        yield f"      {'本省' if zh else 'here'}  {say(conflict.value, lang, upgrade.names, conflict.element)}"
        yield from _required(conflict.base, "原来" if zh else "was", upgrade, lang)
        yield from _required(conflict.new, "现在" if zh else "is", upgrade, lang)
    elif conflict.value:
        yield f"      {visible(str(conflict.value))}"
    for id, name in conflict.candidates:
        yield f"      {visible(id)} {visible(name)}"
    if conflict.place:
        yield paint(f"      {visible(conflict.place.file)}:{conflict.place.line}:{conflict.place.column}", "dim")


def _required(row: Requirement | None, when: str, upgrade: Upgrade, lang: Lang) -> Iterator[str]:
    if row is None:
        yield f"      {when}  {'没有要求' if lang == 'zh' else 'nothing required'}"
    else:
        value = say(required(row), lang, upgrade.names, row["element"])
        yield f"      {when}  {visible(row['id'])} {value}{bracketed(visible(row['explains']), lang)}"


def reason(conflict: UpgradeConflict, upgrade: Upgrade, lang: Lang) -> str:
    """Why a person must decide."""
    pair = _REASONS.get(conflict.reason)
    told = pair[0 if lang == "zh" else 1] if pair else word(conflict.reason, lang)
    if conflict.finding:
        told += f" {conflict.finding.id} {message(conflict.finding, lang)}"
    if conflict.members and conflict.reason in ("missing", "asks_more", "forbidden", "stricter", "unmatched"):
        told += bracketed(joined([visible(upgrade.names.get(name, name)) for name in conflict.members], lang), lang)
    return told


def _summary(upgrade: Upgrade, lang: Lang) -> Iterator[str]:
    zh = lang == "zh"
    if upgrade.half_done:
        yield _HALF_DONE[0 if zh else 1]
    if not upgrade.changes:
        yield "已经对照这一版，没有要改的。" if zh else "Already written against this edition; nothing to change."
        return
    edits, conflicts, files = len(upgrade.edits), len(upgrade.conflicts), len(upgrade.diffs)
    if zh:
        yield f"改 {edits} 处，保留本省自定的 {upgrade.kept} 处，冲突 {conflicts} 处（本省的写法没有动）。"
    else:
        yield f"{edits} edits, {upgrade.kept} own values kept, {conflicts} conflicts (left as the province has them)."
    for steps, count in sorted(Counter(upgrade.behind.values()).items()):
        if steps:
            yield f"落后 {steps} 版的事项 {count} 项。" if zh else f"{count} items were {steps} edition(s) behind."
    if upgrade.written:
        yield f"已写 {files} 个文件。" if zh else f"{files} files written."
    else:
        yield f"没有写文件；会改 {files} 个。" if zh else f"Nothing was written; {files} files would change."
    if upgrade.protected:
        names = joined([visible(name) for name in upgrade.protected], lang)
        yield (
            f"这些文件是只读的，不改成可写就不会写：{names}" if zh else f"Read-only, make them writable first: {names}"
        )
