"""A list, or a list still to be filled in, as a workbook."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from qingdan.findings import Finding
from qingdan.loading.catalogue import Catalogue
from qingdan.loading.edition import Edition
from qingdan.printing.messages import advice, message
from qingdan.printing.words import SEVERITY
from qingdan.reading import Document
from qingdan.words.grammar import Lang
from qingdan.words.said import Phrases
from qingdan.workbooks.cells import Cells
from qingdan.workbooks.drawing import Drawn, Problem, drawn
from qingdan.workbooks.sheets import ITEMS, OWN, REST, columns_of, sheets
from qingdan.workbooks.taking import Place, Pointer, Taken, taken

_says = Phrases("workbook")
#: What nearly every guide states, so that its columns are in sight although nothing stands in them.
_USUAL = frozenset(
    [(key,) for key in ("name", "item", "status", "implements", "type", "audience", "promised_limit", "visits")]
    + [("contact", key) for key in ("phone", "address", "hours")]
    + [("provider", "name"), ("result", "name"), ("complaint", "phone")]
)


def list_book(
    catalogue: Catalogue, edition: Edition, as_of: str, lang: Lang, findings: Sequence[Finding] | None = None
) -> bytes:
    """A list as a workbook: everything that its files hold, and their comments.

    Args:
        catalogue: The list.
        edition: The national standard whose names stand in the cells.
        as_of: The day of the workbook: ``2026-11-22``.
        lang: The language of what the program says; what the list says stays as it is.
        findings: What was found in the list, to be said at the cells; ``None`` where nobody asked.

    Raises:
        TablesMissing: ``qingdan[tables]`` is not installed.
    """
    before = _before(catalogue)
    documents = {name.removeprefix(before): each for name, each in catalogue.files.documents.items()}
    read = {name: each for name, each in documents.items() if each.value is not None}
    cells = Cells(edition.registries)
    held = taken(
        {name: each.value for name, each in read.items()},
        {n: each.text for n, each in read.items()},
        cells,
        findings is not None,
    )
    said = None if findings is None else [_said(each, before, read, held, lang) for each in findings]
    title = str(catalogue.head["name"])
    return drawn(Drawn(held, title, as_of, {}, said, lang, _shown(edition)), cells)


def template_book(
    files: Mapping[str, object],
    title: str,
    required: Mapping[str, Sequence[tuple[str, Sequence[str]]]],
    edition: Edition,
    as_of: str,
    lang: Lang,
) -> bytes:
    """A list that is still to be filled in, with what the nation requires at the cells.

    Args:
        files: Path → value of the files of the list.
        title: What the workbook is called.
        required: Id of a matter → element, and what is required of it, line by line.
        edition: The national standard whose names stand in the cells.
        as_of: The day of the workbook.
        lang: The language of what the program says.

    Raises:
        TablesMissing: ``qingdan[tables]`` is not installed.
    """
    cells = Cells(edition.registries)
    held = taken(files, {}, cells)
    held.rows[REST] = []  # what the files do not state yet is not left out on purpose
    remarks: dict[Place, list[str]] = {}
    plan = sheets()[ITEMS]
    for number, row in enumerate(list(held.rows[ITEMS]), 1):
        id = str(row[plan.number("id")])
        for element, lines in required.get(id, ()):
            remarks.setdefault(_room(held, element, id, number, row), []).extend(lines)
    return drawn(Drawn(held, title, as_of, remarks, None, lang, _shown(edition)), cells)


def _room(held: Taken, element: str, id: str, number: int, row: Mapping[int, str | int]) -> Place:
    """The cell in which an element of a matter is filled in; where it has a sheet of its own, a row is begun there."""
    if element not in OWN:
        known = columns_of(ITEMS)
        return ITEMS, number, next(at for path, at in known.items() if path[0] == element)
    plan = sheets()[OWN[element]]
    first = next(iter(columns_of(plan.name).values()))
    rows = held.rows[plan.name]
    at = next((at for at, each in enumerate(rows, 1) if each[plan.number("id")] == id), 0)
    if not at:
        name = row[columns_of(ITEMS)["name",]]
        rows.append({plan.number("id"): id, plan.number("shown"): name, plan.number("order"): 1})
        at = len(rows)
    return plan.name, at, first


def _shown(edition: Edition) -> frozenset[tuple[str, ...]]:
    """The paths whose columns are in sight although nothing stands in them: what the nation requires, and the usual."""
    required = {row["element"] for rows in edition.requirements.values() for row in rows}
    usual = {path[0] for path in _USUAL if len(path) > 1}
    return _USUAL | {path for path in columns_of(ITEMS) if path[0] in required - usual}


def _before(catalogue: Catalogue) -> str:
    """What stands before the names of the files of a list."""
    names = list(catalogue.files.documents)
    head = next((name for name in names if name.rpartition("/")[2] == "catalogue.yaml"), "")
    if head:
        return head.removesuffix("catalogue.yaml")
    return names[0].removesuffix(names[0].rpartition("/")[2]) if len(names) == 1 else ""


def _said(finding: Finding, before: str, read: Mapping[str, Document], held: Taken, lang: Lang) -> Problem:
    file = finding.location.file.removeprefix(before) if finding.location else ""
    place = held.place(file, _steps(finding.pointer, read[file].value)) if file in read else None
    words = SEVERITY(finding.severity.word, lang), finding.id, message(finding, lang), advice(finding, lang)
    return Problem(*words, place)


def _steps(pointer: str, value: object) -> Pointer:
    """The keys and indexes of a JSON Pointer, as far as they lead into a value."""
    steps: list[str | int] = []
    for part in _parts(pointer):
        if isinstance(value, list) and part.isdigit() and int(part) < len(value):
            steps.append(int(part))
            value = value[int(part)]
        elif isinstance(value, dict) and part in value:
            steps.append(part)
            value = value[part]
        else:
            break
    return tuple(steps)


def _parts(pointer: str) -> Iterable[str]:
    return (part.replace("~1", "/").replace("~0", "~") for part in pointer.split("/")[1:])
