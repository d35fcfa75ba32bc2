"""A list beside itself as it was at a git revision: what the pages of changes tell of it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from qingdan.loading.catalogue import Catalogue, load_catalogue
from qingdan.loading.edition import Edition
from qingdan.loading.sides import Side
from qingdan.problems import NotOneList, UnknownRevision
from qingdan.reading.revisions import RevisionTree, place_of
from qingdan.reports.changelog import citizens as changelog_citizens
from qingdan.reports.changelog.citizens import Tag
from qingdan.reports.changelog.facts import Changelog, changelog
from qingdan.words.grammar import Lang

#: Headings stand below the one that names the revision.
_BELOW: dict[Tag, str] = {"h2": "h3", "h3": "h4"}


@dataclass(frozen=True, repr=False)
class Since:
    """What changed in a list since a revision.

    Attributes:
        revision: As it was asked for.
        commit: The commit that it means; empty where the list was not there.
        log: What changed; ``None`` where the list was not there, or was one of another province.
    """

    revision: str
    commit: str
    log: Changelog | None


def since(root: Path, catalogue: Catalogue, edition: Edition, revision: str, as_of: str) -> Since:
    """Compare a list with what it was.

    Args:
        root: The folder of the list, or the one file that it is.
        catalogue: The list as it is now.
        edition: The edition that judges it.
        revision: A commit, a branch, a tag.
        as_of: The day on which the comparison is made.

    Raises:
        UnknownRevision: There is no git, the list is in no repository, or there is no such revision.
    """
    single = root.is_file()
    folder = root.parent if single else root
    place = place_of(folder, revision) + (root.name if single else "")
    try:
        tree = RevisionTree(folder, revision, place)
    except UnknownRevision as error:
        if error.missing != "path":
            raise
        return Since(revision, "", None)
    before = Side(f"{revision}:{place}", edition, load_catalogue(tree, prefix=f"{revision}:"), single=single)
    after = Side(root.as_posix(), edition, catalogue, single=single)
    try:
        return Since(revision, tree.commit, changelog(before, after, as_of))
    except NotOneList:
        return Since(revision, "", None)


def told(found: Since, lang: Lang) -> list[tuple[str, list[str]]]:
    """What changed in the words for citizens: a tag, and the texts of that tag that follow each other."""
    blocks = changelog_citizens.page(found.log, lang).blocks if found.log else []
    return [(_BELOW.get(tag, tag), [text for _, text in run]) for tag, run in groupby(blocks, key=itemgetter(0))]
