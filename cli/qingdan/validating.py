"""The pipeline: read, structure, rules, conformance, waivers, report.

It prints nothing, reads no clock and opens no socket: the day by which lists are judged is an argument.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from qingdan import __version__
from qingdan.answers import verdicts, waivers
from qingdan.answers.conformance import Conformance, conformance, tally
from qingdan.findings import Finding, Location, NotRun, Report, Section, Severity, Then, numbered, sort_key
from qingdan.loading.catalogue import Catalogue, load_catalogue
from qingdan.loading.edition import PLACES, Edition, edition_of
from qingdan.loading.files import read_files
from qingdan.loading.former import Former
from qingdan.loading.opening import (
    DEFAULT_EDITION,
    editions,
    known_divisions,
    national,
    nothing_there,
    roots,
    tree_of,
)  # fmt: skip
from qingdan.model import dates
from qingdan.model.catalogue import Completeness
from qingdan.problems import BrokenEdition, NoEdition
from qingdan.reading import Document, Tree, c_parser_missing
from qingdan.rules import all_rules
from qingdan.rules.record import Rule, RuleContext
from qingdan.rules.waiving import meet
from qingdan.selecting import Options, names

if TYPE_CHECKING:
    from qingdan.answers.coverage import Listed
    from qingdan.loading.waivers_at import WaiversAt

#: Told how many parts are done, how many there are, and the name of the last.
Watch = Callable[[int, int, str], None]


#: From how many lists on it pays to share them out among processes.
WORTH_SHARING = 8


def validate(
    paths: Sequence[Path],
    options: Options,
    watch: Watch | None = None,
    workers: int = 1,
    baseline: Path | None = None,
) -> Report:
    """Check provinces, single files or editions.

    Args:
        paths: Folders with ``catalogue.yaml`` or ``edition.yaml``, folders of such folders, or single files.
        options: What to check and how.
        workers: How many processes may work on many lists at once.
        watch: Told after each part how many are done, how many there are, and its name.
        baseline: An earlier report; the findings are then those that are new since.

    Returns:
        The report. Everything that is wrong with the data is a finding in it.

    Raises:
        NothingThere: A path holds nothing that could be checked.
        UnknownEdition: ``options.edition`` is not to be had.
        BrokenEdition: It has errors of its own.
        UnknownRule: Something is selected or ignored that does not exist.
        UnknownRevision: Git does not know ``options.waivers_from``, or a list is in no repository.
        BrokenBaseline: ``baseline`` is no earlier report.
        ValueError: ``options.as_of`` is no day.
    """
    earlier = None
    if baseline:  # imported where one is asked for
        from qingdan.loading.baselines import read_baseline

        earlier = read_baseline(baseline)
    report, options = _begun(options)
    found = [root for path in paths for root in roots(path)]
    for done, section in enumerate(_sections(found, options, workers, report)):
        report.sections.append(section)
        report.lines.update(section.lines)
        if watch:
            watch(done + 1, len(found), section.name)
    if earlier is None:
        return report
    from qingdan.answers.baselines import against
    from qingdan.answers.improving import improved_by

    then = Options(earlier.as_of, select=earlier.select, ignore=earlier.ignore)
    improved = improved_by(trusted(options.edition or DEFAULT_EDITION, options.as_of).registries)
    return against(report, earlier, _ran(earlier.rules_run, then), _ran(report.rules_run, options), improved)


def _ran(rules_run: Collection[str], options: Options) -> Callable[[str], bool]:
    """Whether something was run: rules are named one by one, requirements follow from what was asked for."""
    return lambda id: id in rules_run if id in all_rules() else options.wants(id)


def validate_and_keep(
    paths: Sequence[Path], options: Options, watch: Watch | None = None
) -> tuple[Report, list[Listed]]:
    """Check lists and hand them over as they were checked, so that nothing is read twice.

    Args:
        paths: Folders with ``catalogue.yaml``, folders of such folders, or single files.
        options: What to check and how.
        watch: Told after each list how many are done, how many there are, and its name.

    Returns:
        The report as of ``validate``, and the list of each of its sections with the edition by which it was judged.

    Raises:
        NothingThere: There is no list.
        UnknownEdition: ``options.edition`` is not to be had.
        BrokenEdition: It has errors of its own.
        ValueError: ``options.as_of`` is no day.
    """
    from qingdan.answers.coverage import Listed

    report, options = _begun(options)
    kept, found = [], list_roots(paths)
    for done, root in enumerate(found):
        base = _base(root, options.waivers_from)
        section, catalogue, edition = _list_section(root, *tree_of(root), options, base)
        report.sections.append(section)
        kept.append(Listed(root.as_posix(), catalogue, edition))
        if watch:
            watch(done + 1, len(found), section.name)
    return report, kept


def _begun(options: Options) -> tuple[Report, Options]:
    """A report that has no sections yet, and the options with every id written in full."""
    _check_day(options.as_of)
    main = trusted(options.edition or DEFAULT_EDITION, options.as_of)
    known = [*all_rules(), *main.by_id]
    options = replace(options, select=names(options.select, known), ignore=names(options.ignore, known))
    rules = _wanted(options)
    report = Report(__version__, options.as_of, fast_parser=not c_parser_missing())
    report.edition, report.edition_hash = main.id, _hash(main.files.hashes)
    report.select, report.ignore, report.waivers_from = options.select, options.ignore, options.waivers_from
    report.rules_run = tuple(rule.id for rule in rules)
    report.rules_not_run = [
        NotRun(rule.id, "not_selected" if rule.status == "active" else "retired")
        for rule in all_rules().values()
        if rule.id not in report.rules_run
    ]
    return report, options


def _wanted(options: Options) -> list[Rule]:
    return [rule for rule in all_rules().values() if rule.status == "active" and options.wants(rule.id)]


def _sections(found: Sequence[Path], options: Options, workers: int, report: Report) -> Iterator[Section]:
    """The sections in order; many lists are shared out among processes, since one does not need another."""
    # git is asked before anything is checked, so that a revision that is not there is said at once
    bases = [_base(root, options.waivers_from) for root in found]
    if workers < 2 or len(found) < WORTH_SHARING:
        for root, base in zip(found, bases, strict=True):
            yield _section(root, options, base)
        return
    from qingdan.sharing import Lost, shared

    def alone() -> None:
        report.alone = True

    parts = [(root, options, base) for root, base in zip(found, bases, strict=True)]
    for root, answer in zip(found, shared(_section, parts, workers, alone), strict=True):
        yield _lost(root, answer.cause) if isinstance(answer, Lost) else answer


def _lost(root: Path, cause: str) -> Section:
    """A list that nobody checked, because the process that was to do it was ended twice."""
    section = Section(root.as_posix(), root.name, "list", unread=[root.as_posix()])
    finding = Finding("RED022", Severity.ERROR, Location(root.as_posix()), {}, {"cause": cause})
    section.findings = numbered([finding])
    return section


def _base(root: Path, revision: str) -> WaiversAt | None:
    """The waivers of a list at a revision, where one was named; single files and editions have none."""
    if not revision or not (root / "catalogue.yaml").is_file():
        return None
    from qingdan.loading.waivers_at import waivers_at  # asks git: imported where a revision is named

    return waivers_at(root, revision)


def _check_day(as_of: str) -> None:
    day = dates.parse(as_of)
    if day is None or not day.full:
        raise ValueError(f"as_of must be a day such as 2026-11-22, not {as_of!r}")


@cache
def trusted(name: str, as_of: str) -> Edition:
    """An edition that may judge others: one of the package, or one of the user's own that has no errors.

    Raises:
        UnknownEdition: There is no such edition.
        BrokenEdition: It has errors of its own.
    """
    try:
        edition = national(name)
    except NoEdition as error:
        raise BrokenEdition(name, error.findings) from error
    if name not in editions():
        context = RuleContext(edition, known_divisions(), None, as_of)
        found = [*edition.files.findings]
        found += [f for rule in all_rules().values() if rule.scope == "edition" for f in rule.run(edition, context)]
        errors = [finding for finding in found if finding.severity == Severity.ERROR]
        if errors:
            raise BrokenEdition(name, errors)
    return edition


def _section(root: Path, options: Options, base: WaiversAt | None) -> Section:
    tree, prefix = tree_of(root)
    if (root / "edition.yaml").is_file():
        return _edition_section(root, tree, prefix, options)
    return _list_section(root, tree, prefix, options, base)[0]


def _list_section(
    root: Path, tree: Tree, prefix: str, options: Options, base: WaiversAt | None
) -> tuple[Section, Catalogue, Edition]:
    catalogue = load_catalogue(tree, prefix=prefix)
    head = catalogue.head
    section = Section(root.as_posix(), head["name"], head["kind"])
    section.inputs, section.unread = catalogue.files.hashes, catalogue.files.unread
    found = [finding for finding in catalogue.files.findings if options.wants(finding.id)]
    edition = _edition_of(catalogue, options, found)
    context = RuleContext(edition, known_divisions(), catalogue, options.as_of)
    found.extend(_run(_wanted(options), catalogue, context, section))
    _judge(catalogue, edition, options, section, found)
    found = numbered(sorted(found, key=sort_key))
    former = Former(catalogue, known_divisions())
    asked = _asked(catalogue, section, options)
    said, section.waived = _waive(found, catalogue, context, base, asked, former.of, options)
    section.findings = numbered(sorted(said, key=sort_key))
    kept = [*section.findings, *(each for each, _ in section.waived)]
    section.formerly = {each.fingerprint: then for each in kept if (then := former.of(each))}
    section.waivers_commit = base.commit if base else ""
    _keep_lines(section, catalogue.files.documents, kept)
    return section, catalogue, edition


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
    rules = [rule for rule in _wanted(options) if rule.scope == "waiver"] if met else []
    said = [finding for rule in rules for each in met for finding in rule.run(each, context)]
    if base:
        from qingdan.loading.waivers_at import in_force, not_in_force

        said += [finding for finding in not_in_force(catalogue.waivers, base) if options.wants(finding.id)]
        met = meet(in_force(catalogue.waivers, base), found, options.as_of, former=former)
    standing, waived = waivers.split(found, met)
    return [*standing, *said], waived


def _asked(catalogue: Catalogue, section: Section, options: Options) -> Callable[[str], bool]:
    """Whether all was looked for that a rule or requirement could find: then finding nothing is an answer."""
    files = catalogue.files
    whole = not (files.unread or files.left_out or files.dropped)
    named = catalogue.head["edition"]
    usual = named in editions() and options.edition in ("", named)
    open_ids = {row.id for row in section.not_applicable}
    return lambda id: whole and usual and options.wants(id) and id not in open_ids


def _edition_of(catalogue: Catalogue, options: Options, found: list[Finding]) -> Edition:
    """The edition that judges a catalogue; one that is not to be had is a finding, and the default takes its place."""
    name = catalogue.head["edition"] or DEFAULT_EDITION
    if options.edition or name in editions():
        return trusted(options.edition or name, options.as_of)
    # a list names an edition by its id: a path in it would be a way out of the folder
    head = catalogue.files.heads["catalogue"]
    args = {"edition": name, "known": editions(), "used": DEFAULT_EDITION}
    found.append(Finding("REF002", Severity.ERROR, head.locate("edition"), args, pointer="/edition"))
    return national()


def _edition_section(root: Path, tree: Tree, prefix: str, options: Options) -> Section:
    files = read_files(tree, PLACES, prefix=prefix)
    try:
        edition = edition_of(files, tree.label)
    except NoEdition:
        section = Section(root.as_posix(), root.name, "own")
        section.unread, section.findings = files.unread, numbered(files.findings)
        _keep_lines(section, files.documents, section.findings)
        return section
    section = Section(root.as_posix(), edition.head["name"], edition.head["kind"], len(edition.items))
    section.inputs, section.unread = edition.files.hashes, edition.files.unread
    context = RuleContext(edition, known_divisions(), None, options.as_of)
    found = [finding for finding in edition.files.findings if options.wants(finding.id)]
    found.extend(
        finding for rule in _wanted(options) if rule.scope == "edition" for finding in rule.run(edition, context)
    )
    section.findings = numbered(sorted(found, key=sort_key))
    _keep_lines(section, edition.files.documents, section.findings)
    return section


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


def _judge(catalogue: Catalogue, edition: Edition, options: Options, section: Section, found: list[Finding]) -> None:
    """Conformance: findings, counts and one row a judgement."""
    result: Conformance = conformance(catalogue, edition, options.as_of)
    section.pairs = asdict(result.pairs)
    section.later = {id: len(paths) for id, paths in sorted(result.later.items())}
    section.not_applicable.extend(
        NotRun(id, "date_unclear", path) for id, paths in result.undecidable_dates.items() for path in paths
    )
    judgements = [each for each in result.judgements if options.wants(each.requirement["id"])]
    lost = {(each.requirement["id"], each.rests, each.subject.path) for each in judgements if each.rests}
    section.not_applicable.extend(NotRun(id, reason, path) for id, reason, path in sorted(lost))
    found.extend(verdicts.findings_of(judgements, edition))
    section.judgements.extend(verdicts.row_of(each, change) for each in judgements for change in each.changes)
    section.verdicts, section.effects = map(dict, tally(judgements))


def _hash(hashes: dict[str, str]) -> str:
    """One hash over all files of an edition, names left out so that a moved folder is no other edition."""
    return hashlib.sha256("".join(sorted(hashes.values())).encode()).hexdigest()[:16]


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


def list_roots(paths: Sequence[Path]) -> list[Path]:
    """The lists that some paths stand for, each once; editions among them are no lists.

    Raises:
        NothingThere: A path holds neither a list nor an edition, or there is no list at all.
    """
    found = {
        os.path.realpath(root): root for path in paths for root in roots(path) if not (root / "edition.yaml").is_file()
    }
    if not found:
        raise nothing_there(paths[0] if paths else Path())
    return list(found.values())


def lists(paths: Sequence[Path], options: Options, watch: Watch | None = None) -> Iterator[Listed]:
    """The lists that some paths stand for, each with the edition by which a validation would judge it.

    Raises:
        NothingThere: There is no list.
        UnknownEdition: ``options.edition`` is not to be had.
        BrokenEdition: It has errors of its own.
        ValueError: ``options.as_of`` is no day.
    """
    from qingdan.answers.coverage import Listed

    _check_day(options.as_of)
    found = list_roots(paths)
    for done, root in enumerate(found):
        if watch:
            watch(done, len(found), root.name)
        tree, prefix = tree_of(root)
        catalogue = load_catalogue(tree, prefix=prefix)
        yield Listed(root.as_posix(), catalogue, _edition_of(catalogue, options, []))
    if watch:
        watch(len(found), len(found), "")
