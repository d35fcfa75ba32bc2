"""What the YAML of an edition of the package says, kept beside it as JSON, which is read in a twentieth of the time.

The YAML remains the source. What is kept of a file counts only while its bytes are those it was made from: a file that
was edited is read as if nothing were kept, and so is every file of an edition that is judged itself.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TypedDict

from qingdan.reading import data_folder

#: The folder of ``catalogue/`` that holds one file for each edition.
FOLDER = "as-read"


class AsRead(TypedDict):
    """What was read of one file, without a finding, and of which bytes."""

    sha256: str
    kind: str
    value: object


def kept(edition: str) -> Mapping[str, AsRead]:
    """Name of a file → what is kept of it; empty where nothing is kept of an edition.

    Args:
        edition: Id of an edition in the package.
    """
    path = data_folder("catalogue") / FOLDER / f"{edition}.json"
    if not path.is_file():
        return {}
    files: Mapping[str, AsRead] = json.loads(path.read_bytes())["files"]
    return files
