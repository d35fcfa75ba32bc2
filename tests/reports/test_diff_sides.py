"""Which two sides can be compared, what is measured by what, and what is said of the comparison as a whole."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import pytest

import qingdan
from qingdan.judging.conformance import conformance
from qingdan.reports.diff.facts import Diff, Difference
from tests.repositories import commit, repository

REPO = Path(__file__).resolve().parents[2]
AS_OF = "2026-11-22"
FUTURE = REPO / "docs" / "tutorial" / "edition-2099"
EXAMPLE = "provinces/990000-example"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of three lists, in which the test stands."""
    for name in ("430000-hunan", "410000-henan", "990000-example"):
        shutil.copytree(REPO / "provinces" / name, tmp_path / "provinces" / name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def compare(before: str, after: str, **options: str) -> Diff:
    return qingdan.compare(before, after, as_of=AS_OF, **options)


def replaced(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert text.count(old) == 1, (path, old)
    path.write_text(text.replace(old, new), "utf-8")


def told(diff: Diff) -> set[tuple[str, str, str, str]]:
    return {(each.path, each.change, each.effect, each.allowed) for each in diff.differences}


def test_the_upper_side_is_what_is_measured_by(here: Path) -> None:
    for upper, lower in (("national", "湖南"), ("national", "湖南/433101"), ("示例省", "示例省/all")):
        down, up = compare(upper, lower), compare(lower, upper)
        assert (down.before, down.after, down.kind) == (up.before, up.after, up.kind)
        assert told(down) == told(up) and down.differences


def test_a_diff_with_the_nation_says_what_validation_says(here: Path) -> None:
    judged: Counter[str] = Counter()
    for judgement in conformance(qingdan.load(EXAMPLE), qingdan.national(), AS_OF).judgements:
        judged.update(change.allowed for change in judgement.changes)
    found = compare("national", "示例省")
    items = Counter(each.allowed for each in found.differences if each.what == "item")
    counted = found.counts("allowed")
    assert found.same + counted.total() - items.total() == judged.total()
    assert {name: counted[name] - items[name] for name in ("no", "unsettled")} == {
        name: judged[name] for name in ("no", "unsettled")
    }


def test_places_are_told_apart(here: Path) -> None:
    whole, place = compare("national", "湖南"), compare("national", "湖南/433101")
    of_place = [each for each in whole.differences if each.locality == "localities[433101]"]
    assert {each.fingerprint for each in of_place} == {each.fingerprint for each in place.differences}
    assert whole.places["localities[433101]"] == place.after == "湖南省湘西州吉首市"
    assert place.counts("allowed")["no"] == 2


def test_a_place_departs_from_its_province(here: Path) -> None:
    found = compare("示例省", "示例省/990101")
    assert found.kind == "province_places" and found.after == "样例区"
    by_path = {each.path: each for each in found.differences}
    limit = by_path["localities[990101].items[YL-0401].promised_limit[online]"]
    assert (limit.change, limit.effect, limit.allowed, limit.relation) == ("changed", "better", "yes", "within")
    assert limit.before_place and limit.before_place.file == f"{EXAMPLE}/items/04-registration.yaml"
    assert limit.after_place and limit.after_place.file == f"{EXAMPLE}/localities/990101.yaml"
    refused = [each for each in found.differences if each.reason == "not_claimed"]
    assert refused and all(each.change == "removed" and each.members for each in refused)
    assert not any("contact" in each.path for each in found.differences), "an address is a place's own"


def test_a_place_may_not_ask_for_more_than_its_province(here: Path) -> None:
    file = here / EXAMPLE / "localities" / "990101.yaml"
    replaced(file, "{channel: online, unit: immediate, start: application-received, text: 即时办结}",
             "{channel: online, amount: 9, unit: working_day, start: application-received}")  # fmt: skip
    found = compare("示例省", "示例省/all")
    (worse,) = [each for each in found.differences if each.effect == "worse"]
    assert (worse.path, worse.allowed) == ("localities[990101].items[YL-0401].promised_limit[online]", "no")
    assert found.differences[0] is worse
    assert compare("示例省", "示例省/990102").counts("effect")["worse"] == 0


def test_what_a_place_does_not_write_is_no_difference(here: Path) -> None:
    file = here / EXAMPLE / "localities" / "990101.yaml"
    file.write_text(
        'schema: locality/1\narea: "990101"\nname: 样例区\nlevel: county\nkind: sample\nitems:\n'
        "  - {id: YL-0403, item: P99-0403, status: claimed}\n",
        "utf-8",
    )
    found = compare("示例省", "示例省/990101")
    assert (found.differences, found.same) == ([], 0)


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        ("湖南", "provinces/430000-hunan/localities/433101.yaml", "file_and_list"),
        ("provinces/990000-example/items/04-registration.yaml", "示例省", "file_and_list"),
        ("湖南/all", "河南", "places"),
        ("湖南/433101", "湖南/430700", "places"),
        ("湖南/all", "湖南/433101", "places"),
    ],
)
def test_sides_that_say_nothing_together_are_refused(here: Path, before: str, after: str, why: str) -> None:
    with pytest.raises(qingdan.CannotCompare) as error:
        compare(before, after)
    assert error.value.why == why


def test_a_file_of_the_nation_is_no_list(here: Path) -> None:
    with pytest.raises(qingdan.NothingRead) as error:
        compare("national", str(REPO / "catalogue" / "2025" / "evidence.yaml"))
    assert [finding.id for finding in error.value.findings] == ["STR001"]


def test_a_file_alone_is_judged_by_the_nation(here: Path) -> None:
    found = compare("national", "provinces/430000-hunan/localities/433101.yaml")
    judged = {each.fingerprint for each in compare("national", "湖南/433101").differences}
    assert judged <= {each.fingerprint for each in found.differences}


def test_lists_written_against_two_editions_say_so(here: Path) -> None:
    shutil.copytree(here / EXAMPLE, here / "newer")
    replaced(here / "newer" / "catalogue.yaml", 'edition: "2025"', 'edition: "2099"')
    found = compare(EXAMPLE, "newer")
    codes = {(note.code, tuple(note.values.values())[:2]) for note in found.notes}
    assert ("other_editions", ("2025", "2099")) in codes
    assert any(note.code == "judged_by" and tuple(note.values.values())[1:] == ("2099", "2025") for note in found.notes)
    assert compare(EXAMPLE, EXAMPLE).notes == []


def test_the_edition_that_judges_is_named_where_it_is_another_one(here: Path) -> None:
    for before, options in ((f"national@{FUTURE}", {}), ("national", {"edition": str(FUTURE)})):
        found = compare(before, "示例省", **options)
        codes = [(note.code, tuple(note.values.values())[1:]) for note in found.notes]
        assert codes == [("judged_by", ("2025", "2099")), ("sample", ())]
        assert found.editions[0] == "2099"
        assert told(found) != told(compare("national", "示例省"))
    assert [note.code for note in compare("national", "示例省").notes] == ["sample"]


def test_texts_of_their_own_day_and_provinces_that_do_not_meet_say_so(here: Path) -> None:
    assert [note.code for note in compare("national", "湖南").notes] == ["printed"]
    found = compare("湖南", "河南")
    assert (found.differences, found.same, [note.code for note in found.notes]) == ([], 0, ["nothing_met"])
    assert compare("示例省", "示例省").notes == []


def test_what_cannot_be_read_is_named_and_the_rest_is_compared(here: Path) -> None:
    whole = compare("national", "湖南")
    (here / "provinces/430000-hunan/localities/430700.yaml").write_text("schema: [", "utf-8")
    found = compare("national", "湖南")
    assert found.unread == ["provinces/430000-hunan/localities/430700.yaml"] and not found.complete
    kept = {each.fingerprint for each in whole.differences if each.locality == "localities[433101]"}
    assert kept and kept <= {each.fingerprint for each in found.differences}


def test_what_was_left_out_for_its_form_is_named(here: Path) -> None:
    file = here / EXAMPLE / "items" / "04-registration.yaml"
    replaced(file, "  - id: P99-0402\n", "  - id: P99-0402\n    state: perhaps\n")
    replaced(file, "{amount: 3, unit: working_day, start: registered,", "{amount: 3, unit: 工作天, start: registered,")
    found = compare("national", "示例省")
    assert (found.left_out, found.complete) == (["items[P99-0402]", "items[P99-0401].first_contact"], False)
    (missing,) = [each for each in found.differences if each.what == "item" and each.national == "JY-0402"]
    assert (missing.change, missing.reason) == ("not_stated", "left_out"), "what was not read is not missing"


def test_a_list_in_whole_misses_what_it_does_not_have(here: Path) -> None:
    assert not [each for each in compare("national", "示例省").differences if each.reason == "no_link"]
    (here / EXAMPLE / "items" / "08-purchase.yaml").unlink()
    missing = [each for each in compare("national", "示例省").differences if each.reason == "no_link"]
    assert missing and {each.allowed for each in missing} == {"unsettled"}
    replaced(here / EXAMPLE / "catalogue.yaml", "completeness: whole", "completeness: partial")
    again = [each for each in compare("national", "示例省").differences if each.reason == "partial_list"]
    assert {each.path for each in again} == {each.path for each in missing}


def test_a_moved_file_is_no_change(here: Path) -> None:
    repository(here)
    commit(here, "first")
    folder = here / EXAMPLE / "items"
    (folder / "04-registration.yaml").rename(folder / "a b 登记.yaml")
    found = compare(f"HEAD:{EXAMPLE}", EXAMPLE)
    assert (found.differences, found.suggestions) == ([], []) and found.same > 100
    commit(here, "second")
    assert compare("HEAD~1:示例省", "HEAD:示例省").differences == []


def test_a_circle_of_moved_items_ends(here: Path) -> None:
    repository(here)
    commit(here, "first")
    file = here / EXAMPLE / "items" / "04-registration.yaml"
    text = file.read_text("utf-8")
    text = text.replace("  - id: P99-0401\n", "  - id: P99-0401\n    moved: [P99-0402]\n", 1)
    file.write_text(text.replace("  - id: P99-0402\n", "  - id: P99-0402\n    moved: [P99-0401]\n", 1), "utf-8")
    found = compare("HEAD:示例省", "示例省")
    assert not [each for each in found.differences if each.change in ("added", "removed")]
    report = qingdan.validate(EXAMPLE, as_of=AS_OF)
    assert "REF009" in {finding.id for finding in report.findings}


def test_the_worst_comes_first(here: Path) -> None:
    for after in ("湖南", "河南", "示例省"):
        found = compare("national", after).differences
        assert found == sorted(found, key=Difference.order)
