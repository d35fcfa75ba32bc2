"""Hostile and broken files are normal input: a finding with a place and a next step, never a crash, nothing written."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from tests.app.running import Ran, run, snapshot, start, write

ITEM = "schema: items/1\nitems:\n  - id: A-1\n    name: 失业登记\n"


def findings(ran: Ran) -> list[dict[str, Any]]:
    report = json.loads(ran.out)
    return [finding for section in report["sections"] for finding in section["findings"]]


def check(folder: Path, *options: str) -> tuple[Ran, list[dict[str, Any]]]:
    """Validate a folder; whatever is in it, nothing crashes and nothing is written."""
    before = snapshot(folder) if folder.is_dir() else {}
    ran = run("validate", folder, "--format", "json", "--as-of", "2026-11-22", *options)
    assert ran.code in (1, 3), ran.err
    assert "Traceback" not in ran.err + ran.out
    assert (snapshot(folder) if folder.is_dir() else {}) == before
    for finding in (found := findings(ran)):
        assert finding["message"] and finding.get("advice") and finding.get("location")
    text = run("validate", folder, "--as-of", "2026-11-22")  # the words can be made in both languages
    english = run("validate", folder, "--as-of", "2026-11-22", "--lang", "en")
    assert text.code == english.code == ran.code and "\x1b" not in text.out
    return ran, found


BROKEN: dict[str, tuple[str | bytes, str]] = {
    "GBK": ("schema: items/1\nitems:\n  - id: A-1\n    name: 失业登记\n".encode("gbk"), "RED001"),
    "UTF-16": (ITEM.encode("utf-16"), "RED001"),
    "BOM": (b"\xef\xbb\xbf" + ITEM.encode(), "RED002"),
    "tab": ("schema: items/1\nitems:\n\t- id: A-1\n", "RED005"),
    "broken indentation": ("schema: items/1\nitems:\n  - id: A-1\n   name: 失业登记\n", "RED004"),
    "duplicate key": (ITEM + "    name: 就业登记\n", "RED006"),
    "anchor": (ITEM + "    notes: &a [x]\n", "RED007"),
    "alias bomb": (
        "a: &a [x,x,x,x,x,x,x,x,x]\n"
        + "".join(f"{c}: &{c} [{','.join(['*' + p] * 9)}]\n" for p, c in zip("abcdefgh", "bcdefghi", strict=True)),
        "RED007",
    ),
    "python object": ("!!python/object/apply:os.system ['echo hello']\n", "RED007"),
    "nesting": ("items: " + "[" * 50_000, "RED012"),
    "several documents": (ITEM + "---\n" + ITEM, "RED008"),
    "10,000 digits": (ITEM + f"    version: {'9' * 10_000}\n", "RED013"),
    "empty": ("", "RED016"),
    "terminal escape in a key": (ITEM + '    "\\e[31mname": x\n', "RED017"),
    "newline in a key": (ITEM + '    "na\\nme": x\n', "RED017"),
    "bidi controls": (ITEM + "    everyday_name: 登\u202e记\n", "RED015"),
    "unknown key": (ITEM + "    promise_limit: []\n", "STR002"),
    "null": (ITEM + "    everyday_name:\n", "STR005"),
    "not an allowed value": (ITEM + "    case_type: instnat\n", "STR006"),
    "no schema line": ("items: []\n", "STR001"),
    "a list": ("- 1\n- 2\n", "STR001"),
}


@pytest.mark.parametrize("what", BROKEN)
def test_broken_files_are_findings(what: str, tmp_path: Path) -> None:
    data, id = BROKEN[what]
    folder = start(tmp_path / "list")
    write(folder, "items/02.yaml", data)
    ran, found = check(folder)
    ids = [finding["id"] for finding in found]
    assert id in ids
    # the other files are still checked
    sections = json.loads(ran.out)["sections"]
    assert sections[0]["items"] >= 1


def test_both_places_of_a_duplicate_key_are_named(tmp_path: Path) -> None:
    folder = start(tmp_path / "list")
    write(folder, "items/02.yaml", ITEM + "    name: 就业登记\n")
    _, found = check(folder)
    (finding,) = [finding for finding in found if finding["id"] == "RED006"]
    assert finding["location"]["line"] == 5 and finding["related"][0]["location"]["line"] == 4


def test_a_hundred_megabytes_are_refused_unread(tmp_path: Path) -> None:
    folder = start(tmp_path / "list")
    with open(folder / "items" / "02.yaml", "wb") as file:
        file.truncate(100 * 1024 * 1024)
    ran = run("validate", folder, "--format", "json")
    assert ran.code == 3
    assert "RED003" in [finding["id"] for finding in findings(ran)]


def test_a_link_out_of_the_root_is_not_followed(tmp_path: Path) -> None:
    folder = start(tmp_path / "list")
    secret = write(tmp_path, "secret.yaml", ITEM)
    os.symlink(secret, folder / "items" / "02.yaml")
    ran, found = check(folder)
    assert "RED010" in [finding["id"] for finding in found]
    assert not any("secret" in name for name in json.loads(ran.out)["sections"][0]["inputs"])


def test_a_number_where_a_code_is_meant_is_quoted_as_it_was_written(tmp_path: Path) -> None:
    folder = start(tmp_path / "list")
    head = (folder / "catalogue.yaml").read_text(encoding="utf-8").replace('"990000"', "990000")
    write(folder, "catalogue.yaml", head)
    _, found = check(folder)
    (finding,) = [finding for finding in found if finding["id"] == "STR004"]
    assert finding["fix"]["edits"][0]["text"] == '"990000"' and finding["fix"]["safe"]


def test_a_folder_without_a_list(tmp_path: Path) -> None:
    ran = run("validate", tmp_path)
    assert ran.code == 3 and "catalogue.yaml" in ran.err and "下一步" in ran.err
    assert run("validate", tmp_path / "nowhere").code == 3


def test_a_list_without_items_is_no_pass(tmp_path: Path) -> None:
    folder = start(tmp_path / "list")
    (folder / "items" / "01.yaml").unlink()
    ran = run("validate", folder)
    assert ran.code == 1 and "没有" in ran.out


def test_an_unknown_edition(tmp_path: Path) -> None:
    folder = start(tmp_path / "list")
    ran = run("validate", folder, "--edition", "1999")
    assert ran.code == 2 and "2025" in ran.err
    head = (folder / "catalogue.yaml").read_text(encoding="utf-8").replace('"2025"', '"1999"')
    write(folder, "catalogue.yaml", head)
    _, found = check(folder)
    assert "REF002" in [finding["id"] for finding in found]


def test_an_abolished_code_names_its_successor(tmp_path: Path) -> None:
    folder = start(tmp_path / "list", "370000")
    write(
        folder, "localities/371200.yaml",
        "schema: locality/1\narea: \"371200\"\nname: 莱芜市\nlevel: prefecture\nitems:\n  - {id: LW-1, status: own, name: 失业登记}\n",
    )  # fmt: skip
    ran = run("validate", folder, "--format", "json", "--as-of", "2026-11-22", "--fail-on", "info")
    named = [finding for finding in findings(ran) if finding["id"].startswith("PLC") and "371200" in str(finding)]
    assert named and "3701" in json.dumps(named, ensure_ascii=False)


def test_an_item_that_implements_an_unknown_national_item(tmp_path: Path) -> None:
    folder = start(tmp_path / "list")
    write(folder, "items/02.yaml", ITEM + "    implements: [{item: JY-9901}]\n")
    _, found = check(folder)
    (finding,) = [finding for finding in found if finding["id"] == "REF001"]
    assert finding["path"] == "items[A-1].implements[JY-9901]"


def test_a_locality_of_another_province(tmp_path: Path) -> None:
    folder = start(tmp_path / "list", "330000")
    write(
        folder, "localities/433101.yaml",
        "schema: locality/1\narea: \"433101\"\nname: 吉首市\nlevel: county\nitems:\n  - {id: JS-1, status: own, name: 失业登记}\n",
    )  # fmt: skip
    _, found = check(folder)
    assert [finding for finding in found if finding["id"].startswith("PLC") and "433101" in str(finding)]


def test_catalogue_text_cannot_write_workflow_commands_or_escapes(tmp_path: Path) -> None:
    folder = start(tmp_path / "list")
    write(folder, "items/02.yaml", ITEM.replace("失业登记", "x ::error::y") + "    implements: [{item: JY-9901}]\n")
    ran = run("validate", folder, "--format", "github")
    assert all(line.startswith("::") and line.count("\n") == 0 for line in ran.out.splitlines())
    assert not any(line.startswith("::error::y") for line in ran.out.splitlines())


def test_one_broken_item_does_not_hide_the_others(tmp_path: Path) -> None:
    folder = start(tmp_path / "list")
    write(
        folder,
        "items/02.yaml",
        ITEM + "    bad_key: 1\n  - id: A-2\n    name: 就业登记\n    implements: [{item: JY-9901}]\n",
    )
    _, found = check(folder)
    assert {"STR002", "REF001"} <= {finding["id"] for finding in found}
