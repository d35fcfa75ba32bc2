"""``qingdan documents``: every document with its state, and what the changed ones touch."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import qingdan
from tests.app.running import run, write

DAY = ("--as-of", "2026-11-30")
REPLACED = "mof-mohrss-2023-181"


def found(*words: str | Path) -> dict[str, Any]:
    ran = run("documents", *words, "--format", "json")
    assert ran.code == 0, ran.err
    return json.loads(ran.out)  # type: ignore[no-any-return]


def test_every_document_is_listed_with_its_state() -> None:
    rows = {row["id"]: row for row in found(*DAY)["documents"]}
    assert set(rows) == set(qingdan.national().registries.documents.by_id)
    assert rows["employment-promotion-law"]["state"] == "in_force"
    assert (rows[REPLACED]["state"], rows[REPLACED]["since"]) == ("replaced", "2026-01-09")
    assert [row["number"] for row in rows["mof-mohrss-2017-164"]["successors"]] == [
        "财社〔2023〕181号",
        "财社〔2026〕1号",
    ]


@pytest.mark.parametrize(
    ("day", "state", "standing"),
    [
        ("2023-12-19", "in_force", "in_force"),
        ("2026-01-08", "in_force", "in_force"),
        ("2026-01-09", "replaced", "open"),
    ],
)
def test_the_state_is_that_of_the_day(day: str, state: str, standing: str) -> None:
    (row,) = [row for row in found("--as-of", day)["documents"] if row["id"] == REPLACED]
    assert row["state"] == state
    assert {each["standing"] for each in row["requirements"]} == {standing}


def test_changed_ones_are_told_by_day_with_what_they_touch() -> None:
    rows = found("--since", "2025-06-01", *DAY)["documents"]
    ids = [row["id"] for row in rows]
    assert ids[:2] == [REPLACED, "mohrss-2025-18"]
    assert "mof-mohrss-2017-164" not in ids  # replaced before
    assert "molss-order-28" in ids  # amended nobody knows when
    expired = rows[1]
    assert {each["standing"] for each in expired["requirements"]} == {"over"}  # they say themselves that they ended
    assert {each["id"] for each in expired["items"]} == {"JY-1103", "JY-1104"}


def test_lists_say_who_cites_a_document(tmp_path: Path) -> None:
    head = (
        'schema: catalogue/1\nprovince: "330000"\nname: 某清单\nedition: "2025"\nkind: list\ncompleteness: partial\n'
        "source: {title: 某文, evidence: official, seen: whole}\n"
    )
    write(tmp_path, "catalogue.yaml", head)
    text = "schema: items/1\nitems:\n  - {id: A-1, name: 某补贴, legal_basis: [{number: 财社〔2023〕181号}]}\n"
    write(tmp_path, "items/a.yaml", text)
    rows = found(tmp_path, "--changed", *DAY)["documents"]
    citing = {row["id"]: [each["path"] for each in row["citing"]] for row in rows if row["citing"]}
    assert citing == {REPLACED: ["items[A-1]"]}


@pytest.mark.parametrize(("lang", "words"), [("zh", "未定的要求"), ("en", "Requirements that are open")])
def test_the_text_says_it_in_both_languages(lang: str, words: str) -> None:
    ran = run("documents", "--changed", "--lang", lang, *DAY)
    assert ran.code == 0
    assert words in ran.out and "POST-R01" in ran.out
    assert "财社〔2026〕1号" in run("documents", "--lang", lang, *DAY).out


def test_a_day_that_is_none_is_named_by_its_option() -> None:
    ran = run("documents", "--since", "last year")
    assert ran.code == 2
    assert "--since" in ran.err


def test_nothing_found_is_said() -> None:
    ran = run("documents", "--since", "2026-11-01", "--as-of", "1998-01-01")
    assert "没有这样的文件" in ran.out or "哪天没有记录" in ran.out


def test_the_sdk_says_the_same() -> None:
    states = qingdan.documents(as_of="2026-11-30", changed=True)
    (row,) = [row for row in states.rows if row.document["id"] == REPLACED]
    assert "POST-R01" in row.open and not row.kept
    with pytest.raises(ValueError, match="no day"):
        qingdan.documents(as_of="2026-11-30", since="yesterday")


def test_the_output_keeps_its_schema(repo: Path) -> None:
    schema = json.loads((repo / "schemas/1/document-states.schema.json").read_text("utf-8"))
    Draft202012Validator(schema).validate(found("--changed", "provinces", *DAY))


def test_explain_tells_what_stands_and_what_rests_on_it() -> None:
    for asked in ("财社〔2023〕181号", REPLACED):
        text = run("explain", asked).out
        assert "财社〔2026〕1号" in text and "POST-R01" in text and "未定" in text
    text = run("explain", "POST-R01", "--lang", "en").out
    assert "open" in text and "replaced from 2026-01-09 on" in text
