"""Where the readers write down what they find in one text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from qingdan.findings import Argument, Edit, Finding, Fix, Related, Severity
from qingdan.reading.limits import MAX_ALIKE
from qingdan.reading.lines import Lines


class Notes:
    """Findings of one file, taken down by offset."""

    __slots__ = ("_counts", "file", "findings", "lines")

    def __init__(self, file: str, lines: Lines) -> None:
        self.file = file
        self.lines = lines
        self.findings: list[Finding] = []
        self._counts: dict[str, int] = {}

    def add(
        self,
        id: str,
        start: int,
        end: int,
        args: Mapping[str, Argument] | None = None,
        *,
        extra: Mapping[str, Argument] | None = None,
        related: tuple[str, int, int] | None = None,
        severity: Severity = Severity.ERROR,
        limit: int = MAX_ALIKE,
        edits: Iterable[tuple[int, int, str]] = (),
        safe: bool = False,
    ) -> bool:
        """Record one finding at an offset range.

        Args:
            id: The stable id, such as ``RED006``.
            start: First offset of the range, in code points.
            end: Offset behind the range.
            args: The arguments of its message that identify it.
            extra: Those that do not, such as the words of a parser.
            related: Role, start and end of a second place.
            severity: How much it matters.
            limit: How many findings of this id are recorded for one file.
            edits: Start, end and new text of what mends it.
            safe: The edits leave the meaning as it is.

        Returns:
            Whether more findings of this id would still be recorded.
        """
        count = self._counts.get(id, 0) + 1
        if count > limit:
            return False
        self._counts[id] = count
        places: tuple[Related, ...] = ()
        if related is not None:
            role, first, last = related
            places = (Related(self.lines.location(self.file, first, last), role),)
        location = self.lines.location(self.file, start, end)
        mending = tuple(Edit(self.lines.location(self.file, first, last), text) for first, last, text in edits)
        fix = Fix(mending, safe) if mending else None
        self.findings.append(Finding(id, severity, location, args or {}, extra or {}, places, fix=fix))
        return count < limit
