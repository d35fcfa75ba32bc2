"""What the tests of reading share."""

from __future__ import annotations

from qingdan.findings import Finding, Location
from qingdan.reading import Document, read_document


def yaml(text: str) -> Document:
    """Read a text as YAML."""
    return read_document("file.yaml", text.encode())


def json_(text: str) -> Document:
    """Read a text as JSON."""
    return read_document("file.json", text.encode("utf-8", "surrogatepass"))


def ids(document: Document) -> list[str]:
    """The ids of all findings, in their order."""
    return [finding.id for finding in document.findings]


def place(location: Location | None) -> str:
    """A range as people write it."""
    assert location is not None
    return f"{location.line}:{location.column}-{location.end_line}:{location.end_column}"


def shown(finding: Finding) -> str:
    """A finding in one line, without the words of a parser."""
    related = "".join(f" {other.role}@{place(other.location)}" for other in finding.related)
    args = "".join(f" {key}={value!r}" for key, value in finding.args.items())
    return f"{finding.id} {finding.severity.word} {place(finding.location)}{args}{related}"


def cut(document: Document, location: Location) -> str:
    """The text of a range, by lines and columns alone."""
    lines = document.text.split("\n")
    chosen = lines[location.line - 1 : location.end_line]
    chosen[-1] = chosen[-1][: location.end_column - 1]
    chosen[0] = chosen[0][location.column - 1 :]
    return "\n".join(chosen)


def mended(document: Document, finding: Finding) -> Document:
    """The document after the edits of a finding."""
    assert finding.fix is not None
    text = document.text
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    for edit in sorted(finding.fix.edits, key=lambda edit: (edit.location.line, edit.location.column), reverse=True):
        place = edit.location
        first = starts[place.line - 1] + place.column - 1
        last = starts[place.end_line - 1] + place.end_column - 1
        text = text[:first] + edit.text + text[last:]
    return yaml(text)
