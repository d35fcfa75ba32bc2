"""The exchange tables in one file: a table each, which columns are filled, and what was left empty and why."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator

from qingdan.printing.spreadsheet import BOM, row
from qingdan.reports.export.as_csv import partly
from qingdan.reports.export.exchange import Column, Filled, Tally, fetched, tables
from qingdan.reports.export.facts import Export
from qingdan.words.characters import STEERING
from qingdan.words.grammar import Lang, joined, space
from qingdan.words.said import Phrases
from qingdan.words.showing import visible

_says = Phrases("export.exchange")
_WHY = Phrases("export.exchange.why")
_HOW = Phrases("export.exchange.how")
_SPECIMEN = Phrases("export.specimen")
#: The day of every file in the archive, so that the same lists make the same bytes: the first that it can hold.
_DAY = (1980, 1, 1, 0, 0, 0)


def chunks(export: Export, lang: Lang) -> Iterator[bytes]:
    """The archive, whole: a table of comma-separated values each, ``columns.csv`` and ``readme.txt``.

    Args:
        export: The guides of some lists.
        lang: The language of what is said of the tables; the tables themselves are in Chinese.
    """
    found = list(tables(export))
    files = {"readme.txt": BOM + readme(export, found, lang), "columns.csv": "".join(columns(found, lang))}
    files |= {f"{each.layout.name}.csv": "".join(_lines(each)) for each in found}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            info = zipfile.ZipInfo(name, _DAY)
            info.compress_type, info.create_system, info.external_attr = zipfile.ZIP_DEFLATED, 3, 0o644 << 16
            archive.writestr(info, text.encode())
    yield out.getvalue()


def _lines(table: Filled) -> Iterator[str]:
    yield BOM + row([*table.heads, *(column.name for column in table.layout.columns)])
    yield from map(row, table.rows)


def columns(found: Iterable[Filled], lang: Lang) -> Iterator[str]:
    """What became of each column of each table."""
    yield BOM + row([_says(f"head.{key}", lang) for key in ("table", "column", "title", "required", *_COUNTS, "note")])
    for table in found:
        for column in table.layout.columns:
            tally = table.tallies[column.name]
            counts = [tally.filled, len(table.rows) - tally.filled - tally.left, tally.left, tally.long]
            required = _says("required" if column.required else "optional", lang)
            yield row([table.layout.name, column.name, column.title, required, *counts, _note(column, tally, lang)])


#: What is counted of a column.
_COUNTS = ("filled", "silent", "left", "long")


def _note(column: Column, tally: Tally, lang: Lang) -> str:
    """Why a column is empty, or how it is filled."""
    if column.why:
        return _WHY(column.why, lang)
    notes = [_HOW(column.how, lang)] if column.how in _HOW else []
    if tally.long:
        notes.append(_says("too_long", lang, max=column.max))
    return space(lang).join(notes)


def readme(export: Export, found: Iterable[Filled], lang: Lang) -> str:
    """What a person must know before the tables are handed on."""
    lines = [_says("title", lang, day=export.as_of), "", _says("lists", lang)]
    for catalogue in export.lists:
        guides = [entry for entry in export.entries if entry.catalogue is catalogue]
        kinds = Counter(_SPECIMEN(entry.specimen, lang) for entry in guides if entry.specimen)
        told = joined([_says("of_kind", lang, kind=kind, n=number) for kind, number in kinds.items()], lang)
        name = visible(str(catalogue.head.get("name", catalogue.label)))
        lines.append(_says("list", lang, name=name, n=len(guides), kinds=told or _says("all_current", lang)))
    lines += ["", _says("tables", lang)]
    lines += [_says("table", lang, name=f"{t.layout.name}.csv", title=t.layout.title, n=len(t.rows)) for t in found]
    sure = sum(1 for entry in export.entries if any(partly(entry, lang)))
    papers = sum(map(fetched, export.entries))
    notes = [_says(f"notes.{key}", lang) for key in ("source", "join", "empty", "codes", "limits", "separator")]
    notes += [_says("partly", lang, n=sure)] * bool(sure) + [_says("fetched", lang, n=papers)] * bool(papers)
    notes += [_says("unread", lang, names=joined(export.unread, lang))] * bool(export.unread)
    lines += ["", _says("know", lang), *(f"- {each}" for each in notes)]
    text = "".join(f"{line}\r\n" for line in lines)
    return STEERING.sub(lambda match: match[0] if match[0] in "\r\n" else visible(match[0]), text)
