"""The words of one finding. Rules bring their own; requirements are worded by their relation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qingdan.findings import Finding, LegalBasis
from qingdan.model.declarations import elements, titled
from qingdan.model.wording import SOME
from qingdan.printing.words import label, word
from qingdan.rules import all_rules
from qingdan.rules.record import Rule
from qingdan.values import kind_of
from qingdan.values.saying import called, say
from qingdan.words.grammar import Lang, bracketed, joined
from qingdan.words.showing import visible

#: relation → message of a requirement that is not met (zh, en)
_NOT_MET: dict[str, tuple[str, str]] = {
    "within": ("{element}{key}写的是“{stated}”，全国要求不超过“{required}”",
               "{element}{key} says '{stated}'; the nation asks for no more than '{required}'"),
    "within_list": ("{element}{key}多了“{members}”，全国只要求“{required}”",
                    "{element}{key} asks for '{members}' as well; the nation asks for '{required}' only"),
    "within_none": ("{element}{key}写了“{members}”，全国规定什么都不要",
                    "{element}{key} asks for '{members}'; the nation asks for none"),
    "within_fee": ("{element}写的是“{stated}”，全国要求“{required}”",
                   "{element} says '{stated}'; the nation says '{required}'"),
    "covers": ("{element}{key}写的是“{stated}”，全国要求不少于“{required}”",
               "{element}{key} says '{stated}'; the nation asks for no less than '{required}'"),
    "covers_list": ("{element}{key}没有“{members}”，全国要求有“{required}”",
                    "{element}{key} lacks '{members}'; the nation asks for '{required}'"),
    "equal": ("{element}{key}写的是“{stated}”，全国规定为“{required}”",
              "{element}{key} says '{stated}'; the nation says '{required}'"),
    "excludes": ("{element}{key}有“{members}”，全国规定不得要求",
                 "{element}{key} has '{members}', which the nation forbids"),
}  # fmt: skip
#: Kinds of value of which single members are named.
_ADVICE: dict[str, tuple[str, str]] = {
    "within": ("改到全国要求之内；录入有误的按原文更正；有依据暂不改的，由批准人写进 waivers.yaml",
               "Bring it within the requirement or correct it; what must stay for now goes into waivers.yaml"),
    "covers": ("补上缺少的内容；实际已提供而没有写的，写进来",
               "Add what is missing; if it is offered but not written, write it"),
    "equal": ("改为全国规定的值，或核对是否对应错了全国事项",
              "Use the national value, or check whether the link to the national item is right"),
    "excludes": ("删去这一项；材料由经办机构自行核验的写 by: agency；有依据暂不改的，由批准人写进 waivers.yaml",
                 "Remove it; for a paper that the agency checks itself say by: agency; or waive it in waivers.yaml"),
}  # fmt: skip


def message(finding: Finding, lang: Lang) -> str:
    """What was found, in one sentence."""
    rule = all_rules().get(finding.id)
    values = {**finding.args, **finding.extra}
    if rule is None:
        return _requirement(finding, values, lang)
    template = rule.message.zh if lang == "zh" else rule.message.en
    return template.format(**_all_shown(rule, values, lang))


def advice(finding: Finding, lang: Lang) -> str:
    """What to do next."""
    rule = all_rules().get(finding.id)
    if rule is None:
        return _ADVICE[str(finding.extra["relation"])][0 if lang == "zh" else 1]
    values = _all_shown(rule, {**finding.args, **finding.extra}, lang)
    return (rule.advice.zh if lang == "zh" else rule.advice.en).format(**values)


def title(id: str, lang: Lang, explains: str = "") -> str:
    """The title of a rule, or what a requirement requires."""
    rule = all_rules().get(id)
    if rule is None:
        return explains or id
    return rule.title.zh if lang == "zh" else rule.title.en


def basis_line(basis: LegalBasis, lang: Lang) -> str:
    """A legal basis with how well its text is known."""
    seen = [word(basis.seen, lang)] if basis.seen != "none" else []
    known = joined([word(basis.evidence, lang), *seen], lang)
    if basis.status:
        known += ("；" if lang == "zh" else "; ") + ended(basis.status, basis.status_on, basis.successor, lang)
    number = f" {basis.number}" if basis.number else ""
    return visible(f"《{basis.title}》{number} {basis.article}".rstrip()) + bracketed(known, lang)


def ended(status: str, day: str, successor: str, lang: Lang) -> str:
    """What became of a document, since when, and what stands in its place; what is not known is not said."""
    told = word(f"ended_{status}_on" if day else f"ended_{status}", lang, day=day)
    if not successor:
        return told
    return told + word("ended_by", lang, successor=successor)


def remarks(finding: Finding, lang: Lang) -> list[str]:
    """By which day's rules a text was judged, and what it means for citizens; empty for rules."""
    if finding.id in all_rules():
        return []
    judged_by = str(finding.extra["judged_by"])
    lines = [] if judged_by == "asked" else [word(judged_by, lang, day=finding.extra["judged_on"])]
    effect = str(finding.extra["effect"])
    if effect in ("better", "worse", "mixed"):
        lines.insert(0, label("effect", lang) + word(effect, lang))
    return lines


def terms(waiver: Mapping[str, str], lang: Lang) -> str:
    """Why a finding is waived, on what basis, who approved it and until when."""
    basis = [label("basis", lang) + waiver["basis"]] if "basis" in waiver else []
    parts = [*basis, waiver["approved_by"], f"{word('until', lang)} {waiver['until']}"]
    return visible(waiver["reason"] + bracketed(("，" if lang == "zh" else ", ").join(parts), lang))


def _requirement(finding: Finding, values: Mapping[str, Any], lang: Lang) -> str:
    relation = str(values["relation"])
    names: Mapping[str, str] = values.get("names", {})
    element = str(values["element"])
    members = [called(each, names, lang, element) for each in values["members"]]
    stated = values["stated"]
    if len(members) == 1 and SOME in members[0] and isinstance(stated, list) and len(stated) == 1:
        members = [say(stated, lang, names, element)]  # with its number
    words = elements()[element]
    listed = bool(members) and words.declaration is not None and kind_of(element).members is not None
    shape = "_list" if listed else "_fee" if element == "fee" else ""
    if listed and not values["required"] and relation == "within":
        shape = "_none"
    template = _NOT_MET.get(f"{relation}{shape}") or _NOT_MET[relation]
    place = str(values.get("place") or "")
    name = visible(" ".join(part for part in (place, str(values.get("local_name") or "")) if part))
    parts = {
        "element": titled(element, lang),
        "key": _key(values, names, lang),
        "stated": say(values["stated"], lang, names, element),
        "required": say(values["required"], lang, names, element),
        "members": joined(members, lang),
    }
    text = template[0 if lang == "zh" else 1].format(**parts)
    return f"{name}：{text}" if name else text


def _key(values: Mapping[str, Any], names: Mapping[str, str], lang: Lang) -> str:
    shown = [visible(names.get(str(values[key]), str(values[key]))) for key in ("channel", "case") if values.get(key)]
    if not shown:
        return ""
    return bracketed(joined(shown, lang), lang)


def _all_shown(rule: Rule, values: Mapping[str, Any], lang: Lang) -> dict[str, str]:
    """The arguments of a message as text. Elements are called by title and key: one is said, the other written."""
    shown = rule.worded(values, lang)
    if lang == "zh" and "elements" in shown:
        shown["elements"] = [f"{elements()[name].title} {name}" for name in values["elements"]]
    return {name: _shown(value, lang) for name, value in shown.items()}


def _shown(value: object, lang: Lang) -> str:
    return visible(joined(value, lang) if isinstance(value, list | tuple) else str(value))
