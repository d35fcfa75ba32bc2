"""What is known: the national standard, lists as they are, what anything is about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from qingdan.checking import listed
from qingdan.checking.trust import trusted
from qingdan.loading import opening
from qingdan.loading.catalogue import Catalogue
from qingdan.loading.edition import Edition
from qingdan.loading.workspace import Workspace
from qingdan.sdk.asked import AnyPath, looked
from qingdan.selecting import Options
from qingdan.words.grammar import LANGS

if TYPE_CHECKING:
    from qingdan.reports.documents.facts import DocumentStates
    from qingdan.reports.explain.facts import Explanation
    from qingdan.reports.items.facts import NationalItems
    from qingdan.reports.rules.facts import Rules
    from qingdan.rules.record import Rule


def national(edition: AnyPath = opening.DEFAULT_EDITION, *, workspace: Workspace | None = None) -> Edition:
    """An edition of the national standard.

    Args:
        edition: Id of an edition in the package, such as ``"2025"``, or a folder with ``edition.yaml``.
        workspace: What was read for earlier questions; it is read anew where its files have changed.

    Raises:
        UnknownEdition: There is no such edition.
        NoEdition: Its ``edition.yaml`` cannot be read.

    >>> national().items["JY-0401"]["name"]
    '失业登记'
    """
    return looked(workspace).edition(str(edition))


def items(
    *, edition: AnyPath = opening.DEFAULT_EDITION, search: str = "", theme: str = "", workspace: Workspace | None = None
) -> NationalItems:
    """The national items, or those that a word or a theme finds.

    Args:
        edition: Id of an edition in the package, such as ``"2025"``, or a folder with ``edition.yaml``.
        search: A word of a name, an id or the beginning of one, or a name as lists print it; where no name holds it,
            the items whose names come nearest are given and ``near`` is true.
        theme: Id or name of a theme; empty: all.
        workspace: What was read for earlier questions; it is read anew where its files have changed.

    Returns:
        The items in the order of the edition; their requirements are in ``.edition.requirements``.

    Raises:
        UnknownEdition: There is no such edition.
        NoEdition: Its ``edition.yaml`` cannot be read.
        UnknownTheme: The edition has no such theme.

    >>> [item["name"] for item in items(search="招聘会").items]
    ['招聘会']
    """
    from qingdan.reports.items.facts import items_of

    return items_of(looked(workspace).edition(str(edition)), search, theme)


def documents(
    *paths: AnyPath,
    as_of: str,
    edition: AnyPath = "",
    changed: bool = False,
    since: str = "",
    workspace: Workspace | None = None,
) -> DocumentStates:
    """The documents of the national standard as they stand on a day, and what rests on them.

    Args:
        paths: Folders with ``catalogue.yaml``, folders of such folders, or single files: who of them cites a document.
        as_of: The day: ``"2026-11-22"``.
        edition: Id of an edition or a folder with ``edition.yaml``, in place of the default one.
        changed: Only documents that were replaced, ended or amended.
        since: Only those that changed on this day or later, or nobody knows when; it implies ``changed``.
        workspace: What was read for earlier questions; it is read anew where its files have changed.

    Returns:
        The documents, each with its successors, the requirements that rest on it and those that are open.

    Raises:
        NothingThere: A path holds nothing, or there is no list.
        UnknownEdition: ``edition`` is not to be had.
        BrokenEdition: ``edition`` has errors of its own.
        ValueError: ``as_of`` or ``since`` is no day.
    """
    from qingdan.model import dates
    from qingdan.reports.documents.facts import document_states

    if since and dates.parse(since) is None:
        raise ValueError(f"{since} is no day")
    options, workspace = Options(as_of, str(edition)), looked(workspace)
    nation = trusted(options.edition or opening.DEFAULT_EDITION, as_of, workspace)
    lists = listed.lists([Path(path) for path in paths], options, workspace) if paths else ()
    return document_states(nation, as_of, (each.catalogue for each in lists), changed, since)


def explain(
    asked: str,
    *,
    as_of: str,
    edition: AnyPath = opening.DEFAULT_EDITION,
    source: AnyPath = "",
    rules: Sequence[str] = (),
    workspace: Workspace | None = None,
) -> Explanation:
    """What a rule, a requirement, an item, an element, a paper or a document is about; ``render`` puts it into words.

    Args:
        asked: An id or a name.
        as_of: The day by which it is told what is in force: ``"2026-11-22"``.
        edition: Id of an edition in the package, or a folder with ``edition.yaml``.
        source: A list: the rules that it brings along are known, too.
        rules: Installed distributions whose rules are known, too.
        workspace: What was read for earlier questions; it is read anew where its files have changed.

    Raises:
        NothingCalled: Nothing has that id or name.
        NothingThere: ``source`` is no list.
        UnknownRules: One of ``rules`` is not installed, or brings no rules.
        BrokenRules: What it brings cannot be used.
        UnknownEdition: There is no such edition.
        BrokenEdition: It has errors of its own.
    """
    from qingdan.problems import NothingCalled
    from qingdan.reports.explain import as_text
    from qingdan.reports.explain.facts import Explanation

    nation = trusted(str(edition), as_of, looked(workspace))
    known = _rules(source, rules, nation)
    if not as_text.explained(asked, nation, "zh", as_of, known):
        raise NothingCalled(asked, {lang: as_text.near(asked, nation, lang, known) for lang in LANGS})
    return Explanation(asked, nation, as_of, known)


def all_rules(source: AnyPath = "", *, rules: Sequence[str] = ()) -> Rules:
    """All rules by their ids, those that are retired too; ``render`` lists them.

    Args:
        source: A list: the rules that it brings along, as far as they hold, are among them.
        rules: Installed distributions whose rules are among them.

    Raises:
        NothingThere: ``source`` is no list.
        UnknownRules: One of ``rules`` is not installed, or brings no rules.
        BrokenRules: What it brings cannot be used.
    """
    from qingdan.reports.rules.facts import Rules

    return Rules(_rules(source, rules, None))


def _rules(source: AnyPath, names: Sequence[str], edition: Edition | None) -> Mapping[str, Rule]:
    """The rules of the package, of a list and of distributions; an edition is read only for a list."""
    from qingdan import rules
    from qingdan.rules.installed import installed
    from qingdan.rules.record import RuleContext

    outside = installed([names] if isinstance(names, str) else names)
    if not str(source):
        return {**rules.all_rules(), **outside}
    catalogue = opening.load(Path(source))
    return RuleContext(edition or national(), opening.known_divisions(), catalogue, "", outside).rules


def load(path: AnyPath) -> Catalogue:
    """The list of one province, read from a folder or a single file.

    What is wrong with the files is in ``.files.findings``; items that do not hold are left out by name.

    Args:
        path: A folder with ``catalogue.yaml``, or a file of items.

    Raises:
        NothingThere: The path is neither.
    """
    return opening.load(Path(path))
