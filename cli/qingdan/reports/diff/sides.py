"""Compare two sides, whatever they are."""

from __future__ import annotations

from qingdan.loading.catalogue import load_catalogue, path_of
from qingdan.loading.sides import Side
from qingdan.loading.workspace import Workspace
from qingdan.problems import CannotCompare, NothingRead
from qingdan.reading import MemoryTree
from qingdan.reports.diff.editions import compare_editions
from qingdan.reports.diff.facts import Diff, Note
from qingdan.reports.diff.lists import lists
from qingdan.reports.diff.nation import nation_province
from qingdan.reports.diff.places import province_places


def diff(before: Side, after: Side, as_of: str) -> Diff:
    """What differs between two sides.

    Args:
        before: The nation, a province, or an older revision.
        after: A province, places of one, or a newer revision. A list named before the nation changes places with it,
            and places named before their province do: the upper one is what is measured by.
        as_of: The day by whose rules a list in use is judged.

    Raises:
        CannotCompare: Nothing sensible can be said of the two together.
        NothingRead: A side is a file of which not one item could be read.
    """
    for each in (before, after):
        if each.catalogue and each.single and not each.catalogue.items and not each.catalogue.localities:
            raise NothingRead(each.label, each.catalogue.files.findings)
    if (before.catalogue and after.catalogue is None) or (before.place and after.catalogue and not after.place):
        before, after = after, before
    result = Diff(before.name, after.name, "editions", as_of, (before.edition.id, after.edition.id))
    result.names = after.edition.registries.name
    for each in (before, after):
        result.places = {**result.places, **_places(each)}
    if before.catalogue is None and after.catalogue is None:
        result.one_list = True
        compare_editions(before.edition, after.edition, result)
    elif before.catalogue is None and after.catalogue is not None:
        result.kind = "nation_province"
        nation_province(after.catalogue, after, before.edition, as_of, result)
    elif before.catalogue is not None and after.catalogue is not None:
        _two_lists(before, after, result)
    same_files = before.unread == after.unread and before.left_out == after.left_out
    for each in (after,) if same_files else (before, after):
        result.unread += each.unread
        result.left_out += each.left_out
    result.notes = _notes(before, after, result)
    result.settle()
    return result


def of_bytes(path: str, before: bytes, after: bytes, workspace: Workspace) -> Diff | None:
    """What differs between two versions of one file; ``None`` where one of them cannot be read or holds no items.

    Args:
        path: Of the file, from the top of its repository.
        before: The older version.
        after: The newer version.
        workspace: What was read already.
    """
    sides = [_of_bytes(path, data, workspace) for data in (before, after)]
    return None if any(each.unread or not _holds_items(each) for each in sides) else diff(sides[0], sides[1], "")


def _of_bytes(path: str, data: bytes, workspace: Workspace) -> Side:
    folder, _, name = path.rpartition("/")
    tree = MemoryTree({name: data}, label=path)
    return Side(path, workspace.edition(), load_catalogue(tree, prefix=f"{folder}/" if folder else ""))


def _holds_items(side: Side) -> bool:
    return bool(side.catalogue and (side.catalogue.items or side.catalogue.localities))


def _two_lists(before: Side, after: Side, result: Diff) -> None:
    """Two revisions of a list, two provinces, or a province and its places."""
    assert before.catalogue and after.catalogue  # asked by the caller
    if before.single != after.single:
        raise CannotCompare(before.label, after.label, "file_and_list")
    if after.place:
        if before.place or before.catalogue.province != after.catalogue.province:
            raise CannotCompare(before.label, after.label, "places")
        result.kind = "province_places"
        province_places(before, after.catalogue, after, result)
        return
    result.kind = "lists"
    result.one_list = before.catalogue.province == after.catalogue.province
    lists(before.catalogue, after.catalogue, after.edition.registries, result)


def _places(side: Side) -> dict[str, str]:
    files = side.catalogue.localities if side.catalogue else ()
    return {path_of(file.record): str(file.record["name"]) for file in files}


def _notes(before: Side, after: Side, result: Diff) -> list[Note]:
    """Which edition judged, where a reader would expect another."""
    used = before.edition.id if result.kind == "nation_province" else ""
    notes = [
        Note("judged_by", {"list": side.name, "stated": side.named, "used": used or side.edition.id})
        for side in (before, after)
        if side.named and side.named != (used or side.edition.id)
    ]
    if before.catalogue and after.catalogue and before.named != after.named and before.named and after.named:
        notes.append(Note("other_editions", {"before": before.named, "after": after.named, "used": after.edition.id}))
    for note in (*notes_on(before, result.as_of), *notes_on(after, result.as_of)):
        if note not in notes and result.kind == "nation_province":
            notes.append(note)
    if result.kind == "lists" and not result.one_list and not result.same and not _met(result):
        notes.append(Note("nothing_met", {}))
    return notes


def _met(result: Diff) -> bool:
    """Whether two provinces have an item in common."""
    return any(each.what == "element" for each in result.differences)


def notes_on(side: Side, as_of: str) -> list[Note]:
    """What a reader must know of one list: that it is fiction, or texts that speak of their own day."""
    kind = side.catalogue.head["kind"] if side.catalogue else ""
    if kind in ("archive", "collection"):
        return [Note("printed", {"list": side.name, "day": as_of})]
    return [Note("sample", {"list": side.name})] if kind == "sample" else []
