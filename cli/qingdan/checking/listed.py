"""A list as it was read, with the edition that judges it: judged once, and only where somebody asks."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from qingdan.checking.trust import trusted
from qingdan.findings import Finding, Severity
from qingdan.judging.conformance import Conformance, conformance
from qingdan.loading.catalogue import Catalogue, load_catalogue
from qingdan.loading.edition import Edition
from qingdan.loading.opening import DEFAULT_EDITION, editions, nothing_there, roots
from qingdan.loading.workspace import Workspace
from qingdan.model import dates
from qingdan.reading import Tree
from qingdan.selecting import Options

#: Told how many parts are done, how many there are, and the name of the last.
Watch = Callable[[int, int, str], None]


@dataclass(frozen=True)
class Listed:
    """A list with the edition that judges it.

    Attributes:
        label: What a report calls it, such as the path of its folder.
        catalogue: The list.
        edition: The edition.
        as_of: The day by whose rules it is judged, where it is in use.
        found: The finding that its own edition is not to be had, if so.
    """

    label: str
    catalogue: Catalogue
    edition: Edition
    as_of: str
    found: tuple[Finding, ...] = ()

    @cached_property
    def conformance(self) -> Conformance:
        """How it stands to what the nation requires."""
        return conformance(self.catalogue, self.edition, self.as_of)


def listed(tree: Tree, workspace: Workspace, options: Options, *, label: str, prefix: str = "") -> Listed:
    """Read a list, and find the edition that judges it; one that is not to be had is replaced by the default.

    Args:
        tree: Its files.
        workspace: What was read already.
        options: Whose ``edition`` goes before the one that the list names.
        label: What a report calls it.
        prefix: Put before file names in locations.

    Raises:
        UnknownEdition: ``options.edition`` is not to be had.
        BrokenEdition: It has errors of its own.
    """
    catalogue = load_catalogue(tree, prefix=prefix)
    name = catalogue.head["edition"] or DEFAULT_EDITION
    if options.edition or name in editions():
        return Listed(label, catalogue, trusted(options.edition or name, options.as_of, workspace), options.as_of)
    # a list names an edition by its id: a path in it would be a way out of the folder
    head = catalogue.files.heads["catalogue"]
    args = {"edition": name, "known": editions(), "used": DEFAULT_EDITION}
    found = Finding("REF002", Severity.ERROR, head.locate("edition"), args, pointer="/edition")
    return Listed(label, catalogue, workspace.edition(), options.as_of, (found,))


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


def lists(
    paths: Sequence[Path], options: Options, workspace: Workspace, watch: Watch | None = None
) -> Iterator[Listed]:
    """The lists that some paths stand for, each with the edition by which a validation would judge it.

    Raises:
        NothingThere: There is no list.
        UnknownEdition: ``options.edition`` is not to be had.
        BrokenEdition: It has errors of its own.
        ValueError: ``options.as_of`` is no day.
    """
    check_day(options.as_of)
    found = list_roots(paths)
    for done, root in enumerate(found):
        if watch:
            watch(done, len(found), root.name)
        tree, prefix = workspace.tree_of(root)
        yield listed(tree, workspace, options, label=root.as_posix(), prefix=prefix)
    if watch:
        watch(len(found), len(found), "")


def check_day(as_of: str) -> None:
    """See that a day is one.

    Raises:
        ValueError: It is none.
    """
    day = dates.parse(as_of)
    if day is None or not day.full:
        raise ValueError(f"as_of must be a day such as 2026-11-22, not {as_of!r}")
