"""How names of divisions are read: a reading for each name, a source for each character that has several."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

import pytest

from qingdan.model.readings import Readings, parse

DATA = Path(__file__).resolve().parents[2] / "catalogue" / "divisions"
EVIDENCE = {"official", "copy", "secondary", "practice", "recalled", "inferred"}


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def packaged() -> Readings:
    return parse((DATA / "readings.csv").read_bytes())


def test_every_name_in_force_or_former_has_a_reading() -> None:
    names = {row["name"] for row in rows("divisions.csv")}
    names |= {row[side] for row in rows("changes.csv") for side in ("old_name", "new_name")} - {""}
    assert packaged().whole.keys() == names


def test_every_word_has_a_source_and_an_evidence_and_is_used() -> None:
    words = rows("reading_words.csv")
    used = {word for row in rows("readings.csv") for word in row["by"].split(";")} - {""}
    assert {row["word"] for row in words} == used
    for row in words:
        assert row["source"] and row["evidence"] in EVIDENCE, row
        assert all(len(each.split()) == len(row["word"]) for each in (row["reading"], *row["also"].split(";")) if each)


def test_a_name_is_read_by_its_words() -> None:
    words = {row["word"]: row for row in rows("reading_words.csv")}
    for row in rows("readings.csv"):
        reading = row["reading"].split()
        for word in filter(None, row["by"].split(";")):
            at = row["name"].index(word)
            if len(word) > 1:
                assert reading[at : at + len(word)] == words[word]["reading"].split(), row
        assert bool(row["also"]) == any(words[word]["also"] for word in row["by"].split(";") if word), row


def test_characters_of_several_readings_are_decided_by_a_word() -> None:
    seen: dict[str, set[str]] = {}
    for name, (reading, *_) in packaged().whole.items():
        for character, syllable in zip(name, reading, strict=True):
            seen.setdefault(character, set()).add(syllable)
    differ = {character for character, found in seen.items() if len(found) > 1}
    assert {"长", "乐", "行", "六"} <= differ
    words = [row["word"] for row in rows("reading_words.csv")]
    assert all(any(character in word for word in words) for character in differ)


@pytest.mark.parametrize(
    ("name", "readings"),
    [
        ("六合区", ["lu he qu", "liu he qu"]),
        ("六枝特区", ["liu zhi te qu"]),
        ("红寺堡区", ["hong si bu qu", "hong si pu qu", "hong si bao qu"]),
        ("宕昌", ["tan chang", "dang chang"]),
        ("湘西州", ["xiang xi zhou"]),
        ("锡林郭勒盟", ["xi lin guo le meng"]),
        ("长岛县", ["chang dao xian"]),  # a former name
        ("旅顺口区", ["lv shun kou qu"]),
        ("无此县", []),
    ],
)
def test_full_short_and_former_names_are_found(name: str, readings: list[str]) -> None:
    assert [" ".join(each) for each in packaged().of(name)] == readings


@pytest.mark.parametrize(
    "text", ["", "a,b\n", "name,reading,also,by\n长沙市,chang sha,,\n", "name,reading,also,by\n长沙市,,,\n"]
)
def test_a_table_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="expected"):
        parse(text.encode())
