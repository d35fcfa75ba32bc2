"""Rules that an installed distribution brings: an entry point of the group ``qingdan.rules`` names a tuple of records.

They are code, so they are run only where somebody asks for the distribution by its name. Whatever is wrong with them is
a problem that names the distribution.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from importlib import metadata

from qingdan.findings import Distribution, Finding
from qingdan.problems import BrokenRules, UnknownRules
from qingdan.rules import all_rules
from qingdan.rules.record import Hit, Location, Rule, RuleContext, Said, Severity

#: The group of entry points.
GROUP = "qingdan.rules"
_ID = re.compile(r"[A-Z]{3}[0-9]{3}")
#: What a rule of a distribution may be given: files are read, and waivers judged, by rules of the package alone.
_SCOPES = ("item", "catalogue", "edition")


def installed(names: Sequence[str]) -> dict[str, Rule]:
    """The rules of some distributions, by id.

    Args:
        names: The distributions, as ``pip list`` calls them.

    Raises:
        UnknownRules: One is not installed, or brings no rules.
        BrokenRules: What it brings cannot be used.
    """
    rules: dict[str, Rule] = {}
    groups = {rule.group: "qingdan" for rule in all_rules().values()}
    for each, points in _asked(names):
        for rule in (rule for point in points for rule in _loaded(point, each)):
            if groups.setdefault(rule.group, each.name) != each.name or rule.id in rules:
                raise BrokenRules(each.name, each.version, "taken", rule.id)
            rules[rule.id] = rule
    return rules


def distributions(names: Sequence[str]) -> list[Distribution]:
    """Some distributions with their versions, each once.

    Raises:
        UnknownRules: One is not installed, or brings no rules.
    """
    return [each for each, _ in _asked(names)]


def _asked(names: Sequence[str]) -> Iterator[tuple[Distribution, list[metadata.EntryPoint]]]:
    seen: set[str] = set()
    for name in names:
        try:
            found = metadata.distribution(name)
        except (metadata.PackageNotFoundError, ValueError):
            raise _unknown(name) from None
        points = [point for point in found.entry_points if point.group == GROUP]
        if not points:
            raise _unknown(name)
        if found.name not in seen:
            seen.add(found.name)
            yield Distribution(found.name, found.version), points


def _unknown(name: str) -> UnknownRules:
    known = {point.dist.name for point in metadata.entry_points(group=GROUP) if point.dist}
    return UnknownRules(name, sorted(known))


def _loaded(point: metadata.EntryPoint, origin: Distribution) -> list[Rule]:
    """The rules behind an entry point, each with a function that answers for what it gives."""
    try:
        value: object = point.load()
    except (Exception, SystemExit) as error:
        raise BrokenRules(origin.name, origin.version, "loading", f"{point.value}: {_said(error)}") from error
    if not isinstance(value, tuple):
        raise BrokenRules(origin.name, origin.version, "records", f"{point.value}: {type(value).__name__}")
    for each in value:
        if problem := _faulty(each):
            raise BrokenRules(origin.name, origin.version, "records", f"{point.value}: {problem}")
    return [replace(rule, origin=f"{origin.name} {origin.version}", check=_guarded(rule, origin)) for rule in value]


def _faulty(rule: object) -> str:
    """What is wrong with the record of a rule; empty where it can be used."""
    if not isinstance(rule, Rule):
        return type(rule).__name__
    if not isinstance(rule.id, str) or not _ID.fullmatch(rule.id):
        return f"id {rule.id!r}"
    said = (rule.title, rule.message, rule.advice, rule.why)
    if not all(isinstance(each, Said) and each.zh and isinstance(each.zh + each.en, str) for each in said):
        return f"{rule.id} title, message, advice, why"
    if not isinstance(rule.severity, Severity) or rule.scope not in _SCOPES:
        return f"{rule.id} severity, scope"
    if rule.status != "active":
        return "" if rule.successor or rule.because else f"{rule.id} successor"
    return "" if callable(rule.check) else f"{rule.id} check"


def _guarded(rule: Rule, origin: Distribution) -> object:
    """The function of a rule; what it raises, and what it gives that is no hit, is a problem of its distribution."""

    def check(subject: object, context: RuleContext) -> Iterator[Hit]:
        try:
            for hit in rule.check(subject, context) if rule.check else ():
                if problem := _no_hit(hit, rule):
                    raise BrokenRules(origin.name, origin.version, "running", f"{rule.id}: {problem}")
                yield hit
        except BrokenRules:
            raise
        except (Exception, SystemExit) as error:
            raise BrokenRules(origin.name, origin.version, "running", f"{rule.id}: {_said(error)}") from error

    return check


def _no_hit(hit: object, rule: Rule) -> str:
    """What is wrong with a hit: it must be one, stand somewhere, and fill in the words of its rule."""
    if not isinstance(hit, Hit) or not isinstance(hit.location, Location) or not isinstance(hit.path, str):
        return type(hit).__name__
    if not isinstance(hit.severity, Severity | None):
        return f"severity {hit.severity!r}"
    values = rule.told.worded({**hit.args, **hit.extra}, "zh")
    for said in (rule.message, rule.advice):
        for text in (said.zh, said.en):
            text.format(**{name: str(value) for name, value in values.items()})
    # an argument that JSON cannot carry has no fingerprint
    return "" if Finding(rule.id, rule.severity, hit.location, hit.args, path=hit.path).fingerprint else "args"


def _said(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}"
