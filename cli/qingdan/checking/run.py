"""Many lists checked into one report, by one process or several.

It prints nothing, reads no clock and opens no socket: the day by which lists are judged is an argument.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from qingdan import __version__
from qingdan.checking.check import Checked, check, check_edition, wanted
from qingdan.checking.listed import Watch, check_day, list_roots
from qingdan.checking.profiles import weights, with_profile
from qingdan.checking.trust import trusted
from qingdan.findings import Finding, Location, NotRun, Report, Section, Severity, numbered
from qingdan.loading.opening import DEFAULT_EDITION, roots, tree_of
from qingdan.loading.workspace import Workspace
from qingdan.reading import MemoryTree, Tree, c_parser_missing
from qingdan.rules import all_rules
from qingdan.rules.installed import distributions, installed
from qingdan.rules.own import brought
from qingdan.rules.record import Rule
from qingdan.selecting import Options, names

if TYPE_CHECKING:
    from qingdan.importing.run import Imported
    from qingdan.loading.waivers_at import WaiversAt

#: From how many lists on it pays to share them out among processes.
WORTH_SHARING = 8


def validate(
    paths: Sequence[Path],
    options: Options,
    workspace: Workspace,
    watch: Watch | None = None,
    workers: int = 1,
    baseline: Path | None = None,
    profile: str = "",
    tables: Mapping[str, Imported] | None = None,
) -> Report:
    """Check provinces, single files or editions.

    Args:
        paths: Folders with ``catalogue.yaml`` or ``edition.yaml``, folders of such folders, or single files.
        options: What to check and how.
        workspace: What was read already.
        workers: How many processes may work on many lists at once.
        watch: Told after each part how many are done, how many there are, and its name.
        baseline: An earlier report; the findings are then those that are new since.
        profile: A profile, by its file or by its name beside a list.
        tables: Name of a file of tables → the list that was made of it.

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
    options = with_profile(options, profile, _trees(paths, workspace))
    report, options = _begun(options, workspace, (tree for tree, _ in _trees(paths, workspace)))
    found = [root for path in paths for root in roots(path)]
    for done, section in enumerate(_sections(found, options, workspace, workers, report)):
        report.sections.append(section)
        report.lines.update(section.lines)
        report.rules_run = tuple(dict.fromkeys((*report.rules_run, *section.own_rules)))
        if watch:
            watch(done + 1, len(found), section.name)
    report.sections += [_of_table(file, each, options, workspace) for file, each in (tables or {}).items()]
    if earlier is None:
        return report
    from qingdan.judging.baselines import against
    from qingdan.judging.improving import improved_by

    then = Options(earlier.as_of, select=earlier.select, ignore=earlier.ignore)
    improved = improved_by(trusted(options.edition or DEFAULT_EDITION, options.as_of, workspace).registries)
    rules = {*all_rules(), *earlier.rules_run, *report.rules_run}
    ran_then, ran_now = _ran(earlier.rules_run, then, rules), _ran(report.rules_run, options, rules)
    return against(report, earlier, ran_then, ran_now, improved)


def _of_table(file: str, made: Imported, options: Options, workspace: Workspace) -> Section:
    """The section of a list that was made of a table: its findings are at the cells."""
    from qingdan.importing.pointing import at_cells, named
    from qingdan.importing.telling import AS_TEXT

    tree = MemoryTree({name: text.encode() for name, text in made.files.items()})
    section = check(tree, workspace, options, label=file).section
    own = [each for each in made.findings if options.wants(each.id) and each.args.get("why") != AS_TEXT]
    section.findings = numbered([*named(own, file), *at_cells(section.findings, made, file)])
    section.inputs, section.lines = {}, {}
    return section


def _ran(rules_run: Collection[str], options: Options, rules: Collection[str]) -> Callable[[str], bool]:
    """Whether something was run: rules are named one by one, requirements follow from what was asked for."""
    return lambda id: id in rules_run if id in rules else options.wants(id)


def check_each(
    paths: Sequence[Path], options: Options, workspace: Workspace, watch: Watch | None = None
) -> tuple[Report, list[Checked]]:
    """Check lists and hand them over as they were checked, so that nothing is read or judged twice.

    Args:
        paths: Folders with ``catalogue.yaml``, folders of such folders, or single files.
        options: What to check and how.
        workspace: What was read already.
        watch: Told after each list how many are done, how many there are, and its name.

    Returns:
        The report as of ``validate``, and the list of each of its sections.

    Raises:
        NothingThere: There is no list.
        UnknownEdition: ``options.edition`` is not to be had.
        BrokenEdition: It has errors of its own.
        ValueError: ``options.as_of`` is no day.
    """
    report, options = _begun(options, workspace, ())
    kept, found = [], list_roots(paths)
    for done, root in enumerate(found):
        kept.append(_checked(root, options, workspace, _base(root, options.waivers_from)))
        report.sections.append(kept[-1].section)
        if watch:
            watch(done + 1, len(found), kept[-1].section.name)
    return report, kept


def _trees(paths: Iterable[Path], workspace: Workspace) -> Iterator[tuple[Tree, str]]:
    """What lies at some paths, and what is put before the names of its files."""
    return (workspace.tree_of(root) for path in paths for root in roots(path))


def settled(options: Options, workspace: Workspace, trees: Iterable[Tree]) -> Options:
    """Options with every id written in full.

    Args:
        options: What to check and how.
        workspace: What was read already.
        trees: The lists that are to be checked: they may bring rules along.

    Raises:
        UnknownEdition: ``options.edition`` is not to be had.
        BrokenEdition: It has errors of its own.
        UnknownRule: Something is selected, ignored or weighed that does not exist.
        RetiredRule: Something is selected or weighed that is run no longer.
        UnknownRules: A distribution is asked for that brings no rules.
        BrokenRules: Its rules cannot be used.
        BrokenProfile: The profile weighs what nobody can weigh.
        ValueError: ``options.as_of`` is no day.
    """
    check_day(options.as_of)
    main = trusted(options.edition or DEFAULT_EDITION, options.as_of, workspace)
    rules: dict[str, Rule] = {**all_rules(), **installed(options.rules)}
    if options.select or options.ignore or options.profile:
        rules = {**{rule.id: rule for tree in trees for rule in brought(tree)}, **rules}
    retired = {id: rule.successor for id, rule in rules.items() if rule.status == "retired"}
    known = [*rules, *main.by_id]
    profile = weights(options.profile, rules, main.by_id, retired) if options.profile else None
    select, ignore = names(options.select, known, retired), names(options.ignore, known, {})
    return replace(options, select=select, ignore=ignore, profile=profile)


def _begun(options: Options, workspace: Workspace, trees: Iterable[Tree]) -> tuple[Report, Options]:
    """A report that has no sections yet, and the options as they are settled."""
    options = settled(options, workspace, trees)
    main = workspace.edition(options.edition or DEFAULT_EDITION)
    known = {**all_rules(), **installed(options.rules)}
    rules = wanted(options, known)
    report = Report(__version__, options.as_of, fast_parser=not c_parser_missing())
    report.edition, report.edition_hash = main.id, _hash(main.files.hashes)
    report.select, report.ignore, report.waivers_from = options.select, options.ignore, options.waivers_from
    report.rules_run = tuple(rule.id for rule in rules)
    report.rules_not_run = [
        NotRun(rule.id, "not_selected" if rule.status == "active" else "retired")
        for rule in known.values()
        if rule.id not in report.rules_run
    ]
    report.profile = options.profile
    ran = {rule.origin for rule in rules}
    report.distributions = tuple(each for each in distributions(options.rules) if f"{each.name} {each.version}" in ran)
    return report, options


def _sections(
    found: Sequence[Path], options: Options, workspace: Workspace, workers: int, report: Report
) -> Iterator[Section]:
    """The sections in order; many lists are shared out among processes, since one does not need another."""
    # git is asked before anything is checked, so that a revision that is not there is said at once
    bases = [_base(root, options.waivers_from) for root in found]
    if workers < 2 or len(found) < WORTH_SHARING:
        for root, base in zip(found, bases, strict=True):
            yield _section(workspace, root, options, base)
        return
    from qingdan.sharing import Lost, shared

    def alone() -> None:
        report.alone = True

    parts = [(root, options, base) for root, base in zip(found, bases, strict=True)]
    for root, answer in zip(found, shared(partial(_section, workspace), parts, workers, alone), strict=True):
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


def _section(workspace: Workspace, root: Path, options: Options, base: WaiversAt | None) -> Section:
    if not (root / "edition.yaml").is_file():
        return _checked(root, options, workspace, base).section
    tree, prefix = tree_of(root)
    return check_edition(tree, options, label=root.as_posix(), prefix=prefix)


def _checked(root: Path, options: Options, workspace: Workspace, base: WaiversAt | None) -> Checked:
    tree, prefix = workspace.tree_of(root)
    return check(tree, workspace, options, label=root.as_posix(), prefix=prefix, base=base)


def _hash(hashes: dict[str, str]) -> str:
    """One hash over all files of an edition, names left out so that a moved folder is no other edition."""
    return hashlib.sha256("".join(sorted(hashes.values())).encode()).hexdigest()[:16]
