"""The report for machines, shaped by ``schemas/1/report.schema.json``; ids and keys never change with the language."""

from __future__ import annotations

from dataclasses import asdict

from qingdan.findings import Finding, Location, Profile, Report, Section
from qingdan.printing import messages
from qingdan.reports.validate import since
from qingdan.words.grammar import Lang

FORMAT = "report/1"


def value(report: Report, lang: Lang) -> dict[str, object]:
    """The report as plain data."""
    asked = {
        "select": list(report.select),
        "ignore": list(report.ignore),
        "waivers_from": report.waivers_from,
        "baseline": since.baseline_value(report.baseline) if report.baseline else None,
        "profile": _profile(report.profile) if report.profile else None,
        "distributions": [asdict(each) for each in report.distributions],
    }
    return {
        "schema": FORMAT,
        "tool": {"name": "qingdan", "version": report.version, "fast_parser": report.fast_parser},
        "lang": lang,
        "as_of": report.as_of,
        "edition": {"id": report.edition, "hash": report.edition_hash},
        "complete": report.complete,
        **{name: each for name, each in asked.items() if each},
        "rules_run": list(report.rules_run),
        "rules_not_run": [asdict(row) for row in report.rules_not_run],
        "sections": [_section(section, lang) for section in report.sections],
    }


def _profile(profile: Profile) -> dict[str, object]:
    return {**asdict(profile), "severity": {id: severity.word for id, severity in profile.severity.items()}}


def _section(section: Section, lang: Lang) -> dict[str, object]:
    return {
        "label": section.label,
        "name": section.name,
        "kind": section.kind,
        "items": section.items,
        "pairs": section.pairs,
        "verdicts": section.verdicts,
        "effects": section.effects,
        "later": section.later,
        "inputs": section.inputs,
        "unread": section.unread,
        **({"waivers_commit": section.waivers_commit} if section.waivers_commit else {}),
        "not_applicable": [asdict(row) for row in section.not_applicable],
        "findings": [finding_value(finding, lang) for finding in section.findings],
        "waived": [{"finding": finding_value(each, lang), "waiver": dict(by)} for each, by in section.waived],
        "judgements": [dict(row) for row in section.judgements],
        **({"since": since.value(section.since)} if section.since else {}),
    }


def finding_value(finding: Finding, lang: Lang) -> dict[str, object]:
    """One finding as plain data; what is empty is left out."""
    row: dict[str, object] = {
        "id": finding.id,
        "severity": finding.severity.word,
        "message": messages.message(finding, lang),
        "advice": messages.advice(finding, lang),
        "location": asdict(finding.location) if finding.location else None,
        "pointer": finding.pointer,
        "path": finding.path,
        "fingerprint": finding.fingerprint,
        "args": dict(finding.args),
        "extra": finding.not_met.shown() if finding.not_met else dict(finding.extra),
        "reason": finding.reason,
        "suggestions": list(finding.suggestions),
        "related": [{"role": each.role, "location": asdict(each.location)} for each in finding.related],
        "basis": [asdict(basis) for basis in finding.basis],
        "fix": _fix(finding),
    }
    return {name: each for name, each in row.items() if each not in (None, "", [], {})}


def _fix(finding: Finding) -> dict[str, object] | None:
    if finding.fix is None:
        return None
    edits = [{"location": _place(edit.location), "text": edit.text} for edit in finding.fix.edits]
    return {"safe": finding.fix.safe, "edits": edits}


def _place(place: Location) -> dict[str, object]:
    return asdict(place)
