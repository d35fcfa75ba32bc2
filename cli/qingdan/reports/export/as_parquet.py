"""Guides as Parquet: the columns and types of every export are the same, and no reader has to guess them."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from qingdan.problems import ParquetMissing
from qingdan.reports.export import as_json as entry_json
from qingdan.reports.export.facts import Export
from qingdan.reports.export.schema import columns

#: Nothing is ever fetched: what reads JSON and writes Parquet comes with the package.
_OFFLINE: dict[str, Any] = {"autoinstall_known_extensions": False, "autoload_known_extensions": False}


def chunks(export: Export) -> Iterator[bytes]:
    """The file, whole.

    Args:
        export: The guides.

    Raises:
        ParquetMissing: DuckDB is not installed.
    """
    try:
        import duckdb
    except ImportError as error:
        raise ParquetMissing from error
    with tempfile.TemporaryDirectory(prefix="qingdan-") as folder:
        lines, made = Path(folder) / "lines.jsonl", Path(folder) / "made.parquet"
        with lines.open("w", encoding="utf-8", newline="") as file:
            file.writelines(entry_json.lines(export))
        with duckdb.connect(config=_OFFLINE) as database:
            read = database.read_json(str(lines), columns=columns(), format="newline_delimited")
            read.write_parquet(str(made))
        yield made.read_bytes()
