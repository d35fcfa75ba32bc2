"""An upgrade: what follows, what stays, what a person must decide, and that nothing else changes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import qingdan
from qingdan.writing import prepared
from tests.app.running import snapshot
from tests.reports.upgrades import AS_OF, EDITION, REPO, edition, province, small


def upgraded(folder: Path, to: Path | str = EDITION, *, dry_run: bool = False) -> qingdan.Upgrade:
    return qingdan.upgrade(folder, to=to, as_of=AS_OF, dry_run=dry_run)


def test_what_the_example_province_did_not_touch_follows_the_nation(tmp_path: Path) -> None:
    edits = {each.path: each for each in upgraded(province(tmp_path)).edits}
    assert edits["items[P99-0401].materials"].effect == "better"  # no paper at all
    assert [each["id"] for each in edits["items[P99-0401].materials"].after] == [
        "unemployment-registration-form", "commitment",
    ]  # fmt: skip
    assert edits["items[P99-0402].name"].after == "就业登记和变更（虚构）"
    assert edits["items[P99-0402].applicant_deadline"].after[0] == {
        "amount": 15, "unit": "day", "start": "hired", "case": "用人单位招用",
    }  # fmt: skip
    assert edits["items[P99-0702].months"].after == [{"amount": 18, "bound": "max"}]
    assert edits["items[P99-1001].places"].after[-1] == {"id": "usual-residence", "text": "常住地"}
    assert edits["items[P99-1103].applicant_deadline"].requirements == (("JY-1103-R07", "JY-1103-R07"),)
    assert edits["edition"].after == "2099"


def test_links_follow_what_was_renamed_or_cancelled_with_a_successor(tmp_path: Path) -> None:
    edits = {each.path: each.after for each in upgraded(province(tmp_path)).edits if each.what == "link"}
    assert edits == {
        "items[P99-0402].implements": [{"item": "JY-0495", "relation": "exact"}],
        # career guidance was joined to placement: who has the one has a part of both
        "items[P99-0202].implements": [{"item": "JY-0201", "relation": "part"}],
    }


def test_what_the_province_set_stays_where_it_is_still_allowed(tmp_path: Path) -> None:
    folder = province(tmp_path)
    result = upgraded(folder)
    # one working day online is within two as it was within three
    assert result.kept
    assert not any("promised_limit" in each.path and "0401" in each.path for each in result.edits)
    limits = next(each for each in qingdan.load(folder).items if each.record["id"] == "P99-0401").record
    assert limits["promised_limit"][1]["amount"] == 1


def test_the_rest_is_a_conflict_that_keeps_the_value_and_shows_both_reasons(tmp_path: Path) -> None:
    folder = province(tmp_path)
    result = upgraded(folder)
    conflicts = {each.path: each for each in result.conflicts}
    assert {path: each.reason for path, each in conflicts.items()} == {
        "items[P99-0401].first_contact": "longer",
        "items[P99-0502].implements": "split",
        "items[P99-0902].implements": "dropped",
        "items[JY-0494]": "new_item",
        "items[P99-1103].promised_limit": "finding",
    }
    contact = conflicts["items[P99-0401].first_contact"]
    assert contact.base and contact.new
    assert contact.base["value"] != contact.new["value"]
    assert [id for id, _ in conflicts["items[P99-0502].implements"].candidates] == ["JY-0594", "JY-0593"]
    # to follow the loosened promise would go past the statutory limit of the same item
    finding = conflicts["items[P99-1103].promised_limit"]
    assert finding.finding
    assert finding.finding.id == "TIM001"
    kept = {each.record["id"]: each.record for each in qingdan.load(folder).items}
    assert kept["P99-0401"]["first_contact"] == contact.value
    assert kept["P99-1103"]["promised_limit"] == finding.value
    assert kept["P99-0502"]["implements"][0]["item"] == "JY-0502"


def test_untouched_lines_comments_and_order_of_the_example_province_survive(tmp_path: Path) -> None:
    folder = province(tmp_path)
    before = snapshot(folder)
    result = upgraded(folder)
    after = snapshot(folder)
    assert before.keys() == after.keys()
    assert {name for name in before if before[name] != after[name]} == {
        "catalogue.yaml", "items/02-placement.yaml", "items/04-registration.yaml", "items/07-graduates.yaml",
        "items/10-files.yaml", "items/11-insurance.yaml",
    }  # fmt: skip
    removed = sum(
        line.startswith("-") and not line.startswith("---") for d in result.diffs.values() for line in d.split("\n")
    )
    added = sum(
        line.startswith("+") and not line.startswith("+++") for d in result.diffs.values() for line in d.split("\n")
    )
    assert (removed, added) == (19, 9)  # eleven of them the one paper that is no longer asked for
    for name in before:
        comments = [line for line in before[name].decode().splitlines() if line.strip().startswith("#")]
        assert comments == [line for line in after[name].decode().splitlines() if line.strip().startswith("#")]


def test_validation_is_not_worse_than_before_except_for_the_named_conflicts(tmp_path: Path) -> None:
    folder = province(tmp_path)
    assert not qingdan.validate(folder, as_of=AS_OF).findings
    result = upgraded(folder)
    named = {each.path.split(".")[0] for each in result.conflicts} | {
        f"items[{id}]" for each in result.conflicts for id, _ in each.candidates
    }
    for finding in qingdan.validate(folder, as_of=AS_OF, edition=EDITION).findings:
        assert f"items[{finding.args.get('item')}]" in named or finding.path.split(".")[0] in named, finding


def test_the_same_edition_changes_no_byte(tmp_path: Path) -> None:
    folder = province(tmp_path)
    before = snapshot(folder)
    assert not upgraded(folder, "2025").changes
    assert snapshot(folder) == before
    upgraded(folder)
    once = snapshot(folder)
    again = upgraded(folder)
    assert not again.edits
    assert not again.conflicts
    assert snapshot(folder) == once


def test_a_dry_run_writes_nothing_and_shows_what_would_be_written(tmp_path: Path) -> None:
    folder = province(tmp_path)
    before = snapshot(folder)
    dry = upgraded(folder, dry_run=True)
    assert snapshot(folder) == before
    assert not dry.written
    wet = upgraded(folder)
    assert wet.diffs == dry.diffs
    assert set(wet.written) == set(dry.diffs)


def test_only_items_whose_national_item_moved_on_are_behind(tmp_path: Path) -> None:
    behind = upgraded(province(tmp_path), dry_run=True).behind
    assert behind["items[P99-0401]"] == 1
    assert behind["items[P99-0402]"] == 1
    assert behind["items[P99-0101]"] == 0


def test_two_editions_at_once(tmp_path: Path) -> None:
    """2100 succeeds 2099 and changes one thing more; items that both changed are two editions behind."""
    edition(tmp_path / "2099")
    last = edition(tmp_path / "2100", id="2100", succeeds="2099")
    items = last / "items" / "04-registration.yaml"
    text = items.read_text("utf-8")
    assert text.count("amount: 2, unit: working_day, start: registered") == 1
    items.write_text(
        text.replace(
            "amount: 2, unit: working_day, start: registered", "amount: 4, unit: working_day, start: registered"
        )
    )
    result = upgraded(province(tmp_path), last)
    assert (result.before, result.after) == ("2025", "2100")
    assert result.behind["items[P99-0401]"] == 2
    assert result.behind["items[P99-0402]"] == 1
    assert "items[P99-0401].first_contact" not in {each.path for each in result.conflicts}  # 3 is within 4 again


@pytest.mark.parametrize("succeeds", ["2077", ""])
def test_an_edition_without_a_common_ancestor_is_an_error(tmp_path: Path, succeeds: str) -> None:
    folder = province(tmp_path)
    before = snapshot(folder)
    with pytest.raises(qingdan.NoCommonAncestor) as caught:
        upgraded(folder, edition(tmp_path / "other", succeeds=succeeds))
    assert (caught.value.before, caught.value.missing) == ("2025", succeeds)
    assert snapshot(folder) == before


def test_editions_that_succeed_each_other_in_a_ring_are_an_error(tmp_path: Path) -> None:
    edition(tmp_path / "a", id="a", succeeds="b")
    with pytest.raises(qingdan.NoCommonAncestor):
        upgraded(province(tmp_path), edition(tmp_path / "b", id="b", succeeds="a"))


def test_items_that_succeed_each_other_in_a_ring_are_dropped(tmp_path: Path) -> None:
    ring = edition(tmp_path / "ring")
    items = ring / "items" / "02-placement.yaml"
    text = items.read_text("utf-8").replace(
        "  - id: JY-0201\n", "  - id: JY-0201\n    state: cancelled\n    successor: JY-0202\n"
    )
    items.write_text(text, "utf-8")
    reasons = {each.path: each.reason for each in upgraded(province(tmp_path), ring).conflicts}
    assert reasons["items[P99-0201].implements"] == reasons["items[P99-0202].implements"] == "dropped"


@pytest.mark.parametrize(
    "broken",
    ["items: [\n", "schema: items/1\nitems:\n  - {id: X, name: 3}\n", "schema: items/1\nitems:\n  - {name: 甲}\n"],
)
def test_a_broken_list_is_refused_and_nothing_is_written(tmp_path: Path, broken: str) -> None:
    folder = province(tmp_path)
    (folder / "items" / "99.yaml").write_text(broken, "utf-8")
    before = snapshot(folder)
    with pytest.raises(qingdan.BrokenList):
        upgraded(folder)
    assert snapshot(folder) == before


def test_a_write_that_fails_leaves_all_files_as_they_were(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from qingdan.writing import replacing

    folder = province(tmp_path)
    before = snapshot(folder)
    real, calls = replacing.os.replace, []

    def failing(source: str, target: Path) -> None:
        calls.append(target)
        if len(calls) == 4:
            raise OSError("no space left")
        real(source, target)

    monkeypatch.setattr(replacing.os, "replace", failing)
    with pytest.raises(OSError, match="no space"):
        upgraded(folder)
    assert snapshot(folder) == before


def test_a_file_that_cannot_be_edited_safely_stops_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = province(tmp_path)
    before = snapshot(folder)
    real = prepared.rewritten

    def refusing(document: object, changes: object) -> str:
        text = real(document, changes)  # type: ignore[arg-type]
        if "11-insurance" in document.name:  # type: ignore[attr-defined]
            raise qingdan.NotAsMeant("11-insurance.yaml")
        return text

    monkeypatch.setattr(prepared, "rewritten", refusing)
    with pytest.raises(qingdan.NotAsMeant):
        upgraded(folder)
    assert snapshot(folder) == before


def test_what_is_no_list_is_refused(tmp_path: Path) -> None:
    with pytest.raises(qingdan.NotAList):
        upgraded(EDITION)
    with pytest.raises(qingdan.UnknownSide):
        upgraded(tmp_path / "nothing")


ODD = """\
# 头
schema: "items/1"   # 引号
items:


- id: "P99-1"     # 行尾
  'name': '失业登记'
  implements: [ {item: "JY-0401", relation: exact} , {item: JY-0902, relation: part} ]  # 两个
  everyday_name: >-
      没工作了，
      去登记
  first_contact:   # 照国家的
    - # 空了一行
      unit: working_day

      amount: 5   # 天数
      start: registered
      text: '五个
        工作日'
  # 名单
  materials: [
    {id: id-document, name: "身份证", necessity: required},   # 第一份
    # 单独一行的注释
    {id: commitment, name: "承诺书", necessity: required}
  ]
- {id: P99-2, name: 就业登记, implements: [{item: JY-0402}], applicant_deadline: [{amount: 30, unit: day, start: hired, case: 用人单位招用}]}
# 尾
"""
ODD_AFTER = """\
# 头
schema: "items/1"   # 引号
items:


- id: "P99-1"     # 行尾
  'name': '失业登记'
  implements: [ {item: "JY-0401", relation: exact} , {item: JY-0902, relation: part} ]  # 两个
  everyday_name: >-
      没工作了，
      去登记
  first_contact:   # 照国家的
    - # 空了一行
      unit: working_day

      amount: 2   # 天数
      start: registered
  # 名单
  materials: [
    # 单独一行的注释
    {id: commitment, name: "承诺书", necessity: required}
  ]
- {id: P99-2, name: 就业登记和变更（虚构）, implements: [{item: JY-0495}], applicant_deadline: [{amount: 15, unit: day, start: hired, case: 用人单位招用}]}
# 尾
"""


@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
def test_odd_comments_quotes_folding_and_flow_survive(tmp_path: Path, line_break: str) -> None:
    folder = small(tmp_path, ODD.replace("\n", line_break))
    upgraded(folder)
    assert (folder / "items" / "01.yaml").read_bytes().decode() == ODD_AFTER.replace("\n", line_break)


def test_a_list_in_json_stays_json(tmp_path: Path) -> None:
    text = (
        '{"schema": "items/1",\n "items": [\n  {"id": "P99-2", "name": "就业登记", "implements": [{"item": "JY-0402"}],\n'
        '   "applicant_deadline": [{"amount": 30, "unit": "day", "start": "hired", "case": "用人单位招用"}]}]}\n'
    )
    folder = small(tmp_path, text, "01.json")
    upgraded(folder)
    wanted = text.replace("JY-0402", "JY-0495").replace("30", "15").replace('"就业登记"', '"就业登记和变更（虚构）"')
    assert (folder / "items" / "01.json").read_text("utf-8") == wanted


def test_a_part_of_an_item_takes_nothing_over_by_itself(tmp_path: Path) -> None:
    text = (
        "schema: items/1\nitems:\n  - id: P99-1\n    name: 失业登记\n    implements: [{item: JY-0401, relation: wider}]\n"
        "    first_contact: [{amount: 5, unit: working_day, start: registered}]\n"
    )
    result = upgraded(small(tmp_path, text))
    assert [each.what for each in result.edits] == ["edition"]
    assert [each.path for each in result.conflicts] == ["items[P99-1].first_contact"]


def test_a_limit_of_one_channel_follows_and_that_of_the_other_stays(tmp_path: Path) -> None:
    text = (
        "schema: items/1\nitems:\n  - id: P99-1\n    name: 失业登记\n    implements: [{item: JY-0401}]\n    promised_limit:\n"
        "      - {channel: counter, amount: 3, unit: working_day}   # 照国家\n"
        "      - {channel: online, amount: 1, unit: working_day, text: 一个工作日}   # 自定\n"
    )
    folder = small(tmp_path, text)
    upgraded(folder)
    assert (folder / "items" / "01.yaml").read_text("utf-8") == text.replace("amount: 3", "amount: 2")


def test_what_was_printed_once_is_not_rewritten(tmp_path: Path) -> None:
    folder = province(tmp_path)
    head = folder / "catalogue.yaml"
    head.write_text(head.read_text("utf-8").replace("kind: sample ", "kind: archive "), "utf-8")
    result = upgraded(folder)
    assert {each.what for each in result.edits} == {"link", "edition"}
    assert {each.reason for each in result.conflicts} <= {"split", "dropped", "new_item", "finding"}


def test_an_edition_that_says_the_same_changes_nothing_but_its_own_id(tmp_path: Path) -> None:
    folder = province(tmp_path)
    same = Path(shutil.copytree(REPO / "catalogue" / "2025", tmp_path / "same"))
    head = same / "edition.yaml"
    head.write_text(head.read_text("utf-8").replace('id: "2025"\n', 'id: "same"\nsucceeds: "2025"\n', 1), "utf-8")
    result = upgraded(folder, same)
    assert [each.what for each in result.edits] == ["edition"]
    assert not result.conflicts
    assert not any(result.behind.values())
    assert set(result.diffs) == {f"{folder.as_posix()}/catalogue.yaml"}


@pytest.mark.parametrize("name", sorted(path.parent.name for path in (REPO / "provinces").glob("*/catalogue.yaml")))
def test_every_list_of_the_repository_can_be_upgraded(name: str) -> None:
    result = upgraded(REPO / "provinces" / name, dry_run=True)
    assert result.edits[-1].what == "edition"
    assert not result.written
