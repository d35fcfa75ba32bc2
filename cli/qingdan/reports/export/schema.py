"""What stands beside an export: of which fields and types its lines are, whether or not this one happens to have them.

A reader that guesses the types from the first lines loses what only later ones have. JSON Lines get a JSON Schema of a
line, with the type of each column as DuckDB writes it; a spreadsheet gets CSV on the Web, so that no code is taken for
a number; the table that comes back in a Data Package. Parquet holds its types, JSON-LD its context.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

from qingdan.importing.own_table import DESCRIBED
from qingdan.loading import schemas
from qingdan.reports.export import as_csv as entry_csv
from qingdan.reports.export import as_table as entry_table
from qingdan.reports.export.facts import Export
from qingdan.words.grammar import Lang

#: Of a schema: column → type, as DuckDB takes them in ``columns``.
COLUMNS = "x-duckdb"
#: Format of an export → what the name of the file beside it ends with. CSV on the Web looks for a file of that name.
ENDINGS = {"jsonl": ".schema.json", "csv": "-metadata.json"}
_PLAIN = {"string": "VARCHAR", "integer": "BIGINT", "boolean": "BOOLEAN"}


def beside(format: str, file: Path, export: Export, lang: Lang) -> Iterator[tuple[Path, str]]:
    """The file that goes beside an export that was written to one; none beside a pipe or a device.

    Args:
        format: Format of the export.
        file: Where it was written to; a link leads to where that is.
        export: What was written.
        lang: Language of its headings.

    Yields:
        The file and its text.
    """
    real = Path(os.path.realpath(file))
    if format == "table" and real.is_file():
        text = entry_table.text_of(entry_table.described(export, real.name))
        yield real.with_name(real.name + DESCRIBED), text
    elif format in ENDINGS and real.is_file():
        yield real.with_name(real.name + ENDINGS[format]), described(format, real.name, lang)


def described(format: str, name: str, lang: Lang) -> str:
    """What stands beside an export.

    Args:
        format: A key of ``ENDINGS``.
        name: Name of the file of the export.
        lang: Language of its headings.
    """
    made = line_schema() if format == "jsonl" else table_schema(name, lang)
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"


def line_schema() -> dict[str, object]:
    """JSON Schema of one line; nothing in it leads elsewhere."""
    whole = schemas.schema("api")
    line = whole["properties"]["guide"]
    body: dict[str, object] = {**_resolved(line)}
    return {
        "$schema": whole["$schema"],
        "$id": "urn:qingdan:schema:entry:1",
        "title": "一份指南：qingdan export --format jsonl 的一行",
        **{key: value for key, value in body.items() if key not in ("title", "description")},
        "$defs": {name: whole["$defs"][name] for name in sorted(_used(body))},
        COLUMNS: columns(),
    }


def columns() -> dict[str, str]:
    """Column → type in DuckDB, nested ones too."""
    return {
        name: _type(node)
        for name, node in _resolved(schemas.schema("api")["properties"]["guide"])["properties"].items()
    }


def table_schema(name: str, lang: Lang) -> dict[str, object]:
    """CSV on the Web: what the columns of a spreadsheet are; every one of them is text.

    Args:
        name: Name of its file.
        lang: Language of its headings.
    """
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": lang}],
        "url": name,
        "dialect": {"encoding": "utf-8", "header": True, "lineTerminators": ["\r\n"]},
        "tableSchema": {
            "columns": [
                {"name": id, "titles": title, "datatype": "string"} for id, title in entry_csv.headings(lang).items()
            ]
        },
    }


def _resolved(node: schemas.Node) -> schemas.Node:
    name = node.get("$ref", "").rpartition("/")[2]
    return schemas.schema("api")["$defs"][name] if name else node


def _used(node: object) -> set[str]:
    """The definitions that a part of the schema leads to, and those that these lead to."""
    found, left = set(), [node]
    while left:
        each = left.pop()
        if isinstance(each, dict):
            name = str(each.get("$ref", "")).rpartition("/")[2]
            if name and name not in found:
                found.add(name)
                left.append(schemas.schema("api")["$defs"][name])
            left += each.values()
        elif isinstance(each, list):
            left += each
    return found


def _type(node: schemas.Node) -> str:
    node = _resolved(node)
    kind = node.get("type", "string")  # what lists its values lists texts
    if kind == "object":
        fields = ", ".join(f'"{name}" {_type(each)}' for name, each in node["properties"].items())
        return f"STRUCT({fields})"
    return f"{_type(node['items'])}[]" if kind == "array" else _PLAIN[kind]
