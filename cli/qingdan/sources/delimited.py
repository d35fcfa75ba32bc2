"""Tables in text files: csv and tsv. What quotes and line breaks mean is as spreadsheets have it; all is text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import PurePath

from qingdan.problems.of_tables import NotATable
from qingdan.sources.encoded import decoded
from qingdan.sources.grid import Book, Doubt, Grid, GridCell

_DELIMITERS = (",", "\t", ";", "|")
_WIDE_COMMA = "，"
_UNSEEN = frozenset(("struck", "hidden", "comments", "formats"))
#: How many records tell the delimiter, and the share of them that must have equally many fields.
_FIRST, _HALF = 50, 0.5
#: The full-width comma stands in prose: it delimits where as many records have as many fields, every one of them.
_SURE_RECORDS, _SURE_FIELDS = 3, 3
_MOST_CELLS = 2_000_000
#: The line by which a file tells spreadsheets its delimiter; they do not show it.
_SEP = re.compile(r'sep=([^\w"\r\n ])(?:\r\n|\r|\n)', re.IGNORECASE)
#: What keeps digits text in a spreadsheet, which shows them alone: ="001100".
_AS_TEXT = re.compile(r'="([^"]*)"')
_EXPONENT = re.compile(r"[+-]?[0-9](?:\.[0-9]+)?E[+-]?[0-9]{1,3}", re.IGNORECASE)
#: A workbook keeps fifteen digits and puts zeros for the others.
_CUT_OFF = re.compile(r"[+-]?[1-9][0-9]{14}0+")
_ERROR = re.compile(r"#(?:N/A|REF!|VALUE!|DIV/0!|NAME\?|NULL!|NUM!)|#{3,}")


def read_delimited(name: str, data: bytes) -> Book:
    """The table of a csv or tsv file.

    Args:
        name: Name of the file; a table without a delimiter is split at tabs where it ends with ``.tsv``.
        data: What is in the file.

    Returns:
        A book with one grid, named as the file without its ending. Each cell's ``raw`` is the field as it stands,
        its ``text`` has plain line breaks, and of ``="001100"`` the digits.

    Raises:
        NotATable: Its encoding is not certain, no cell holds anything, or there are over two million.
    """
    text = decoded(name, data)
    sep = _SEP.match(text)
    delimiter = sep[1] if sep else _delimiter(name, text)
    cells: dict[tuple[int, int], GridCell] = {}
    for row, fields in enumerate(_records(text, delimiter, sep.end() if sep else 0), 1):
        for column, field in enumerate(fields, 1):
            if field:
                cells[row, column] = _cell(row, column, field)
        if len(cells) > _MOST_CELLS:
            raise NotATable(name, "large")
    if not cells:
        raise NotATable(name, "empty")
    return Book(name, "csv", (Grid(name, PurePath(name).stem, cells, unseen=_UNSEEN),))


def _cell(row: int, column: int, field: str) -> GridCell:
    as_text = _AS_TEXT.fullmatch(field)
    text = as_text[1] if as_text else field.replace("\r\n", "\n").replace("\r", "\n")
    return GridCell(row, column, text, field, doubts=_doubts(text.strip()))


def _doubts(text: str) -> tuple[Doubt, ...]:
    """What a spreadsheet that saved the file did to the text."""
    if _EXPONENT.fullmatch(text):
        return ("exponent",)
    if _CUT_OFF.fullmatch(text):
        return ("long_number",)
    return ("error",) if _ERROR.fullmatch(text) else ()


def _records(text: str, delimiter: str, start: int = 0) -> Iterator[list[str]]:
    """The records of a text. A blank line is one, too: a spreadsheet shows it as a row."""
    field = _field(delimiter)
    fields: list[str] = []
    while start < len(text):
        match = field.match(text, start)
        assert match, "what is not quoted is taken as it is"
        quoted = match["quoted"]
        fields.append(match["plain"] if quoted is None else quoted.replace('""', '"'))
        start = match.end()
        if match["end"] != delimiter:
            yield fields
            fields = []
    if fields:
        yield fields


def _field(delimiter: str) -> re.Pattern[str]:
    """One field with what ends it.

    A field in quotes has line breaks and doubled quotes inside. Where more follows the second quote the quotes are the
    text's own and stay ("双创"补贴); so does a first quote that no second one ends before the record does.
    """
    other = f"[^{re.escape(delimiter)}\r\n]*+"
    inside, on_a_line = ('[^"]*+(?:""[^"]*+)*+', '[^"\r\n]*+(?:""[^"\r\n]*+)*+')
    return re.compile(
        f'(?:"(?P<quoted>{inside})" *+|(?P<plain>"{on_a_line}"{other}|{other}))'
        f"(?P<end>{re.escape(delimiter)}|\r\n|\r|\n|\\Z)"
    )


def _delimiter(name: str, text: str) -> str:
    """The delimiter by which most of the first records have equally many fields; of several that with most."""
    found = {each: _shape(text, each) for each in (*_DELIMITERS, _WIDE_COMMA)}
    records, share, fields = found.pop(_WIDE_COMMA)
    others = any(each[1] for each in found.values())
    if share == 1 and records >= _SURE_RECORDS and fields >= _SURE_FIELDS and not others:
        return _WIDE_COMMA
    best = max(found, key=lambda each: found[each][1:])
    if found[best][1] >= _HALF:
        return best
    return "\t" if name.lower().endswith((".tsv", ".tab")) else ","


def _shape(text: str, delimiter: str) -> tuple[int, float, int]:
    """Of the first records that are not blank: how many, the share with the usual number of fields, that number."""
    counts = [len(each) for each in islice(_records(text, delimiter), _FIRST) if any(each)]
    usual = Counter(each for each in counts if each > 1)
    if not usual:
        return len(counts), 0.0, 1
    fields, hits = max(usual.items(), key=lambda each: (each[1], each[0]))
    return len(counts), hits / len(counts), fields
