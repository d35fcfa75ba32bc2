"""The line as it should be, and what nobody can see made visible."""

from __future__ import annotations

import pytest

from qingdan.findings import Edit, Fix, Location
from qingdan.printing.frame import frame, mended
from qingdan.words.showing import visible


def at(line: int, column: int, end: int) -> Location:
    return Location("a.yaml", line, column, line, end)


def test_the_edits_of_one_line_are_made_together() -> None:
    fix = Fix((Edit(at(1, 10, 11), ": "), Edit(at(1, 5, 6), "{")), safe=False)
    assert mended(fix, {1: "  - ｛name：x}"}) == "- {name: x}"


def test_the_indentation_is_shown_where_it_is_what_changes() -> None:
    fix = Fix((Edit(at(1, 1, 2), "  "), Edit(at(1, 2, 3), "  ")), safe=False)
    assert mended(fix, {1: "\u3000\u3000name: x"}) == "    name: x"


def test_a_new_line_is_shown_alone() -> None:
    assert mended(Fix((Edit(at(1, 1, 1), "schema: items/1\n"),), safe=False), {1: "items: []"}) == "schema: items/1"


def test_edits_that_cannot_be_shown_on_one_line_are_not() -> None:
    several = Fix((Edit(at(1, 1, 2), "a"), Edit(at(2, 1, 2), "b")), safe=True)
    assert mended(several, {1: "x", 2: "y"}) == ""
    assert mended(Fix((Edit(at(3, 1, 2), "a"),), safe=True), {1: "x"}) == ""


@pytest.mark.parametrize("sign", ["\u200b", "\u00ad", "\u180e", "\u2060", "\u202e", "\ufeff"])
def test_what_cannot_be_seen_is_shown_as_what_it_is(sign: str) -> None:
    assert visible(sign) == f"\\u{ord(sign):04x}"
    (line, carets) = frame(at(1, 2, 3), {1: f"a{sign}b"})
    assert line.endswith(f"a\\u{ord(sign):04x}b") and carets.endswith("^" * 6)
