"""The least that the work can cost: events drained from libyaml, and the schema check of values that are there already.

Run as ``python limit.py SCHEMA VALUES FILE...``; prints seconds as JSON. Nothing of this project is imported.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path


def events(files: list[Path]) -> float:
    """Seconds for reading the files and drawing every event from the C parser."""
    from yaml import StreamEndEvent
    from yaml._yaml import CParser

    begin = time.perf_counter()
    for file in files:
        parser = CParser(file.read_text(encoding="utf-8"))
        while type(parser.get_event()) is not StreamEndEvent:
            pass
    return time.perf_counter() - begin


def schema(path: Path, values: list[object]) -> float:
    """Seconds for compiling the schema and checking the values."""
    import jsonschema_rs

    begin = time.perf_counter()
    validator = jsonschema_rs.Draft202012Validator(json.loads(path.read_text(encoding="utf-8")))
    if not all(validator.is_valid(value) for value in values):
        raise SystemExit("the corpus does not hold to its schema")
    return time.perf_counter() - begin


if __name__ == "__main__":
    drained = events([Path(name) for name in sys.argv[3:]])
    checked = schema(Path(sys.argv[1]), json.loads(Path(sys.argv[2]).read_text(encoding="utf-8")))
    sys.stdout.write(json.dumps({"events": drained, "schema": checked}))
