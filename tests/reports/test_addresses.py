"""Names of pages and files: the same on every system, and never those that a system keeps for itself."""

from __future__ import annotations

import re
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qingdan.reports.export.addresses import slugged

#: As Windows documents them: with any ending, in any case.
DEVICES = {"con", "prn", "aux", "nul", *(f"{name}{digit}" for name, digit in product(("com", "lpt"), "0123456789¹²³"))}


def fit_for_windows(name: str) -> bool:
    plain = not re.search(r'[<>:"/\\|?*\0-\x1f]', name) and not name.endswith((".", " "))
    return plain and name.partition(".")[0].rstrip(" ").casefold() not in DEVICES


@pytest.mark.parametrize("device", sorted(DEVICES))
def test_no_name_is_that_of_a_device(device: str) -> None:
    for text in (
        device,
        device.upper(),
        device.title(),
        f"{device}.1",
        f"{device} ",
        f"{device}.",
        f" {device}",
        f"-{device}",
    ):
        assert fit_for_windows(slugged(text)) and fit_for_windows(f"{slugged(text)}.html"), text
        assert slugged(slugged(text)) == slugged(text)


@pytest.mark.parametrize(
    "text", ["COM10", "CONSOLE", "AUX-1", "NULL", "A.CON", "LPT", "JY-0401", "高新区", "990101-CON"]
)
def test_names_that_only_look_like_them_stay(text: str) -> None:
    assert slugged(text) == text


def test_those_that_stand_in_for_others_collide_with_none() -> None:
    texts = ["CON", "con", "CON-", "CON.", "CON.1", "CON-1", "AUX", "NUL", "README", "Readme", "README.1"]
    kept = {text: slugged(text) for text in texts}
    assert len({each.casefold() for each in kept.values()}) == len(texts), kept
    assert kept["README"] != "README"  # MkDocs takes it for the index of the folder


@given(st.text())
def test_every_text_has_a_name_that_every_system_can_hold(text: str) -> None:
    name = slugged(text)
    assert fit_for_windows(name) and fit_for_windows(f"{name}.jsonld")
    assert 0 < len(name.encode("utf-8", "replace")) <= 160
    assert slugged(name) == name
