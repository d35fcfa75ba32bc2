"""``qingdan schema``: write the JSON Schemas of the files."""

from __future__ import annotations

import os
from itertools import takewhile
from pathlib import Path
from typing import Annotated

import typer

from qingdan.app.telling import tell


def schema(
    folder: Annotated[Path, typer.Argument(help="写到哪个文件夹。Folder to write to.")] = Path("schemas/1"),
) -> None:
    """写出 JSON Schema 2020-12。Write the JSON Schemas."""
    from qingdan import write_schemas
    from qingdan.app.outputs import not_in_list

    place = Path(os.path.realpath(folder))
    # what is in a hidden folder of a list, as init writes them, is no part of the list
    not_in_list(folder.as_posix(), takewhile(lambda each: not each.name.startswith("."), (place, *place.parents)))
    for path in write_schemas(folder):
        tell(path.as_posix())
