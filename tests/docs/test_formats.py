"""The table of formats is whole: every command with the formats that it has, the first one first."""

from __future__ import annotations

import re

from tests.conftest import REPO

from qingdan.reports.formats import FORMATS

#: Reports that an option of another command makes, in the formats of that command.
OF_ANOTHER = {"region": "diff", "changelog for citizens": "changelog", "requirements": "rules"}


def test_the_table_of_formats_is_whole() -> None:
    page = (REPO / "docs" / "howto" / "outputs.md").read_text("utf-8")
    rows = re.findall(r"^\| (`[^|]+) \| ([^|]+) \|$", page, re.MULTILINE)
    told = {name: re.findall("`([^`]+)`", cell) for names, cell in rows for name in re.findall("`([^`]+)`", names)}
    assert {name: list(formats) for name, formats in FORMATS.items() if name not in OF_ANOTHER} == told
    # the version for citizens has no pages to sign: of the formats of the annex it has the first ones
    assert all(list(FORMATS[name]) == told[command][: len(FORMATS[name])] for name, command in OF_ANOTHER.items())
