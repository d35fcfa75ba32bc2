"""The public functions of the package, gathered here so that ``import qingdan`` stays cheap."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from os import PathLike
from pathlib import Path

from qingdan import validating
from qingdan.findings import Report
from qingdan.loading.catalogue import Catalogue
from qingdan.loading.edition import Edition
from qingdan.starting import FolderInUse, UnknownProvince, start_catalogue, write_schemas
from qingdan.validating import NothingThere, Options, UnknownEdition

AnyPath = str | PathLike[str]


def national(edition: AnyPath = validating.DEFAULT_EDITION) -> Edition:
    """An edition of the national standard.

    Args:
        edition: Id of an edition in the package, such as ``"2025"``, or a folder with ``edition.yaml``.

    Raises:
        UnknownEdition: There is no such edition.

    >>> national().items["JY-0401"]["name"]
    '失业登记'
    """
    return validating.national(str(edition))


def load(path: AnyPath) -> Catalogue:
    """The list of one province, read from a folder or a single file.

    What is wrong with the files is in ``.files.findings``; items that do not hold are left out by name.

    Args:
        path: A folder with ``catalogue.yaml``, or a file of items.

    Raises:
        NothingThere: The path is neither.
    """
    return validating.load(Path(path))


def validate(
    *paths: AnyPath,
    as_of: str,
    edition: AnyPath = "",
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    watch: Callable[[int, int, str], None] | None = None,
) -> Report:
    """Check provinces, single files or editions.

    Args:
        paths: Folders with ``catalogue.yaml`` or ``edition.yaml``, folders of such folders, or single files.
        as_of: The day by whose rules lists in use are judged: ``"2026-11-22"``.
        edition: An edition in place of the one that each catalogue names.
        select: Run only these rules, requirements or groups of rules; empty: all.
        ignore: Leave these out.
        watch: Told before each list how many are done, how many there are, and its name; once more at the end.

    Returns:
        The report: sections with findings, counts and judgements.

    Raises:
        NothingThere: A path holds nothing that could be checked.
        UnknownEdition: ``edition`` is not to be had.
    """
    options = Options(as_of, str(edition), tuple(select), tuple(ignore))
    return validating.validate([Path(path) for path in paths], options, watch)


__all__ = [
    "FolderInUse",
    "NothingThere",
    "UnknownEdition",
    "UnknownProvince",
    "load",
    "national",
    "start_catalogue",
    "validate",
    "write_schemas",
]
