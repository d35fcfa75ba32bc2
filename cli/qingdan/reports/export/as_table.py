"""A list as a table that comes back in: a row each record of its files, and beside it what the columns are.

The description is a Data Package: a tool that reads it takes every column for text, and no code for a number. In it
stands the head of the list, too, for which a table has no row.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from typing import Any

from qingdan.importing.own_table import FILE, columns, in_json, kept_text, rows, to_text
from qingdan.model.declarations import elements
from qingdan.model.registry import Registries
from qingdan.printing.escape import json_text, no_command, steers
from qingdan.printing.spreadsheet import BOM
from qingdan.problems import SeveralLists
from qingdan.reports.export.facts import Export


def lines(export: Export) -> Iterator[str]:
    """The table, its headings first.

    Args:
        export: The guides of one list.

    Raises:
        SeveralLists: They are of several lists.
    """
    files, registries = _files(export), export.edition.registries
    yield BOM + _line(columns().values())
    for row in rows(files):
        yield _line(_cell(row.get(key), key, registries) for key in columns())


def described(export: Export, name: str) -> dict[str, Any]:
    """The Data Package of the table.

    Args:
        export: The guides of one list.
        name: Name of the file of the table.
    """
    _files(export)
    head: Mapping[str, Any] = export.entries[0].catalogue.head if export.entries else {}
    titles = columns()
    fields = [
        {"name": title, "title": key, "type": "string", "description": _description(key)}
        for key, title in titles.items()
    ]
    source = head.get("source", {})
    return {
        "profile": "tabular-data-package",
        "name": "qingdan-list",
        "title": head.get("name", ""),
        "created": f"{export.as_of}T00:00:00Z",
        "sources": [{"title": source["title"]} | ({"path": source["url"]} if "url" in source else {})]
        if source
        else [],
        "resources": [
            {
                "profile": "tabular-data-resource",
                "name": "items",
                "path": name,
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True},
                "schema": {"fields": fields, "primaryKey": [titles[FILE], titles["id"]], "missingValues": [""]},
            }
        ],
        "qingdan": {"head": head},
    }


def _files(export: Export) -> dict[str, Mapping[str, Any]]:
    """Path in the folder of the list → what stands in it, for the files of records."""
    lists = {id(entry.catalogue): entry.catalogue for entry in export.entries}
    if len(lists) > 1:
        raise SeveralLists([each.label for each in lists.values()])
    files = {}
    for catalogue in lists.values():
        for kind in ("items", "locality"):
            for file in catalogue.files.files.get(kind, ()):
                files[_inside(file.document.name, catalogue.label)] = file.document.value
    return files


def _inside(name: str, label: str) -> str:
    """The path of a file in the folder of its list."""
    parts = name.split("/")
    return "/".join(parts[-2:]) if len(parts) > 1 and parts[-2] in ("items", "localities") else parts[-1]


def _cell(value: object, key: str, registries: Registries) -> str:
    """A value in its cell. What steers, and what a pipeline takes for a command, is written by numbers in JSON."""
    text = to_text(value, key, registries)
    if "\r" in text or steers(text.replace("\n", "")) or no_command(text) != text:
        text = json_text(in_json(value))
    return kept_text(text)


def _line(cells: Any) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow(cells)
    return out.getvalue()


def _description(key: str) -> str:
    return elements()[key].description if key in elements() else ""


def text_of(made: dict[str, Any]) -> str:
    """A description as its file has it."""
    return json_text(json.dumps(made, ensure_ascii=False, indent=2)) + "\n"
