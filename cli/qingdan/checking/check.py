"""One list or edition checked, from any tree: a folder, a git revision, or bytes that nobody has saved yet."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from qingdan.checking.listed import Listed, listed
from qingdan.findings import Finding, Location, NotRun, Section, Then, numbered, sort_key
from qingdan.judging import verdicts, waivers
from qingdan.judging.conformance import tally
from qingdan.loading.catalogue import Catalogue
from qingdan.loading.edition import PLACES, edition_of
from qingdan.loading.files import read_files
from qingdan.loading.former import Former
from qingdan.loading.opening import editions, known_divisions
from qingdan.loading.workspace import Workspace
from qingdan.model.catalogue import Completeness
from qingdan.problems import NoEdition
from qingdan.reading import Document, Tree
from qingdan.rules.installed import installed
from qingdan.rules.record import Rule, RuleContext
from qingdan.rules.waiving import meet
from qingdan.selecting import Options

if TYPE_CHECKING:
    from qingdan.loading.waivers_at import WaiversAt


@dataclass(frozen=True)
class Checked:
    """A list that was checked.

    Attributes:
        listed: The list, the edition that judged it, and its judgements in ``listed.conformance``.
        section: What a report says of it: findings, counts, what did not apply and why.
    """

    listed: Listed
    section: Section


def check(
    tree: Tree,
    workspace: Workspace,
    options: Options,
    *,
    label: str = "",
    prefix: str = "",
    base: WaiversAt | None = None,
) -> Checked:
    """Check a list.

    Args:
        tree: Its files, wherever they are.
        workspace: What was read already.
        options: What to check and how; its names are ids written in full.
        label: What a report calls it; that of the tree where none is given.
        prefix: Put before file names in locations, so that a person finds the file.
        base: The waivers that hold, in place of its own.

    Raises:
        UnknownEdition: ``options.edition`` is not to be had.
        BrokenEdition: It has errors of its own.
    """
    one = listed(tree, workspace, options, label=label or tree.label, prefix=prefix)
    catalogue = one.catalogue
    head = catalogue.head
    section = Section(one.label, head["name"], head["kind"])
    section.inputs, section.unread = catalogue.files.hashes, catalogue.files.unread
    found = [finding for finding in catalogue.files.findings if options.wants(finding.id)]
    found.extend(one.found)
    context = RuleContext(one.edition, known_divisions(), catalogue, options.as_of, installed(options.rules))
    rules = wanted(options, context.rules)
    section.own_rules = tuple(rule.id for rule in rules if rule.id in context.own.rules)
    found.extend(_run(rules, catalogue, context, section))
    found = [weighed(finding, options, context.rules) for finding in found]
    _judge(one, options, section, found)
    found = numbered(sorted(found, key=sort_key))
    former = Former(catalogue, known_divisions())
    asked = _asked(catalogue, section, options)
    said, section.waived = _waive(found, catalogue, context, base, asked, former.of, options)
    section.findings = numbered(sorted(said, key=sort_key))
    kept = [*section.findings, *(each for each, _ in section.waived)]
    section.formerly = {each.fingerprint: then for each in kept if (then := former.of(each))}
    section.waivers_commit = base.commit if base else ""
    _keep_lines(section, catalogue.files.documents, kept)
    return Checked(one, section)


def check_edition(tree: Tree, options: Options, *, label: str = "", prefix: str = "") -> Section:
    """Check an edition of one's own.

    Args:
        tree: Its files.
        options: What to check and how.
        label: What a report calls it; that of the tree where none is given.
        prefix: Put before file names in locations.
    """
    label = label or tree.label
    files = read_files(tree, PLACES, prefix=prefix)
    try:
        edition = edition_of(files, label)
    except NoEdition:
        section = Section(label, Path(label).name, "own")
        section.unread, section.findings = files.unread, numbered(files.findings)
        _keep_lines(section, files.documents, section.findings)
        return section
    section = Section(label, edition.head["name"], edition.head["kind"], len(edition.items))
    section.inputs, section.unread = edition.files.hashes, edition.files.unread
    context = RuleContext(edition, known_divisions(), None, options.as_of, installed(options.rules))
    found = [finding for finding in edition.files.findings if options.wants(finding.id)]
    rules = [rule for rule in wanted(options, context.rules) if rule.scope == "edition"]
    found.extend(finding for rule in rules for finding in rule.run(edition, context))
    found = [weighed(finding, options, context.rules) for finding in found]
    section.findings = numbered(sorted(found, key=sort_key))
    _keep_lines(section, edition.files.documents, section.findings)
    return section


def wanted(options: Options, rules: Mapping[str, Rule]) -> list[Rule]:
    """Those of some rules that are run."""
    return [rule for rule in rules.values() if rule.status == "active" and options.wants(rule.id)]


def weighed(finding: Finding, options: Options, rules: Mapping[str, Rule]) -> Finding:
    """A finding with the weight that the profile gives to its rule.

    It is left alone where the rule itself says that a place weighs less: what was printed once, a word of a person.
    """
    severity = options.profile.severity.get(finding.id) if options.profile else None
    if severity is None or finding.severity != rules[finding.id].severity:
        return finding
    return replace(finding, severity=severity)


def _waive(
    found: Sequence[Finding],
    catalogue: Catalogue,
    context: RuleContext,
    base: WaiversAt | None,
    asked: Callable[[str], bool],
    former: Callable[[Finding], Iterable[Then]],
    options: Options,
) -> tuple[list[Finding], list[tuple[Finding, waivers.Waiver]]]:
    """What stands, with what there is to say of the waivers themselves, and what is waived."""
    met = meet(catalogue.waivers, found, options.as_of, asked, former)
    rules = [rule for rule in wanted(options, context.rules) if rule.scope == "waiver"] if met else []
    said = [finding for rule in rules for each in met for finding in rule.run(each, context)]
    if base:
        from qingdan.loading.waivers_at import in_force, not_in_force

        said += [finding for finding in not_in_force(catalogue.waivers, base) if options.wants(finding.id)]
        met = meet(in_force(catalogue.waivers, base), found, options.as_of, former=former)
    standing, waived = waivers.split(found, met)
    return [*standing, *(weighed(finding, options, context.rules) for finding in said)], waived


def _asked(catalogue: Catalogue, section: Section, options: Options) -> Callable[[str], bool]:
    """Whether all was looked for that a rule or requirement could find: then finding nothing is an answer."""
    files = catalogue.files
    whole = not (files.unread or files.left_out or files.dropped)
    named = catalogue.head["edition"]
    usual = named in editions() and options.edition in ("", named)
    open_ids = {row.id for row in section.not_applicable}
    return lambda id: whole and usual and options.wants(id) and id not in open_ids


def _run(rules: Sequence[Rule], catalogue: Catalogue, context: RuleContext, section: Section) -> Iterator[Finding]:
    """Run the rules of a catalogue and of its items; what does not apply is named with its reason."""
    on_items = []
    grade = catalogue.head["completeness"]
    for rule in rules:
        if why := _too_early(rule, grade):
            section.not_applicable.append(NotRun(rule.id, why, catalogue.label))
        elif rule.scope == "item":
            on_items.append(rule)
        elif rule.scope == "catalogue":
            yield from rule.run(catalogue, context)
    for subject in catalogue.effective():
        section.items += 1
        for rule in on_items:
            yield from rule.run(subject, context)


def _too_early(rule: Rule, grade: Completeness) -> str:
    """Why a rule does not apply to a list that is only so far; empty where it does."""
    if rule.needs_whole and grade == "partial":
        return "partial_list"
    if rule.from_grade != "names" and grade == "names":
        return "names_only"
    return "guides_only" if rule.from_grade == "whole" and grade == "guides" else ""


def _judge(listed: Listed, options: Options, section: Section, found: list[Finding]) -> None:
    """Conformance: findings, counts and one row a judgement."""
    result = listed.conformance
    section.pairs = asdict(result.pairs)
    section.later = {id: len(paths) for id, paths in sorted(result.later.items())}
    section.not_applicable.extend(
        NotRun(id, "date_unclear", path) for id, paths in result.undecidable_dates.items() for path in paths
    )
    judgements = [each for each in result.judgements if options.wants(each.requirement["id"])]
    lost = {(each.requirement["id"], each.rests, each.subject.path) for each in judgements if each.rests}
    section.not_applicable.extend(NotRun(id, reason, path) for id, reason, path in sorted(lost))
    found.extend(verdicts.findings_of(judgements, listed.edition))
    section.judgements.extend(verdicts.row_of(each, change) for each in judgements for change in each.changes)
    section.verdicts, section.effects = map(dict, tally(judgements))


def _keep_lines(section: Section, documents: Mapping[str, Document], findings: Collection[Finding]) -> None:
    """Keep the source lines that findings point at, so that a frame can be shown after the files are gone."""
    kept = section.lines
    for finding in findings:
        places: list[Location] = [finding.location] if finding.location else []
        for place in [*places, *(related.location for related in finding.related)]:
            document = documents.get(place.file)
            if document is not None:
                lines = kept.setdefault(place.file, {})
                for number in range(place.line, min(place.end_line, place.line + 2) + 1):
                    lines[number] = document.line(number)
