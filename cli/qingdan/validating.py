"""The pipeline: read, structure, rules, conformance, waivers, report.

It prints nothing, reads no clock and opens no socket: the day by which lists are judged is an argument.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path

from qingdan import __version__
from qingdan.answers import verdicts, waivers
from qingdan.answers.conformance import Conformance, conformance
from qingdan.findings import Finding, Location, NotRun, Report, Section, Severity, numbered, sort_key
from qingdan.loading.catalogue import Catalogue, load_catalogue
from qingdan.loading.edition import Edition, NoEdition, load_edition
from qingdan.model import divisions
from qingdan.model.divisions import Divisions
from qingdan.reading import Document, FileTree, FolderTree, Tree, c_parser_missing, data_folder
from qingdan.rules import all_rules
from qingdan.rules.record import Rule, RuleContext

#: The edition that is used where a catalogue names none.
DEFAULT_EDITION = "2025"


#: Told how many parts are done, how many there are, and the name of the next.
Watch = Callable[[int, int, str], None]


class UnknownEdition(Exception):
    """Raised when an edition is named that is neither in the package nor a folder with ``edition.yaml``."""

    def __init__(self, name: str, known: Sequence[str]) -> None:
        super().__init__(name)
        self.name = name
        self.known = tuple(known)


class NothingThere(Exception):
    """Raised when a path holds neither a catalogue nor an edition nor a file that could be one."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


@dataclass(frozen=True)
class Options:
    """What to check, and how.

    Attributes:
        as_of: The day by whose rules lists in use are judged, ``2026-11-22``.
        edition: An edition in place of the one that each catalogue names: an id in the package or a folder.
        select: Run only these rules, requirements or groups (``TIM``, ``TIM003``, ``JY-0401-R02``); empty: all.
        ignore: Leave out these.
    """

    as_of: str
    edition: str = ""
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def wants(self, id: str) -> bool:
        """Whether a rule or requirement is to be run."""
        chosen = not self.select or any(id.startswith(each) for each in self.select)
        return chosen and not any(id.startswith(each) for each in self.ignore)


@cache
def known_divisions() -> Divisions:
    """The table of divisions that travels with the package."""
    folder = data_folder("catalogue") / "divisions"
    return divisions.parse((folder / "divisions.csv").read_bytes(), (folder / "changes.csv").read_bytes())


def editions() -> list[str]:
    """Ids of the editions in the package."""
    return sorted(path.parent.name for path in data_folder("catalogue").glob("*/edition.yaml"))


@cache
def national(name: str = DEFAULT_EDITION) -> Edition:
    """An edition of the national standard.

    Args:
        name: Id of an edition in the package, or a folder with ``edition.yaml``.

    Raises:
        UnknownEdition: There is no such edition.
    """
    known = editions()
    folder = data_folder("catalogue") / name if name in known else Path(name)
    if name not in known and not (folder / "edition.yaml").is_file():
        raise UnknownEdition(name, known)
    prefix = f"catalogue/{name}/" if name in known else f"{folder.as_posix()}/"
    try:
        return load_edition(FolderTree(folder), prefix=prefix)
    except NoEdition as error:
        raise UnknownEdition(name, known) from error


def load(path: Path) -> Catalogue:
    """The list of one province, from a folder or a single file.

    Raises:
        NothingThere: The path is neither.
    """
    if not path.is_file() and not (path / "catalogue.yaml").is_file():
        raise NothingThere(path)
    tree, prefix = _tree(path)
    return load_catalogue(tree, prefix=prefix)


def validate(paths: Sequence[Path], options: Options, watch: Watch | None = None) -> Report:
    """Check provinces, single files or editions.

    Args:
        paths: Folders with ``catalogue.yaml`` or ``edition.yaml``, folders of such folders, or single files.
        options: What to check and how.
        watch: Told before each part how many are done, how many there are, and its name; once more at the end.

    Returns:
        The report. Everything that is wrong with the data is a finding in it.

    Raises:
        NothingThere: A path holds nothing that could be checked.
        UnknownEdition: ``options.edition`` is not to be had.
    """
    rules = [rule for rule in all_rules().values() if rule.status == "active" and options.wants(rule.id)]
    report = Report(__version__, options.as_of, fast_parser=not c_parser_missing())
    main = national(options.edition or DEFAULT_EDITION)
    report.edition, report.edition_hash = main.id, _hash(main.files.hashes)
    report.rules_run = tuple(rule.id for rule in rules)
    report.rules_not_run = [
        NotRun(rule.id, "not_selected" if rule.status == "active" else "retired")
        for rule in all_rules().values()
        if rule.id not in report.rules_run
    ]
    found = [root for path in paths for root in roots(path)]
    for done, root in enumerate(found):
        if watch:
            watch(done, len(found), root.name)
        report.sections.append(_section(root, rules, options, report))
    if watch:
        watch(len(found), len(found), "")
    return report


def roots(path: Path) -> Iterator[Path]:
    """The catalogues, editions and single files that a path stands for.

    Raises:
        NothingThere: There are none.
    """
    if path.is_file():
        yield path
        return
    heads = ("catalogue.yaml", "edition.yaml")
    if any((path / head).is_file() for head in heads):
        yield path
        return
    below = sorted(child.parent for head in heads for child in path.glob(f"*/{head}")) if path.is_dir() else []
    if not below:
        raise NothingThere(path)
    yield from below


def _tree(root: Path) -> tuple[Tree, str]:
    """The tree of a root, and what is put before its names so that a person finds the file."""
    if root.is_file():
        return FileTree(root), f"{root.parent.as_posix()}/" if root.parent != Path() else ""
    return FolderTree(root), f"{root.as_posix()}/" if root != Path() else ""


def _section(root: Path, rules: Sequence[Rule], options: Options, report: Report) -> Section:
    tree, prefix = _tree(root)
    if (root / "edition.yaml").is_file():
        return _edition_section(root, tree, prefix, rules, options, report)
    catalogue = load_catalogue(tree, prefix=prefix)
    head = catalogue.head
    section = Section(root.as_posix(), head["name"], head["kind"])
    section.inputs, section.unread = catalogue.files.hashes, catalogue.files.unread
    found = [finding for finding in catalogue.files.findings if options.wants(finding.id)]
    edition = _edition_of(catalogue, options, found)
    context = RuleContext(edition, known_divisions(), catalogue, options.as_of)
    found.extend(_run(rules, catalogue, context, section))
    _judge(catalogue, edition, options, section, found)
    found = numbered(sorted(found, key=sort_key))
    section.findings, section.waived = waivers.split(found, catalogue.waivers, options.as_of)
    _keep_lines(report, catalogue.files.documents, found)
    return section


def _edition_of(catalogue: Catalogue, options: Options, found: list[Finding]) -> Edition:
    """The edition that judges a catalogue; one that is not to be had is a finding, and the default takes its place."""
    name = options.edition or catalogue.head["edition"] or DEFAULT_EDITION
    try:
        return national(name)
    except UnknownEdition as error:
        head = catalogue.files.heads["catalogue"]
        args = {"edition": name, "known": list(error.known), "used": DEFAULT_EDITION}
        found.append(Finding("REF002", Severity.ERROR, head.locate("edition"), args, pointer="/edition"))
        return national()


def _edition_section(
    root: Path, tree: Tree, prefix: str, rules: Sequence[Rule], options: Options, report: Report
) -> Section:
    try:
        edition = load_edition(tree, prefix=prefix)
    except NoEdition as error:
        section = Section(root.as_posix(), root.name, "own")
        section.unread, section.findings = error.files.unread, numbered(error.files.findings)
        _keep_lines(report, error.files.documents, section.findings)
        return section
    section = Section(root.as_posix(), edition.head["name"], edition.head["kind"], len(edition.items))
    section.inputs, section.unread = edition.files.hashes, edition.files.unread
    context = RuleContext(edition, known_divisions(), None, options.as_of)
    found = [finding for finding in edition.files.findings if options.wants(finding.id)]
    found.extend(finding for rule in rules if rule.scope == "edition" for finding in rule.run(edition, context))
    section.findings = numbered(sorted(found, key=sort_key))
    _keep_lines(report, edition.files.documents, section.findings)
    return section


def _run(rules: Sequence[Rule], catalogue: Catalogue, context: RuleContext, section: Section) -> Iterator[Finding]:
    """Run the rules of a catalogue and of its items; what does not apply is named with its reason."""
    on_items = []
    partial = catalogue.head["completeness"] == "partial"
    for rule in rules:
        if rule.needs_whole and partial:
            section.not_applicable.append(NotRun(rule.id, "partial_list", catalogue.label))
        elif rule.scope == "item":
            on_items.append(rule)
        elif rule.scope == "catalogue":
            yield from rule.run(catalogue, context)
    for subject in catalogue.effective():
        section.items += 1
        for rule in on_items:
            yield from rule.run(subject, context)


def _judge(catalogue: Catalogue, edition: Edition, options: Options, section: Section, found: list[Finding]) -> None:
    """Conformance: findings, counts and one row a judgement."""
    result: Conformance = conformance(catalogue, edition, options.as_of)
    section.pairs = asdict(result.pairs)
    section.later = {id: len(paths) for id, paths in sorted(result.later.items())}
    section.not_applicable.extend(
        NotRun(id, "date_unclear", path) for id, paths in result.undecidable_dates.items() for path in paths
    )
    allowed: Counter[str] = Counter()
    effects: Counter[str] = Counter()
    judgements = [each for each in result.judgements if options.wants(each.requirement["id"])]
    found.extend(verdicts.findings_of(judgements, edition))
    for judgement in judgements:
        for change in judgement.changes:
            section.judgements.append(verdicts.row_of(judgement, change))
            allowed["not_stated" if change.reason == "not_stated" else change.allowed] += 1
            if change.allowed in ("yes", "no"):
                effects[change.effect] += 1
    section.verdicts, section.effects = dict(allowed), dict(effects)


def _hash(hashes: dict[str, str]) -> str:
    """One hash over all files of an edition, names left out so that a moved folder is no other edition."""
    return hashlib.sha256("".join(sorted(hashes.values())).encode()).hexdigest()[:16]


def _keep_lines(report: Report, documents: Mapping[str, Document], findings: Collection[Finding]) -> None:
    """Keep the source lines that findings point at, so that a frame can be shown after the files are gone."""
    kept = report.lines
    for finding in findings:
        places: list[Location] = [finding.location] if finding.location else []
        for place in [*places, *(related.location for related in finding.related)]:
            document = documents.get(place.file)
            if document is not None:
                lines = kept.setdefault(place.file, {})
                for number in range(place.line, min(place.end_line, place.line + 2) + 1):
                    lines[number] = document.line(number)
