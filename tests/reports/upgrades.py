"""The example province and the fictional edition, for tests of upgrades."""

from __future__ import annotations

import shutil
from pathlib import Path

REPO = Path(__file__).resolve().parents[2]
EDITION = REPO / "docs" / "tutorial" / "edition-2099"
AS_OF = "2026-11-22"


def province(folder: Path) -> Path:
    """A copy of the example province."""
    return Path(shutil.copytree(REPO / "provinces" / "990000-example", folder / "990000-example"))


def edition(folder: Path, **replaced: str) -> Path:
    """A copy of the fictional edition with the head changed: ``succeeds="2025"`` → whatever is given."""
    target = Path(shutil.copytree(EDITION, folder))
    head = target / "edition.yaml"
    text = head.read_text("utf-8")
    for key, value in replaced.items():
        lines = [f'{key}: "{value}"' if line.startswith(f"{key}: ") else line for line in text.splitlines()]
        text = "\n".join(line for line in lines if line != f'{key}: ""') + "\n"
    head.write_text(text, "utf-8")
    return target


HEAD = """\
schema: catalogue/1
province: "990000"
name: 示例省（虚构）
edition: "2025"
kind: sample
completeness: partial
source: {title: 示例省（虚构）, evidence: sample, seen: whole}
"""


def small(folder: Path, items: str | bytes, name: str = "01.yaml") -> Path:
    """A list of a few items."""
    (folder / "list" / "items").mkdir(parents=True)
    (folder / "list" / "catalogue.yaml").write_text(HEAD, "utf-8")
    (folder / "list" / "items" / name).write_bytes(items if isinstance(items, bytes) else items.encode())
    return folder / "list"
