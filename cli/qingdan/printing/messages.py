"""The words of one finding. Rules bring their own; requirements are worded by their relation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from qingdan.findings import Argument, Finding, LegalBasis, NotMet, Told
from qingdan.model.declarations import elements, titled
from qingdan.model.values import strings
from qingdan.model.wording import SOME
from qingdan.printing.words import label, word
from qingdan.rules import all_rules
from qingdan.values import kind_of
from qingdan.values.saying import called, of_key, say
from qingdan.words.grammar import Lang, bracketed, colon, comma, joined, reads_chinese, semicolon
from qingdan.words.said import Phrases
from qingdan.words.showing import visible

#: Relation → message of a requirement that is not met.
_NOT_MET = Phrases("not_met")
_ADVICE = Phrases("not_met.advice")


def message(finding: Finding, lang: Lang) -> str:
    """What was found, in one sentence."""
    if finding.not_met:
        return _requirement(finding.not_met, lang)
    return _of_rule("message", finding, lang)


def advice(finding: Finding, lang: Lang) -> str:
    """What to do next."""
    return _ADVICE(finding.not_met.relation, lang) if finding.not_met else _of_rule("advice", finding, lang)


def title(finding: Finding, lang: Lang) -> str:
    """The title of a rule, or what a requirement requires."""
    return finding.not_met.explains if finding.not_met else _told(finding).say("title", lang)


def _of_rule(part: Literal["message", "advice"], finding: Finding, lang: Lang) -> str:
    told = _told(finding)
    return told.say(part, lang).format(**_all_shown(told, {**finding.args, **finding.extra}, lang))


def _told(finding: Finding) -> Told:
    """The words of the rule that found something."""
    return finding.told or all_rules()[finding.id].told


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
    met = finding.not_met
    if met is None:
        return []
    lines = [] if met.judged_by == "asked" else [word(met.judged_by, lang, day=met.judged_on)]
    if met.effect in ("better", "worse", "mixed"):
        lines.insert(0, label("effect", lang) + word(met.effect, lang))
    return lines


def terms(waiver: Mapping[str, str], lang: Lang) -> str:
    """Why a finding is waived, on what basis, who approved it and until when."""
    basis = [label("basis", lang) + waiver["basis"]] if "basis" in waiver else []
    parts = [*basis, waiver["approved_by"], f"{word('until', lang)} {waiver['until']}"]
    return visible(waiver["reason"] + bracketed(comma(lang).join(parts), lang))


def _requirement(met: NotMet, lang: Lang) -> str:
    members = [called(each, met.name, lang, met.element) for each in met.members]
    stated = met.stated
    if len(members) == 1 and SOME in members[0] and isinstance(stated, list) and len(stated) == 1:
        members = [say(stated, lang, met.name, met.element)]  # with its number
    kind = kind_of(met.element)
    listed = bool(members) and kind.members is not None
    shape = "_list" if listed else f"_{kind.name}"
    if listed and not met.required and met.relation == "within":
        shape = "_none"
    key = f"{met.relation}{shape}"
    name = visible(" ".join(part for part in (met.place, met.local_name) if part))
    within = [visible(each) for each in of_key(met.key, met.name)]
    parts = {
        "element": titled(met.element, lang),
        "key": bracketed(joined(within, lang), lang) if within else "",
        "stated": say(stated, lang, met.name, met.element),
        "required": say(met.required, lang, met.name, met.element),
        "members": joined(members, lang),
    }
    text = _NOT_MET(key if key in _NOT_MET else met.relation, lang, **parts)
    return f"{name}{colon(lang)}{text}" if name else text


def _all_shown(told: Told, values: Mapping[str, Argument], lang: Lang) -> dict[str, str]:
    """The arguments of a message as text. Elements are called by title and key: one is said, the other written."""
    shown = told.worded(values, lang)
    if reads_chinese(lang) and "elements" in shown:
        shown["elements"] = [f"{elements()[name].title} {name}" for name in strings(values["elements"])]
    return {name: _shown(value, lang) for name, value in shown.items()}


def _shown(value: object, lang: Lang) -> str:
    return visible(joined(value, lang) if isinstance(value, list | tuple) else str(value))
