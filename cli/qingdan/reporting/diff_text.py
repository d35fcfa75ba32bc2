"""A diff for a person at a terminal: worst first; what is the same is counted, not shown."""

from __future__ import annotations

from collections.abc import Iterator

from qingdan.answers.differences import Diff, Difference
from qingdan.model.declarations import elements
from qingdan.reporting.escape import visible
from qingdan.reporting.messages import basis_line
from qingdan.reporting.saying import say
from qingdan.reporting.text import Paint, plain
from qingdan.reporting.words import Lang, because, bracketed, label, word

#: answer → (zh, en)
CHANGES: dict[str, tuple[str, str]] = {
    "same": ("相同", "same"), "added": ("新增", "added"), "removed": ("去掉", "removed"),
    "changed": ("变更", "changed"),
    "renamed": ("更名", "renamed"), "moved_level": ("调整层级", "moved level"), "suspended": ("暂停", "suspended"),
    "resumed": ("恢复", "resumed"), "cancelled": ("取消", "cancelled"), "not_stated": ("没有写", "not stated"),
    "unknown": ("比较不了", "cannot be compared"),
}  # fmt: skip
ALLOWED: dict[str, tuple[str, str]] = {
    "no": ("不符合全国要求", "not allowed"), "unsettled": ("未定", "unsettled"), "yes": ("符合", "allowed"),
    "unregulated": ("没有全国要求", "unregulated"),
}  # fmt: skip
_EFFECTS = {"better": "better", "worse": "worse", "mixed": "mixed", "none": "effect_none", "unknown": "effect_unknown"}
_STYLE = {"no": "error", "unsettled": "info", "yes": "good", "unregulated": "dim"}


def render(diff: Diff, lang: Lang, paint: Paint = plain, silent: bool = False) -> str:
    """The whole diff.

    Args:
        diff: What differs.
        lang: ``zh`` or ``en``.
        paint: Colours for a terminal, or none.
        silent: Show what a side does not state, too; else it is counted only.
    """
    pick = 0 if lang == "zh" else 1
    lines = [paint(f"{visible(diff.before)} → {visible(diff.after)}", "bold")]
    shown = [each for each in diff.differences if silent or each.change != "not_stated"]
    for each in shown:
        lines.extend(_difference(each, diff, lang, paint))
    hidden = len(diff.differences) - len(shown)
    for suggestion in diff.suggestions:
        told = ("可能是更名：{a} → {b}（{n}）；确是同一事项，在新事项写 moved: [{a}]",
                "probably renamed: {a} → {b} ({n}); if so, write moved: [{a}] on the new one")[pick]  # fmt: skip
        lines.append(visible(told.format(a=suggestion.before, b=suggestion.after, n=suggestion.name)))
    lines.extend(_summary(diff, hidden, lang))
    return "\n".join(lines) + "\n"


def _difference(each: Difference, diff: Diff, lang: Lang, paint: Paint) -> Iterator[str]:
    pick = 0 if lang == "zh" else 1
    words = elements().get(each.element)
    what = "" if words is None else f" {words.title}" if lang == "zh" else f" {each.element}"
    inner = "、".join(visible(diff.names.get(part, part)) for part in each.key if part)
    what += bracketed(inner, lang) if inner else ""
    answers = [CHANGES[each.change][pick], word(_EFFECTS[each.effect], lang)]
    if each.allowed != "unregulated":
        answers.append(ALLOWED[each.allowed][pick])
    head = "，".join(answers) if lang == "zh" else ", ".join(answers)
    yield f"  {paint(head, _STYLE[each.allowed])}  {visible(each.name)}{what}"
    before, after = (say(value, lang, diff.names, each.element) for value in (each.before, each.after))
    yield f"      {before} → {after}"
    if each.reason:
        told = because(each.reason, each.share, lang)
        listed = each.reason in ("missing", "asks_more", "forbidden", "stricter", "unmatched")
        members = "、".join(visible(diff.names.get(name, name)) for name in each.members if listed)
        yield f"      {told}" + (bracketed(members, lang) if members else "")
    for basis in each.basis[:1]:
        yield f"      {label('basis', lang)}{basis_line(basis, lang)}"
    places = [place for place in (each.before_place, each.after_place) if place]
    if places:
        yield paint("      " + "  →  ".join(f"{visible(p.file)}:{p.line}:{p.column}" for p in places), "dim")


def counted(diff: Diff, lang: Lang) -> list[str]:
    """How many differences there are; where there are any, what is allowed and what it means for citizens."""
    pick = 0 if lang == "zh" else 1
    zh = lang == "zh"
    count = len(diff.differences)
    allowed = diff.counts("allowed")
    parts = [f"{ALLOWED[name][pick]} {allowed[name]}" for name in ALLOWED if allowed[name]]
    effects = diff.counts("effect")
    parts += [f"{word(_EFFECTS[name], lang)} {effects[name]}" for name in ("worse", "mixed", "better") if effects[name]]
    joined = "，".join(parts) if zh else ", ".join(parts)
    told = f"共 {count} 处不同，{diff.same} 处相同。" if zh else f"{count} differences, {diff.same} the same."
    return [told, joined] if joined else [told]


def _summary(diff: Diff, hidden: int, lang: Lang) -> Iterator[str]:
    zh = lang == "zh"
    yield from counted(diff, lang)
    if hidden and zh:
        yield f"其中 {hidden} 处是一方没有写，没有列出（--all 列出）"
    elif hidden:
        yield f"{hidden} of them are silent on one side and not listed (--all)"
    if diff.unread:
        yield ("没有读成、没有比较的文件：" if zh else "Not read and not compared: ") + visible("、".join(diff.unread))
