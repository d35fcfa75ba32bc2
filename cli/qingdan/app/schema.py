"""``qingdan schema``: write the JSON Schemas of the files."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from qingdan.app.telling import tell


def schema(
    folder: Annotated[Path, typer.Argument(help="写到哪个文件夹。Folder to write to.")] = Path("schemas/1"),
) -> None:
    """写出 JSON Schema 2020-12。Write the JSON Schemas."""
    from qingdan import write_schemas

    for path in write_schemas(folder):
        tell(path.as_posix())
