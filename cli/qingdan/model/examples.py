"""One line of YAML for each field of an item: how it is written, with content that says it is an example."""

from __future__ import annotations

from pathlib import Path

_LINES = Path(__file__).with_name("examples.yaml").read_text("utf-8").splitlines()
#: Field of an item → the line of ``examples.yaml`` that shows how it is written.
EXAMPLES = {line.partition(":")[0]: line for line in _LINES if not line.startswith("#")}
