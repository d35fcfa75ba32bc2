"""The documents of an edition in a terminal: a line each, and for those that changed what they touch."""

from __future__ import annotations

from collections.abc import Iterator

from qingdan.reports.documents.facts import DocumentState, DocumentStates
from qingdan.reports.documents.grounds import told_state
from qingdan.words.grammar import Lang, bracketed, joined
from qingdan.words.showing import visible

_WORDS = {
    "head": ("全国基准 {edition}，以 {day} 为准：{n} 份文件", "Edition {edition} as of {day}: {n} documents"),
    "changed": ("被替代、废止、到期或修订的", "replaced, ended or amended"),
    "since": ("{day} 以后或者哪天没有记录", "on or after {day}, or on a day that is not recorded"),
    "none": ("没有这样的文件。", "There is none."),
    "open": ("未定的要求（没有别的依据）", "Requirements that are open, with no other basis"),
    "over": ("自己写明已到期的要求", "Requirements that have ended by their own words"),
    "kept": ("还有效的要求", "Requirements that stand"),
    "items": ("全国事项", "National items"),
    "citing": ("引用它的事项", "Items that cite it"),
    "undated": ("没有日期", "undated"),
    "note": ("各地依据旧文件制定的文件，在自己被替代以前照旧有效。状态没有向发布机关核实。",
             "What a place issued under an old document holds until it is replaced itself. No state was verified "
             "with the issuer."),
    "next": ("下一步：qingdan explain 文号或编号 看一份文件；--changed 看变了的、触及什么",
             "Next: qingdan explain with a number or an id shows one; --changed shows what changed and touches what"),
}  # fmt: skip


def render(found: DocumentStates, lang: Lang) -> str:
    """The documents as text."""
    return "\n".join(_lines(found, lang)) + "\n"


def _said(code: str, lang: Lang, **values: object) -> str:
    return _WORDS[code][0 if lang == "zh" else 1].format(**values)


def _lines(found: DocumentStates, lang: Lang) -> Iterator[str]:
    head = _said("head", lang, edition=visible(found.edition), day=found.as_of, n=len(found.rows))
    limits = [_said("changed", lang)] if found.changed else []
    limits += [_said("since", lang, day=found.since)] if found.since else []
    yield head + (bracketed(joined(limits, lang), lang) if limits else "")
    if not found.rows:
        yield _said("none", lang)
    for row in found.rows:
        if found.changed:
            yield ""
            yield from _changed(row, lang)
        else:
            yield _line(row, lang)
    yield ""
    yield _said("note" if found.changed else "next", lang)


def _line(row: DocumentState, lang: Lang) -> str:
    document = row.document
    named = "  ".join(visible(part) for part in (document.get("number", ""), document["title"]) if part)
    return f"{told_state(row, lang)}  {named}  {document['id']}"


def _changed(row: DocumentState, lang: Lang) -> Iterator[str]:
    document = row.document
    yield "  ".join(visible(part) for part in (document.get("number", ""), document["title"], document["id"]) if part)
    yield f"  {told_state(row, lang)}"
    if "note" in document:
        yield f"  {visible(document['note'])}"
    for code, ids in (("open", row.open), ("over", row.over), ("kept", row.kept)):
        if ids:
            yield f"  {_said(code, lang)}{_colon(lang)}"
            told = (each for each in row.requirements if each["id"] in ids)
            yield from (f"    {each['id']:<12} {visible(each['explains'])}" for each in told)
    if row.items:
        named = joined([f"{id} {visible(name)}" for id, name in row.items.items()], lang)
        yield f"  {_said('items', lang)}{_colon(lang)}{named}"
    if row.citing:
        yield f"  {_said('citing', lang)}{_colon(lang)}"
        for each in row.citing:
            day = each.day or _said("undated", lang)
            yield "    " + "  ".join((visible(each.list), visible(each.name), visible(each.path), day))


def _colon(lang: Lang) -> str:
    return "：" if lang == "zh" else ": "
