"""Case files: each file in ``cases`` stands beside the exact findings and the value it must give."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.reading.helpers import shown

from qingdan.reading import read_document

CASES = Path(__file__).parent / "cases"
FILES = sorted(path for path in CASES.iterdir() if path.suffix != ".expected")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_case_gives_exactly_its_findings_and_its_value(path: Path) -> None:
    document = read_document(path.name, path.read_bytes())
    answer = "\n".join([json.dumps(document.value, ensure_ascii=False), *map(shown, document.findings)]) + "\n"
    assert answer == path.with_name(f"{path.name}.expected").read_text("utf-8")
