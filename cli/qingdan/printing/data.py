"""What the reports for machines share: their head, and how plain data become text."""

from __future__ import annotations

import json

from qingdan import __version__


def head(schema: str) -> dict[str, object]:
    """The first keys of a report: its schema, such as ``diff/1``, and what made it."""
    return {"schema": schema, "tool": {"name": "qingdan", "version": __version__}}


def data_text(value: object) -> str:
    """Plain data as JSON text, two spaces, characters as they are."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
