"""An item that is called after a national one is linked to it, or a person has said that it is another one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.rules.support import AS_OF, check, head, item, items, locality

from qingdan import validate
from qingdan.findings import Finding, Severity
from qingdan.loading.opening import known_divisions, national
from qingdan.printing.messages import advice, message
from qingdan.reading import read_document
from qingdan.rules import all_rules
from qingdan.rules.examples import run

LINKED = "implements: [{item: %s, relation: exact}]"


def ref011(lines: str = "origin: province", name: str = "失业登记", **more: Any) -> list[Finding]:
    return check("REF011", head(**more) + items(item(lines, name=name)))


@pytest.mark.parametrize(
    ("name", "ids", "relation"),
    [
        ("失业登记", ["JY-0401"], "exact"),
        ("失业人员登记", ["JY-0401"], "exact"),  # an alias
        ("（三）失业登记", ["JY-0401"], "exact"),  # the number of a row is no part of a name
        ("1.1.8 稳岗补贴申请", ["JY-1104"], "exact"),
        ("《就业创业证》 申领", ["JY-0403"], "exact"),
        ("单位就业登记", ["JY-0402"], "part"),  # less than the national item
        ("就业失业登记", ["JY-0401", "JY-0402"], "wider"),  # two in one row
    ],
)
def test_what_is_called_after_a_national_item_is_linked_to_it(name: str, ids: list[str], relation: str) -> None:
    (finding,) = ref011("origin: province\npromised_limit: [{amount: 9, unit: working_day}]", name)
    assert finding.args["items"] == ids
    assert finding.extra["relation"] == relation
    assert finding.severity == Severity.WARNING
    assert finding.suggestions == tuple(ids)
    assert ids[0] in message(finding, "zh") and "implements: []" in advice(finding, "en")


def test_an_alias_of_the_item_counts_as_its_name_does() -> None:
    (finding,) = ref011("origin: province\naliases: [待业登记, 失业登记]", "待岗人员登记")
    assert (finding.args["text"], finding.path) == ("失业登记", "items[A-01].aliases")


@pytest.mark.parametrize("status", ["own", "claimed", "delegated"])
def test_a_row_of_a_locality_counts_as_an_item_does(status: str) -> None:
    row = f"  - {{id: B-1, status: {status}, name: 失业登记}}\n"
    (finding,) = check("REF011", head() + locality(row))
    assert finding.path == "localities[330100].items[B-1].name"
    assert finding.fix is not None


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (LINKED % "JY-0401", "失业登记"),
        ("implements: []", "失业登记"),  # a person's word that it is none
        ("state: cancelled", "失业登记"),
        ("origin: province", "失业登记注销"),  # alike is not the same
        ("origin: province", "职业技能提升补贴"),  # means two things
        ("origin: province", "出具证明"),  # may be something else
        ("origin: province", "失业登记查询"),  # no national item at all
    ],
)
def test_nothing_is_taken_by_likeness_or_against_the_word_of_a_person(lines: str, name: str) -> None:
    assert ref011(lines, name) == []


def test_what_was_said_of_the_item_is_not_said_again_of_its_rows() -> None:
    rows = '  - {id: B-1, item: A-01, status: claimed, name: 失业登记, contact: {phone: "0571-12333"}}\n'
    (finding,) = check("REF011", head() + items(item("origin: province")) + locality(rows))
    assert finding.path == "items[A-01].name"


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("items/a.yaml", "schema: items/1\nitems:\n  - id: A-01\n    name: 失业登记 # 照原文\n    origin: province\n"),
        ("items/a.yaml", "schema: items/1\nitems:\n- name: 失业登记\n  id: A-01\n"),
        ("items/a.yaml", "schema: items/1\nitems: [{id: A-01, name: 失业登记, origin: province}]\n"),
        ("items/a.json", '{"schema": "items/1", "items": [{"id": "A-01", "name": "失业登记"}]}\n'),
        ("items/a.yaml", "schema: items/1\nitems:\n  - id: A-01\n    name: 某地登记\n    aliases: [就失业登记]\n"),
    ],
)
def test_the_fix_is_a_text_edit_that_links_the_item(file: str, text: str) -> None:
    (finding,) = check("REF011", f"--- file: {file}\n{text}")
    assert finding.fix is not None and not finding.fix.safe
    (edit,) = finding.fix.edits
    lines = text.splitlines(keepends=True)
    start = sum(map(len, lines[: edit.location.line - 1])) + edit.location.column - 1
    mended = text[:start] + edit.text + text[start:]
    assert check("REF011", f"--- file: {file}\n{mended}") == []
    (record,) = read_document(file, mended.encode()).value["items"]
    assert [link["item"] for link in record["implements"]] == finding.args["items"]
    assert mended.replace(edit.text, "") == text


@pytest.mark.parametrize(
    ("name", "linked", "meant"),
    [
        ("失业登记", "JY-0402", ["JY-0401"]),
        ("单位就业登记", "JY-0401", ["JY-0402"]),
        ("公益性岗位补贴", "JY-0602", ["JY-0603"]),
        ("职业技能提升补贴", "JY-0601", ["JY-1103", "JY-1201"]),  # one of the two, but not this
    ],
)
def test_what_is_called_after_one_item_is_not_linked_to_another(name: str, linked: str, meant: list[str]) -> None:
    (finding,) = check("REF012", items(item(LINKED % linked, name=name)))
    assert (finding.args["items"], finding.args["linked"]) == (meant, [linked])
    assert finding.path == "items[A-01].implements"
    assert linked in message(finding, "en") and meant[0] in message(finding, "zh")


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("失业登记", "implements: [{item: JY-0402}, {item: JY-0401}]"),
        ("失业登记", "implements: [{item: JY-0402, note: 本省并入就业登记}]"),  # a person's word
        ("失业登记", "implements: []"),
        ("失业登记", "implements: [{item: JY-9999}]"),  # REF001 says it
        ("失业登记", "implements: [{item: JY-0402}]\nstate: cancelled"),
        ("就业失业登记", LINKED % "JY-0402"),
        ("灵活就业社保补贴", LINKED % "JY-0703"),  # one of those that it may be
        ("出具证明", LINKED % "JY-1102"),  # may be something else
        ("失业登记和求职登记", LINKED % "JY-0103"),  # called after none
    ],
)
def test_what_may_be_right_is_not_accused(name: str, lines: str) -> None:
    assert check("REF012", items(item(lines, name=name))) == []


def test_a_row_with_a_link_of_its_own_is_judged_by_it() -> None:
    row = "  - {id: B-1, item: A-01, status: claimed, implements: [{item: JY-0402}]}\n"
    (finding,) = check("REF012", head() + items(item(LINKED % "JY-0401")) + locality(row))
    assert finding.path == "localities[330100].items[B-1].implements"


def test_a_successor_of_the_national_item_will_do() -> None:
    edition = """--- file: items/a.yaml
schema: national-items/1
items:
  - {id: EX-01, name: 失业登记, theme: registration, evidence: copy, successor: EX-02}
  - {id: EX-02, name: 就业状态登记, theme: registration, evidence: copy}
"""
    assert _with_edition(edition, "REF012", "implements: [{item: EX-02}]") == []
    assert len(_with_edition(edition, "REF011", "origin: province")) == 1
    gone = edition.replace("successor", "state: cancelled, successor")
    assert _with_edition(gone, "REF011", "origin: province") == []


def _with_edition(text: str, id: str, lines: str) -> list[Finding]:
    from qingdan.loading.edition import load_edition
    from qingdan.reading import MemoryTree
    from qingdan.rules.examples import files_of

    edition = load_edition(MemoryTree(files_of(text, "edition"), "示例"))
    return run(all_rules()[id], items(item(lines)), edition, known_divisions(), AS_OF)


@pytest.mark.parametrize(
    "name",
    [
        "职业技能提升补贴",
        "灵活就业社保补贴",
        "申领灵活就业社会保险补贴",
        "用人单位社会保险补贴",
        "（四）岗位补贴（金额）",
    ],
)
def test_an_ambiguous_name_names_all_that_it_may_be_and_takes_none(name: str) -> None:
    listed = items(item("origin: province", name=name))
    (finding,) = check("CNF002", listed)
    row = national().names.ambiguous(name)
    assert row is not None and finding.args["items"] == row["items"]
    assert row["decides"] in advice(finding, "zh")
    assert check("REF011", listed) == check("CNF003", listed) == []
    assert check("CNF002", items(item("implements: []", name=name))) == []


@pytest.mark.parametrize(
    ("name", "meant"),
    [("就业困难人员社会保险补贴", "JY-0602"), ("提供公益性岗位补贴", "JY-0603"), ("发放就业见习补助", "JY-0702")],
)
def test_words_of_asking_make_a_remark_and_no_link(name: str, meant: str) -> None:
    listed = items(item("origin: province", name=name))
    (finding,) = check("CNF003", listed)
    assert (finding.args["items"], finding.severity, finding.fix) == ([meant], Severity.INFO, None)
    assert check("REF011", listed) == []


def test_where_an_origin_is_asked_for_the_items_that_may_be_meant_are_named_there() -> None:
    listed = head() + items(item(name="职业技能提升补贴"), item(id="A-02", name="提供公益性岗位补贴"))
    first, second = check("CAT005", listed)
    assert (first.suggestions, second.suggestions) == (("JY-1103", "JY-1201"), ("JY-0603",))
    assert check("CNF002", listed) == check("CNF003", listed) == []


def test_a_link_that_a_person_labelled_is_never_called_wrong(facts: Path) -> None:
    """129 names of real lists with the items that they are: none is accused, none of another field is taken."""
    labels = read_document("labels.yaml", (facts / "labels" / "labels_shared.yaml").read_bytes()).value["labels"]
    names = national().names
    for label in labels:
        linked = {each["item"] for each in label.get("items", ())}
        taken = {each.item for each in names.means(label["name"])}
        assert not taken or taken & linked, label["name"]
        row = names.ambiguous(label["name"])
        if row and "otherwise" not in row and linked:
            assert set(row["items"]) & linked, label["name"]


def test_a_waiver_settles_it(tmp_path: Path) -> None:
    (tmp_path / "items").mkdir()
    (tmp_path / "catalogue.yaml").write_text(
        'schema: catalogue/1\nprovince: "330000"\nname: 清单\nedition: "2025"\nkind: list\ncompleteness: partial\n'
        "source: {title: 测试, evidence: sample, seen: whole}\n",
        encoding="utf-8",
    )
    (tmp_path / "items" / "a.yaml").write_text(
        "schema: items/1\nitems:\n  - {id: A-01, name: 失业登记, origin: province}\n", encoding="utf-8"
    )
    (tmp_path / "waivers.yaml").write_text(
        'schema: waivers/1\nwaivers:\n  - {id: REF011, path: "items[A-01].name", reason: 正在核对, approved_by: 张三,'
        " approved_on: 2026-01-01, until: 2027-06-30}\n",
        encoding="utf-8",
    )
    (section,) = validate(tmp_path, as_of=AS_OF, select=["REF"]).sections
    assert section.findings == []
    assert [finding.id for finding, _ in section.waived] == ["REF011"]
