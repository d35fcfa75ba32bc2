"""How many names of papers and criteria are known as guides print them."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

from tests.conftest import REPO


def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("names", REPO / "scripts" / "names.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_so_many_printed_names_are_known(facts: Path) -> None:
    found = script().measured(facts)
    for what, count, floor in (("papers", 240, 0.90), ("criteria", 200, 0.73)):
        total, exact, known, _ = found[what]
        assert total > count and known / total >= floor and known > exact, (what, total, exact, known)
