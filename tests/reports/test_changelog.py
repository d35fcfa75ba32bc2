"""The rows of the annex: what each change is called, and that reason, basis and day are never invented."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import qingdan
from qingdan.reports.changelog.entries import Entry
from qingdan.reports.changelog.facts import Changelog
from tests.reports.changelogs import AS_OF, LIST, NEW, REPO, changed, committed, edited, git


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return changed(committed(tmp_path_factory.mktemp("example")))


@cache
def read(root: Path, before: str = f"main:{LIST}", after: str = LIST) -> Changelog:
    here = Path.cwd()
    os.chdir(root)
    try:
        return qingdan.changelog(before, after, as_of=AS_OF)
    finally:
        os.chdir(here)


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Path]:
    """A repository with nothing changed yet."""
    yield committed(tmp_path)
    read.cache_clear()


def entry(log: Changelog, id: str, element: str = "", kind: str = "") -> Entry:
    found = [e for e in log.entries if e.id == id and e.difference.element == element and kind in ("", e.kind)]
    assert len(found) == 1, [(e.kind, e.id, e.difference.element) for e in log.entries]
    return found[0]


def test_every_declared_change_is_a_row_and_nothing_else_is(example: Path) -> None:
    log = read(example)
    assert [(e.kind, e.id, e.difference.element, e.difference.effect) for e in log.entries] == [
        ("new", "P99-9003", "", "unknown"),
        ("cancelled", "P99-0607", "", "unknown"),
        ("moved_down", "P99-1202", "", "unknown"),
        ("suspended", "P99-1203", "", "unknown"),
        ("renamed", "P99-9001", "", "unknown"),
        ("taken_up", "FL-0603", "", "unknown"),
        ("given_up", "FL-0602", "", "unknown"),
        ("changed", "P99-0104", "frequency", "worse"),
        ("changed", "P99-0401", "materials", "better"),
        ("changed", "P99-0401", "channels", "better"),
        ("changed", "P99-0401", "contact", "none"),
        ("changed", "P99-0401", "promised_limit", "worse"),
        ("changed", "P99-0501", "conditions", "better"),
        ("changed", "P99-0501", "promised_limit", "unknown"),
        ("changed", "P99-0501", "amount", "better"),
        ("changed", "P99-9001", "fee", "unknown"),
    ]
    assert log.unsure == log.unread == log.suggestions == ()


def test_it_is_a_reading_of_the_diff(example: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(example)
    diff = qingdan.compare(f"main:{LIST}", LIST, as_of=AS_OF)
    log = read(example)
    assert {e.difference.fingerprint for e in log.entries} <= {d.fingerprint for d in diff.differences}
    assert log.same == diff.same
    kept = {e.difference.path for e in log.entries}
    # what is not a row of its own is told beside one: levels with the move, places with the item that they follow
    for each in diff.differences:
        local = each.path.startswith("localities[")
        assert each.path in kept or local or each.element == "levels", each.path


def test_reason_basis_and_day_are_those_of_the_files(example: Path) -> None:
    log = read(example)
    materials = entry(log, "P99-0401", "materials")
    assert materials.reason == ("身份信息由系统核验，不再向群众要",)
    assert [cited["number"] for cited in materials.basis] == ["示人社发〔2026〕9号"]
    assert materials.effective_on == ("2026-12-01",), "the item's own new day, for its row names none"
    channels = entry(log, "P99-0401", "channels")
    assert (channels.reason, channels.effective_on) == (("统一全省网上办理系统",), ("2026-12-15",))
    assert channels.basis == (), "the basis of another element is none of this one"
    assert entry(log, "P99-0607").effective_on == ("2026-12-31",)
    assert entry(log, "P99-0607").follows == "就业援助 P99-0606"
    assert entry(log, "FL-0602").reason == ("改由示例市统一办理",)


def test_what_is_not_stated_stays_empty(example: Path) -> None:
    for id, element in (("P99-0501", "amount"), ("P99-1203", ""), ("P99-0104", "frequency")):
        row = entry(read(example), id, element)
        assert (row.reason, row.basis, row.effective_on) == ((), (), ())


def test_a_stated_change_of_an_earlier_version_explains_nothing_later(fresh: Path) -> None:
    changed(fresh)
    git(fresh, "commit", "-qam", "second")
    edited(fresh, "items/04-registration.yaml", "P99-0401", "amount: 3, unit: working_day, start: application-received, text: 3个工作日}",
           "amount: 2, unit: working_day, start: application-received, text: 2个工作日}")  # fmt: skip
    row = entry(read(fresh), "P99-0401", "promised_limit")
    assert (row.reason, row.basis, row.effective_on) == ((), (), ())
    assert row.difference.effect == "better"
    first = entry(read(fresh, f"main~1:{LIST}", f"main:{LIST}"), "P99-0401", "promised_limit")
    assert first.reason == ("统一全省网上办理系统",)


def test_one_change_of_the_province_is_one_row_with_its_places(example: Path) -> None:
    log = read(example)
    assert entry(log, "P99-0401", "promised_limit").also == ("样例区样例街道", "范例县"), (
        "样例区 has a limit of its own"
    )
    assert entry(log, "P99-0501", "amount").also == ("范例县",)
    assert entry(log, "P99-0401", "contact").also == ()


def test_an_item_that_left_the_list_takes_its_places_and_parts_along(fresh: Path) -> None:
    path = fresh / LIST / "items" / "04-registration.yaml"
    text = path.read_text("utf-8")
    path.write_text(text[: text.index("  - id: P99-0403\n")], encoding="utf-8", newline="\n")
    (row,) = read(fresh).entries
    assert (row.kind, row.id, row.difference.change) == ("cancelled", "P99-0403", "removed")
    assert {"样例区", "范例县"} <= set(row.also) and any("P99-0403-01" in name for name in row.also)


def test_the_direction_of_a_move(fresh: Path) -> None:
    place = "    levels:\n      - {id: county, text: 县级}\n"
    for levels, kind in (
        ("[{id: county}, {id: township}]", "moved_down"),
        ("[{id: prefecture}]", "moved_up"),
        ("[{id: prefecture}, {id: township}]", "moved_level"),
        ("[]", "moved_level"),
    ):
        edited(fresh, "items/12-skills.yaml", "P99-1202", place, f"    levels: {levels}\n")
        assert [e.kind for e in read(fresh).entries] == [kind]
        git(fresh, "checkout", "-q", ".")
        read.cache_clear()


def test_a_place_that_says_it_itself_has_a_row_of_its_own(fresh: Path) -> None:
    """The province moves an item to the village, a place that now names its levels to the county: two rows."""
    levels = "      - {id: county, text: 县级}\n      - {id: township, text: 街道（乡镇）}\n"
    edited(fresh, "items/06-assistance.yaml", "P99-0607", levels, "")
    edited(
        fresh,
        "localities/990101.yaml",
        "YL-0607",
        "P99-0607, status: claimed}",
        "P99-0607, status: delegated, levels: [{id: county}]}",
    )
    assert [(e.kind, e.id, e.part, e.also) for e in read(fresh).entries] == [
        ("moved_down", "P99-0607", "", ()),
        ("moved_up", "YL-0607", "", ()),
        ("changed", "YL-0607", "status", ()),
    ]


def test_places_follow_an_item_to_its_new_id(fresh: Path) -> None:
    edited(fresh, "items/05-startup.yaml", "P99-0501", "yuan: 5000", "yuan: 8000")
    edited(fresh, "items/05-startup.yaml", "P99-0501", "P99-0501\n", "P99-0551\n    moved: [P99-0501]\n")
    for file in (fresh / LIST / "localities").iterdir():
        text = file.read_text("utf-8").replace("item: P99-0501", "item: P99-0551")
        file.write_text(text, encoding="utf-8", newline="\n")
    for sides in ((f"main:{LIST}", LIST), (LIST, f"main:{LIST}")):
        assert [(e.kind, e.part, e.also) for e in read(fresh, *sides).entries] == [
            ("renamed", "id", ()),
            ("changed", "amount", ("范例县",)),
        ]


def test_links_and_the_head_of_the_list(fresh: Path) -> None:
    edited(fresh, "items/13-special.yaml", "P99-9001", "    name:", "    applies: without_application\n    name:")
    (row,) = read(fresh).entries
    assert (row.kind, row.part, row.difference.before, row.difference.after) == (
        "changed", "applies", None, "without_application",
    )  # fmt: skip
    head = fresh / LIST / "catalogue.yaml"
    head.write_text(head.read_text("utf-8").replace("completeness: whole", "completeness: partial"), encoding="utf-8")
    read.cache_clear()
    log = read(fresh)
    assert log.entries == (row,) and [each.path for each in log.heads] == ["completeness"]


def test_an_item_that_was_split_and_one_that_was_joined(fresh: Path) -> None:
    special = fresh / LIST / "items" / "13-special.yaml"
    whole = special.read_text("utf-8")
    special.write_text(whole.rstrip("\n") + NEW.replace("    origin:", "    moved: [P99-9001]\n    origin:"), "utf-8")
    (split,) = read(fresh).entries
    assert (split.kind, split.difference.reason, split.difference.before) == ("new", "split_from", "零工驿站服务")
    git(fresh, "commit", "-qam", "split")
    special.write_text(whole.replace("  - id: P99-9001\n", "  - id: P99-9001\n    moved: [P99-9003]\n"), "utf-8")
    read.cache_clear()
    (joined,) = read(fresh).entries
    assert (joined.kind, joined.id, joined.follows) == ("cancelled", "P99-9003", "零工驿站服务")


def test_what_was_left_out_on_both_sides_is_named(fresh: Path) -> None:
    edited(fresh, "items/05-startup.yaml", "P99-0501", '    fee: {charged: "no"}\n', "    fee: {charged: perhaps}\n")
    git(fresh, "commit", "-qam", "broken")
    log = read(fresh)
    assert log.entries == log.unsure == log.unread == () and not log.complete
    assert log.left_out == ("items[P99-0501].fee",)


def test_what_could_not_be_read_was_not_cancelled(fresh: Path) -> None:
    edited(
        fresh,
        "items/04-registration.yaml",
        "P99-0401",
        "    name: 失业登记\n",
        "    name: 失业登记\n    nothing_known: 1\n",
    )
    edited(fresh, "items/05-startup.yaml", "P99-0501", '    fee: {charged: "no"}\n', "    fee: {charged: perhaps}\n")
    log = read(fresh)
    assert log.entries == ()
    assert {"P99-0501"} <= {e.id for e in log.unsure} <= {"P99-0401", "P99-0501", "YL-0401", "FL-0401", "YLJD-0401"}
    (fresh / LIST / "items" / "12-skills.yaml").write_text("items: [", encoding="utf-8")
    read.cache_clear()
    log = read(fresh)
    assert log.entries == () and [Path(name).name for name in log.unread] == ["12-skills.yaml"]
    assert {"P99-1201", "P99-1202", "P99-1203"} <= {e.id for e in log.unsure}
    backwards = read(fresh, LIST, f"main:{LIST}")
    assert backwards.entries == () and backwards.unsure, "nor is it new where it was read again"


def test_two_versions_that_are_the_same_have_no_rows(fresh: Path) -> None:
    assert read(fresh).entries == () and read(fresh).same > 1000


def test_a_file_of_one_place_against_itself_at_a_revision(fresh: Path) -> None:
    file = f"{LIST}/localities/990101.yaml"
    path = fresh / file
    path.write_text(
        path.read_text("utf-8").replace(
            "yuan: 8000, bound: exact, per: 户, text: 每户8000元", "yuan: 6000, bound: exact, per: 户"
        ),
        encoding="utf-8",
        newline="\n",
    )
    (row,) = read(fresh, f"main:{file}", file).entries
    assert (row.kind, row.place, row.difference.element, row.difference.effect) == (
        "changed",
        "样例区",
        "amount",
        "worse",
    )


def test_two_editions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(REPO)
    log = qingdan.changelog("national", "docs/tutorial/edition-2099", as_of=AS_OF)
    assert log.of == "edition"
    assert {e.id for e in log.entries if e.kind == "new"} == {"JY-0494", "JY-0594"}
    assert entry(log, "JY-0202").effective_on == ("2099-01-01",)
    limit = entry(log, "JY-0401-R02", "promised_limit")
    assert (limit.kind, limit.difference.effect) == ("requirement", "better") and limit.basis


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        ("provinces/430000-hunan", "provinces/330000-zhejiang", "two_provinces"),
        ("provinces/430000-hunan/localities/433101.yaml", "provinces/330000-zhejiang", "two_provinces"),
        ("provinces/430000-hunan/localities/433101.yaml", "provinces/430000-hunan", "scope"),
        ("provinces/990000-example/localities/990101.yaml", "provinces/990000-example/localities/990102.yaml", "scope"),
        ("national", "provinces/330000-zhejiang", "nation"),
        ("provinces/330000-zhejiang", "national", "nation"),
    ],
)
def test_what_is_not_one_list_is_refused(before: str, after: str, why: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(REPO)
    with pytest.raises(qingdan.NotOneList) as raised:
        qingdan.changelog(before, after, as_of=AS_OF)
    assert raised.value.why == why


@pytest.mark.parametrize("province", sorted(path.name for path in (REPO / "provinces").iterdir()))
def test_a_real_list_is_read_against_itself_and_against_nothing(province: str, tmp_path: Path) -> None:
    """Every province can be a side; an emptied list loses each item once, places and parts beside it."""
    source = REPO / "provinces" / province
    assert qingdan.changelog(source, source, as_of=AS_OF).entries == ()
    head = tmp_path / "catalogue.yaml"
    head.write_bytes((source / "catalogue.yaml").read_bytes())
    log = qingdan.changelog(source, tmp_path, as_of=AS_OF)
    assert {e.kind for e in log.entries} <= {"cancelled", "given_up"}
    told = len(log.entries) + sum(len(e.also) for e in log.entries)
    subjects = list(qingdan.load(source).effective())
    assert len({e.path for e in log.entries}) == len(log.entries) and len(log.entries) <= told <= len(subjects)
    assert qingdan.changelog(tmp_path, source, as_of=AS_OF).effects() == log.effects()
