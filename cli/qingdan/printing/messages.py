"""The words of one finding. Rules bring their own; requirements are worded by their relation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qingdan.findings import Finding, LegalBasis, Told
from qingdan.model.base import RegistryKind
from qingdan.model.declarations import elements, titled
from qingdan.model.wording import SOME
from qingdan.printing.words import label, word
from qingdan.rules import all_rules
from qingdan.values import kind_of
from qingdan.values.saying import called, frame, say
from qingdan.words.grammar import Lang, bracketed, comma, joined, reads_chinese, semicolon
from qingdan.words.said import Phrases
from qingdan.words.showing import visible

#: Relation → message of a requirement that is not met.
_NOT_MET = Phrases("not_met")
_ADVICE = Phrases("not_met.advice")


def message(finding: Finding, lang: Lang) -> str:
    """What was found, in one sentence."""
    told = _told(finding)
    values = {**finding.args, **finding.extra}
    if told is None:
        return _requirement(finding, values, lang)
    return told.say("message", lang).format(**_all_shown(told, values, lang))


def advice(finding: Finding, lang: Lang) -> str:
    """What to do next."""
    told = _told(finding)
    if told is None:
        return _ADVICE(str(finding.extra["relation"]), lang)
    return told.say("advice", lang).format(**_all_shown(told, {**finding.args, **finding.extra}, lang))


def title(finding: Finding, lang: Lang) -> str:
    """The title of a rule, or what a requirement requires."""
    told = _told(finding)
    return told.say("title", lang) if told else str(finding.extra.get("explains") or finding.id)


def _told(finding: Finding) -> Told | None:
    """The words of the rule that found something; ``None`` for a requirement."""
    rule = all_rules().get(finding.id)
    return rule.told if rule else finding.told


def basis_line(basis: LegalBasis, lang: Lang) -> str:
    """A legal basis with how well its text is known."""
    seen = [word(basis.seen, lang)] if basis.seen != "none" else []
    known = joined([word(basis.evidence, lang), *seen], lang)
    if basis.status:
        known += semicolon(lang) + ended(basis.status, basis.status_on, basis.successor, lang)
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
    if _told(finding):
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
    return visible(waiver["reason"] + bracketed(comma(lang).join(parts), lang))


def _requirement(finding: Finding, values: Mapping[str, Any], lang: Lang) -> str:
    relation = str(values["relation"])
    named: Mapping[tuple[RegistryKind, str], str] = values.get("names", {})

    def names(kind: RegistryKind, id: str) -> str:
        return named.get((kind, id), "")

    element = str(values["element"])
    members = [called(each, names, lang, element) for each in values["members"]]
    stated = values["stated"]
    if len(members) == 1 and SOME in members[0] and isinstance(stated, list) and len(stated) == 1:
        members = [say(stated, lang, names, element)]  # with its number
    kind = kind_of(element)
    listed = bool(members) and kind.members is not None
    shape = "_list" if listed else f"_{kind.name}"
    if listed and not values["required"] and relation == "within":
        shape = "_none"
    key = f"{relation}{shape}"
    place = str(values.get("place") or "")
    name = visible(" ".join(part for part in (place, str(values.get("local_name") or "")) if part))
    within = [visible(each) for each in frame(values, names)]
    parts = {
        "element": titled(element, lang),
        "key": bracketed(joined(within, lang), lang) if within else "",
        "stated": say(values["stated"], lang, names, element),
        "required": say(values["required"], lang, names, element),
        "members": joined(members, lang),
    }
    text = _NOT_MET(key if key in _NOT_MET else relation, lang, **parts)
    return f"{name}：{text}" if name else text


def _all_shown(told: Told, values: Mapping[str, Any], lang: Lang) -> dict[str, str]:
    """The arguments of a message as text. Elements are called by title and key: one is said, the other written."""
    shown = told.worded(values, lang)
    if reads_chinese(lang) and "elements" in shown:
        shown["elements"] = [f"{elements()[name].title} {name}" for name in values["elements"]]
    return {name: _shown(value, lang) for name, value in shown.items()}


def _shown(value: object, lang: Lang) -> str:
    return visible(joined(value, lang) if isinstance(value, list | tuple) else str(value))
