"""Coverage: its numbers are those of validation, totals are added up anew, and nothing unknown is called missing."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from dataclasses import asdict
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import qingdan
from qingdan.findings import Section
from qingdan.reports.coverage.cells import STATUSES, Standing, of_row
from qingdan.reports.coverage.counting import Indicator, Summary
from qingdan.reports.coverage.facts import Column, Coverage

REPO = Path(__file__).parents[2]
AS_OF = "2026-11-22"
PROVINCES = sorted(path.name for path in (REPO / "provinces").iterdir())
EXAMPLE = "990000-example"


@cache
def nation() -> Coverage:
    return qingdan.coverage(REPO / "provinces", as_of=AS_OF)


#: What the example province has suspended, by national item.
SUSPENDED = {"JY-1104": "suspended", "JY-1105": "suspended"}


@cache
def column(province: str) -> Column:
    (found,) = [each for each in nation().columns if each.label.endswith(f"/{province}")]
    return found


@cache
def places(province: str) -> Coverage:
    return qingdan.coverage(REPO / "provinces" / province, as_of=AS_OF, localities=province[:6])


@cache
def section(province: str) -> Section:
    (found,) = qingdan.validate(REPO / "provinces" / province, as_of=AS_OF).sections
    return found


def test_every_province_is_a_column() -> None:
    assert [Path(each.label).name for each in nation().columns] == PROVINCES


@pytest.mark.parametrize("province", PROVINCES)
def test_the_numbers_are_those_of_validation(province: str) -> None:
    validated, counts = section(province), column(province).summary.counts
    assert asdict(counts.pairs) == validated.pairs
    assert dict(counts.verdicts) == validated.verdicts
    assert dict(counts.effects) == validated.effects
    assert column(province).items == validated.items


@pytest.mark.parametrize("province", PROVINCES)
def test_the_cells_add_up_to_their_column(province: str) -> None:
    verdicts: Counter[str] = Counter()
    effects: Counter[str] = Counter()
    for cell in column(province).cells.values():
        verdicts.update(cell.counts.verdicts)
        effects.update(cell.counts.effects)
        pairs = cell.counts.pairs
        assert pairs.regulated == pairs.decided + pairs.unsettled + pairs.not_stated
    assert (dict(verdicts), dict(effects)) == (section(province).verdicts, section(province).effects)


@pytest.mark.parametrize("province", PROVINCES)
def test_the_places_of_a_list_add_up_to_its_validation(province: str) -> None:
    total = Summary()
    for place in places(province).columns:
        total.add(place.summary)
    assert asdict(total.counts.pairs) == section(province).pairs
    assert dict(total.counts.verdicts) == section(province).verdicts
    assert dict(total.counts.effects) == section(province).effects
    assert sum(place.items for place in places(province).columns) == section(province).items


def test_the_total_is_made_of_the_sections_of_a_validation_without_samples() -> None:
    real = [section(province) for province in PROVINCES if section(province).kind != "sample"]
    total = nation().total
    for name in ("stated", "regulated", "decided", "unsettled", "not_stated"):
        assert getattr(total.counts.pairs, name) == sum(each.pairs[name] for each in real)
    for name in ("yes", "no", "unsettled", "not_stated"):
        assert total.counts.verdicts[name] == sum(each.verdicts.get(name, 0) for each in real)
    assert sum(total.statuses.values()) == len(real) * len(qingdan.national().items)
    shares = {each.name: each for each in total.indicators}
    yes, no = total.counts.verdicts["yes"], total.counts.verdicts["no"]
    assert shares["allowed"] == Indicator("allowed", yes, yes + no)
    assert shares["covered"].count == sum(column(p).summary.statuses["covered"] for p in PROVINCES if p != EXAMPLE)
    assert sum(nation().words.values()) == len(real)


def test_a_share_of_all_is_not_the_mean_of_shares() -> None:
    shares = [each.summary.indicators[3] for each in nation().counting]
    mean = sum(each.count / each.of for each in shares if each.of) / len(shares)
    whole = nation().total.indicators[3]
    assert whole.name == "decided" and (whole.count, whole.of) == (
        sum(each.count for each in shares),
        sum(each.of for each in shares),
    )
    assert abs(whole.count / whole.of - mean) > 0.005, "the provinces differ, so a mean would show"


def test_a_sample_is_shown_and_counts_nowhere() -> None:
    assert column(EXAMPLE).not_counted == "sample" and column(EXAMPLE).summary.statuses["covered"]
    without = qingdan.coverage(*(REPO / "provinces" / p for p in PROVINCES if p != EXAMPLE), as_of=AS_OF)
    assert without.total == nation().total
    assert without.words == nation().words
    assert all(without.across(item) == nation().across(item) for item in nation().items)
    alone = qingdan.coverage(REPO / "provinces" / EXAMPLE, as_of=AS_OF)
    assert alone.total == Summary() and alone.total.counts.word == "unknown"


@pytest.mark.parametrize("province", [p for p in PROVINCES if p != EXAMPLE])
def test_what_was_not_collected_is_unknown_never_missing(province: str) -> None:
    found = column(province)
    assert found.summary.statuses["missing"] == 0
    absent = [cell for cell in found.cells.values() if not cell.standing.by]
    assert {(cell.standing.status, cell.standing.because) for cell in absent} == {("unknown", "partial_list")}
    assert all(row["missing"] == 0 for row in found.summary.lists.values())


def test_a_list_of_which_nothing_was_decided_is_unknown() -> None:
    beijing = column("110000-beijing").summary
    assert beijing.counts.verdicts["yes"] + beijing.counts.verdicts["no"] == 0
    assert beijing.counts.word == "unknown"
    assert beijing.indicators[4] == Indicator("allowed", 0, 0)
    assert column("430000-hunan").summary.counts.word == "not_met"
    guangdong = column("440000-guangdong").summary.counts
    assert guangdong.word == "part_met" and guangdong.pairs.decided < guangdong.pairs.regulated


def test_the_cell_of_jishou() -> None:
    hunan = column("430000-hunan").cells["JY-0401"]
    assert hunan.standing.status == "partly" and hunan.standing.because == "in_places"
    assert hunan.standing.by == ("localities[433101].items[HN-JISHOU-SHIYEDENGJI]",)
    by_name = {place.name: place for place in places("430000-hunan").columns}
    jishou = by_name["湖南省湘西州吉首市"].cells["JY-0401"]
    assert jishou.standing.status == "covered"
    # online five days for three: worse; the counter at once: better; two of four places: worse
    assert jishou.counts.verdicts["no"] == 2 and jishou.counts.effects["worse"] == 2
    assert jishou.counts == hunan.counts
    assert by_name["湖南省常德市"].cells["JY-0401"].standing.status == "unknown"


def whole() -> Counter[str]:
    """What a list says that has every national item, and suspends some."""
    return Counter(covered=len(qingdan.national().items) - len(SUSPENDED), partly=len(SUSPENDED))


def test_the_cells_of_the_example_province() -> None:
    found = column(EXAMPLE)
    assert found.summary.statuses == whole()
    assert {
        id: cell.standing.because for id, cell in found.cells.items() if cell.standing.status == "partly"
    } == SUSPENDED
    rows = {each.record["id"]: len(each.record["rows"]) for each in qingdan.national().crosswalks}
    assert {id: relations.total() for id, relations in found.summary.lists.items()} == rows
    law, catalogue = (set(found.summary.lists[id]) for id in ("employment-promotion-law-35", "open-catalogue-2019"))
    assert (law, catalogue) == ({"exact", "part", "not_applicable"}, {"exact", "wider"})


def test_the_places_of_the_example_province() -> None:
    own, district, township, county = places(EXAMPLE).columns
    assert own.label == "province" and district.area == "990101"
    refused = district.cells["JY-0901"].standing
    assert (refused.status, refused.because) == ("not_applicable", "not_claimed")
    assert refused.text == "外国人来华工作许可由省人力资源和社会保障厅统一办理"
    assert district.cells["JY-0601"].standing.because == "delegated"
    assert township.cells["JY-0601"].standing == Standing("covered", by=("localities[990101001].items[YLJD-0601]",))
    assert county.cells["JY-0402"].standing.status == "covered"
    assert (county.cells["JY-0801"].standing.status, county.cells["JY-0801"].standing.because) == ("unknown", "no_row")


def copied(tmp_path: Path) -> Path:
    """The example province as a whole list of a province, not a sample."""
    folder = tmp_path / "list"
    shutil.copytree(REPO / "provinces" / EXAMPLE, folder)
    for path in (folder / "catalogue.yaml", *(folder / "localities").iterdir()):
        path.write_text(path.read_text("utf-8").replace("kind: sample", "kind: list"), encoding="utf-8")
    return folder


def edited(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def cell(folder: Path, item: str) -> Standing:
    return qingdan.coverage(folder, as_of=AS_OF).columns[0].cells[item].standing


def test_a_whole_list_misses_what_no_item_implements(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    assert qingdan.coverage(folder, as_of=AS_OF).total.statuses == whole()
    (folder / "items" / "08-purchase.yaml").unlink()
    assert cell(folder, "JY-0801") == Standing("missing", "no_link")
    head = folder / "catalogue.yaml"
    edited(head, "completeness: whole", "completeness: partial")
    assert cell(folder, "JY-0801") == Standing("unknown", "partial_list")


def test_what_could_not_be_read_is_not_missing(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    purchase = folder / "items" / "08-purchase.yaml"
    edited(purchase, "id: P99-0801", "id: 不是编号")
    assert cell(folder, "JY-0801") == Standing("unknown", "left_out")
    purchase.write_text("items: [", encoding="utf-8")
    found = qingdan.coverage(folder, as_of=AS_OF)
    assert found.columns[0].cells["JY-0801"].standing == Standing("unknown", "unread") and found.unread


def test_what_is_cancelled_covers_nothing(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    edited(folder / "items" / "11-insurance.yaml", "state: suspended", "state: cancelled")
    assert cell(folder, "JY-1105") == Standing("missing", "no_link")


def test_a_part_covers_in_part_and_a_wider_item_covers(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    file = folder / "items" / "04-registration.yaml"
    edited(file, "{item: JY-0401, relation: exact}", "{item: JY-0401, relation: part}")
    assert cell(folder, "JY-0401") == Standing("partly", "part_of_item", by=("items[P99-0401]",))
    edited(file, "{item: JY-0401, relation: part}", "{item: JY-0401, relation: wider}")
    assert cell(folder, "JY-0401") == Standing("covered", "wider_item", by=("items[P99-0401]",))


def test_a_sample_place_in_a_real_list_counts_nowhere(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    edited(folder / "localities" / "990101.yaml", "kind: list", "kind: sample")
    found = qingdan.coverage(folder, as_of=AS_OF)
    (validated,) = qingdan.validate(folder, as_of=AS_OF).sections
    assert asdict(found.columns[0].summary.counts.pairs) == validated.pairs
    assert found.total.counts.pairs.stated < validated.pairs["stated"]
    names = {
        place.name: place.not_counted for place in qingdan.coverage(folder, as_of=AS_OF, localities="990000").columns
    }
    assert names["样例区"] == "sample" and names["范例县"] == ""


def own_edition(tmp_path: Path, change: tuple[str, str, str]) -> Path:
    folder = tmp_path / "edition"
    shutil.copytree(REPO / "catalogue" / "2025", folder)
    edited(folder / change[0], *change[1:])
    return folder


def test_a_sample_edition_fills_no_total(tmp_path: Path) -> None:
    edition = own_edition(tmp_path, ("edition.yaml", "kind: national", "kind: sample"))
    found = qingdan.coverage(REPO / "provinces" / "430000-hunan", as_of=AS_OF, edition=edition)
    assert found.columns[0].not_counted == "sample_edition" and found.total == Summary()


def test_what_the_nation_has_cancelled_asks_nothing(tmp_path: Path) -> None:
    change = (
        "items/08-purchase.yaml",
        "  - id: JY-0801\n",
        "  - id: JY-0801\n    state: cancelled\n    cancelled_on: 2026-01-01\n",
    )
    edition = own_edition(tmp_path, change)
    found = qingdan.coverage(REPO / "provinces" / EXAMPLE, as_of=AS_OF, edition=edition).columns[0]
    assert found.cells["JY-0801"].standing == Standing("not_applicable", "nation_cancelled")


def test_a_list_that_is_given_twice_counts_once() -> None:
    hunan = REPO / "provinces" / "430000-hunan"
    assert len(qingdan.coverage(hunan, REPO / "provinces", as_of=AS_OF).columns) == len(PROVINCES)


@pytest.mark.parametrize("name", ["430000", "湖南省", "430000-hunan"])
def test_a_province_is_named_by_code_name_or_folder(name: str) -> None:
    found = qingdan.coverage(REPO / "provinces", as_of=AS_OF, localities=name)
    assert [place.area for place in found.columns] == ["430000", "430700", "431100", "433101"]


def test_an_edition_is_no_list_and_an_unknown_province_is_said() -> None:
    with pytest.raises(qingdan.NothingThere):
        qingdan.coverage(REPO / "catalogue" / "2025", as_of=AS_OF)
    with pytest.raises(qingdan.UnknownSide):
        qingdan.coverage(REPO / "provinces" / EXAMPLE, as_of=AS_OF, localities="430000")
    with pytest.raises(ValueError, match="as_of"):
        qingdan.coverage(REPO / "provinces" / EXAMPLE, as_of="2026")


TARGETS = st.lists(
    st.tuples(st.sampled_from(["exact", "part", "wider"]), st.sampled_from(STATUSES)), max_size=4
)  # fmt: skip


@given(TARGETS)
def test_a_row_is_covered_only_where_its_items_are(targets: list[tuple[str, str]]) -> None:
    items = [{"item": f"X-{at}", "relation": relation} for at, (relation, _) in enumerate(targets)]
    cells = {f"X-{at}": Standing(status) for at, (_, status) in enumerate(targets)}  # type: ignore[arg-type]
    row = of_row({"id": "1", "name": "x", "items": items, "evidence": "copy", "because": "why"}, cells)  # type: ignore[arg-type, typeddict-item]
    statuses = {status for _, status in targets}
    if not targets:
        assert row == Standing("not_applicable", "no_item", "why")
    if row.status == "covered":
        assert "covered" in statuses and row.by
    if row.status == "missing":
        assert statuses <= {"missing", "not_applicable"}
    if not statuses & {"covered", "partly"} and "unknown" in statuses:
        assert row.status == "unknown"
    assert bool(row.by) == (row.status == "covered")


def test_every_reason_has_words() -> None:
    from qingdan.printing.words import REASONS, WORDS
    from qingdan.reports.coverage.words import SAID

    source = (REPO / "cli" / "qingdan" / "reports" / "coverage" / "cells.py").read_text("utf-8")
    codes = set(re.findall(r'"([a-z]+_[a-z_]+|suspended|delegated|unread)"', source)) - {"handling_items", "in_use"}
    assert {"in_places", "no_row", "left_out", "delegated"} <= codes
    assert codes <= {*SAID, *REASONS, *WORDS}


@pytest.mark.parametrize("head", ["", "schema: [", "schema: catalogue/1\nprovince: 3\n"])
def test_a_list_whose_head_cannot_be_read_may_be_fiction_and_does_not_count(tmp_path: Path, head: str) -> None:
    folder = Path(shutil.copytree(REPO / "provinces" / "990000-example", tmp_path / "990000-example"))
    (folder / "catalogue.yaml").write_text(head, "utf-8")
    (column,) = qingdan.coverage(folder, as_of=AS_OF).columns
    assert column.not_counted == "no_head"
    assert not qingdan.coverage(folder, as_of=AS_OF).total.statuses


def test_what_is_called_after_a_national_item_and_not_linked_is_no_absence(tmp_path: Path) -> None:
    """The same in every answer: the link is missing, the service is not."""
    folder = tmp_path / "list"
    (folder / "items").mkdir(parents=True)
    (folder / "catalogue.yaml").write_text(
        'schema: catalogue/1\nprovince: "330000"\nname: 清单\nedition: "2025"\nkind: list\ncompleteness: whole\n'
        "source: {title: 测试, evidence: sample, seen: whole}\n",
        encoding="utf-8",
    )
    rows = "  - {id: A-1, name: 失业登记, origin: province}\n  - {id: A-2, name: 职业介绍, implements: [{item: JY-0202}]}\n"
    (folder / "items" / "a.yaml").write_text(f"schema: items/1\nitems:\n{rows}", encoding="utf-8")
    (column,) = qingdan.coverage(folder, as_of="2026-11-22").columns
    standing = column.cells["JY-0401"].standing
    assert (standing.status, standing.because, standing.by) == ("unknown", "called_so", ("items[A-1]",))
    assert column.cells["JY-0201"].standing.because == "called_so"
    assert column.cells["JY-0402"].standing.because == "no_link"
    differences = qingdan.compare("national", folder, as_of="2026-11-22").differences
    assert {each.national: each.reason for each in differences if each.national in ("JY-0401", "JY-0402")} == {
        "JY-0401": "called_so", "JY-0402": "no_link",
    }  # fmt: skip
    missing = {each.args.get("item") for each in qingdan.validate(folder, as_of="2026-11-22").sections[0].findings}
    assert "JY-0402" in missing and not missing & {"JY-0401", "JY-0201"}
