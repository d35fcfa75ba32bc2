"""Names of lists held against the national items."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from qingdan.checking import listed
from qingdan.checking.trust import trusted
from qingdan.loading import opening
from qingdan.sdk.asked import AnyPath, looked
from qingdan.sdk.importing import TABLES, import_table
from qingdan.selecting import Options

if TYPE_CHECKING:
    from qingdan.aligning.run import AlignedList, Alignment
    from qingdan.loading.workspace import Workspace
    from qingdan.model.item import Implements


def align(
    *paths: AnyPath,
    as_of: str,
    edition: AnyPath = "",
    province: str = "",
    alignment: AnyPath = "",
    workspace: Workspace | None = None,
) -> Alignment:
    """Which national item each name of some lists is: accepted, none, or open for a person to say.

    What a list says itself (``implements``), and what people have said in its ``alignment.yaml``, is obeyed.

    Args:
        paths: Folders with ``catalogue.yaml``, folders of such folders, single files; tables, with ``province``.
        as_of: The day by which an edition is trusted: ``"2026-11-22"``.
        edition: An edition in place of the one that each list names.
        province: Whose lists the tables are (xlsx, csv, …): they are imported in memory.
        alignment: An ``alignment.yaml`` for the tables.
        workspace: What was read for earlier questions; it is read anew where its files have changed.

    Returns:
        For each list what each name is and why, and texts of it that no registry knows; ``render`` puts it into words.

    Raises:
        NothingThere: A path holds no list.
        UnknownEdition: ``edition`` is not to be had.
        BrokenEdition: It has errors of its own.
        NotATable: A file of tables cannot be read.
        NoHeadings: No row of it has headings that are known.
        UnknownProvince: ``province`` is none.
        BrokenAlignment: ``alignment`` cannot be used.
        ValueError: ``as_of`` is no day.
    """
    from qingdan.aligning.run import AlignedList, Alignment, align_list

    workspace, found = looked(workspace), []
    nation = trusted(str(edition or opening.DEFAULT_EDITION), as_of, workspace)
    for path in map(Path, paths):
        if province and path.suffix.lower() in TABLES:
            table = import_table(
                path,
                province=province,
                as_of=as_of,
                edition=edition or opening.DEFAULT_EDITION,
                alignment=alignment,
                workspace=workspace,
            )
            found.append(AlignedList(path.as_posix(), tuple(table.aligned), answers=table.answers, edition=nation))
        else:
            each = listed.lists([path], Options(as_of, str(edition)), workspace)
            found += [align_list(one.catalogue, one.edition, one.label) for one in each]
    return Alignment(tuple(found))


def write_alignment(found: AlignedList, to: AnyPath, *, said: Mapping[str, Sequence[Implements]] | None = None) -> Path:
    """Write what the names of a list are into an ``alignment.yaml``, all at once.

    What people have written there stays as it is, comments too; what is new follows. What was decided by the name alone
    is marked so (``by: likeness``); what is open says what it may be.

    Args:
        found: One list of what ``align`` answers.
        to: The file; it may be there.
        said: Name → the national items that it is, as a person has just said; ``[]``: none.

    Returns:
        The file.

    Raises:
        BrokenAlignment: The file is there and cannot be used; it is left as it is.
        WriteProtected: It is read-only.
        OSError: It cannot be written; what was there is as it was.
    """
    from qingdan.aligning.run import alignment_file, answer_rows
    from qingdan.loading.answers import read_answers
    from qingdan.writing.edits import rewritten
    from qingdan.writing.whole import write_whole

    path = Path(to)
    if path.exists():
        document, answers = read_answers(path)
        rows = answer_rows(found.names, found.edition, answers, said=said)
        text = rewritten(document, {("names",): rows})
    else:
        text = alignment_file(answer_rows(found.names, found.edition, found.answers, said=said))
    write_whole(path, [text])
    return path
