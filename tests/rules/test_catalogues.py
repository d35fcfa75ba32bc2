"""A list as a whole: ids, coverage, links, states."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from tests.rules.support import AS_OF, check, head, item, items, locality

import qingdan
from qingdan.findings import Severity
from qingdan.loading.opening import national
from qingdan.rules import all_rules
from qingdan.rules.catalogue_examples import without


def test_duplicates_show_both_places() -> None:
    text = head() + items(item()) + items(item(name="就业登记"), file="items/b.yaml")
    (finding,) = check("CAT001", text)
    assert finding.location is not None and finding.location.file == "items/b.yaml"
    assert [(row.role, row.location.file) for row in finding.related] == [("first_defined", "items/a.yaml")]


def test_handling_items_share_the_space_of_items_and_localities_have_their_own() -> None:
    handling = "handling_items: [{id: A-02}]"
    assert len(check("CAT001", head() + items(item(handling), item(id="A-02")))) == 1
    row = "  - {id: A-01, item: A-01, status: claimed}\n"
    assert check("CAT001", head() + items(item()) + locality(row)) == []
    assert len(check("CAT001", head() + items(item()) + locality(row + row))) == 1


def test_each_missing_national_item_is_one_finding_and_article_35_is_not_said_twice() -> None:
    found = check("CAT003", head() + items(item("implements: [{item: JY-0401}]")))
    missing = {finding.args["item"] for finding in found}
    services = check("CAT004", head() + items(item("implements: [{item: JY-0401}]")))
    assert {finding.args["service"] for finding in services} == {"L35-1", "L35-2", "L35-3", "L35-4"}
    assert not missing & {"JY-0401", "JY-0101", "JY-0102", "JY-0606"}
    assert "JY-0402" in missing, "half a service of article 35 is there; the other half is missed by its item"
    assert all(finding.severity <= Severity.WARNING for finding in found)
    assert all(finding.basis[0].number and finding.severity == Severity.ERROR for finding in services)


def test_the_example_names_every_national_item() -> None:
    text = without("")
    assert all(f"item: {id}}}" in text for id in national().items)


def test_weak_evidence_of_a_national_item_is_no_more_than_a_remark() -> None:
    weak = {id for id, row in national().items.items() if row["evidence"] in ("recalled", "inferred")}
    found = check("CAT003", head() + items(item()))
    for finding in found:
        assert (finding.severity == Severity.INFO) is (finding.args["item"] in weak)


@pytest.mark.parametrize("lines", ["implements: [{item: JY-0401}]\nstate: cancelled", "implements: []"])
def test_a_cancelled_item_covers_nothing(lines: str) -> None:
    found = {finding.args["service"] for finding in check("CAT004", head() + items(item(lines)))}
    assert "L35-5" in found


def test_an_item_that_is_called_after_a_national_one_is_not_said_to_be_missing() -> None:
    """The link is missing, and REF011 says so; nobody is told that the service is not in the list."""
    listed = head() + items(item())
    assert "L35-5" not in {finding.args["service"] for finding in check("CAT004", listed)}
    assert "JY-0401" not in {finding.args["item"] for finding in check("CAT003", listed)}
    assert check("CAT005", listed) == []
    assert len(check("REF011", listed)) == 1
    wrong = head() + items(item("implements: [{item: JY-0201}]"))
    assert "L35-5" not in {finding.args["service"] for finding in check("CAT004", wrong)}
    assert len(check("REF012", wrong)) == 1


def test_a_row_that_is_not_claimed_covers_nothing() -> None:
    row = "  - {{id: B-1, status: {}, implements: [{{item: JY-0606}}]}}\n"
    services = [
        {finding.args["service"] for finding in check("CAT004", head() + items(item()) + locality(row.format(status)))}
        for status in ("not_claimed", "own")
    ]
    assert "L35-4" in services[0] and "L35-4" not in services[1]


@pytest.mark.parametrize("id", ["CAT003", "CAT004", "CAT007", "AUD002"])
def test_what_speaks_of_a_whole_list_says_so(id: str) -> None:
    assert all_rules()[id].needs_whole


def test_nothing_at_all_is_an_error_but_not_beside_a_file_that_could_not_be_read() -> None:
    assert len(check("CAT002", head() + items(" []\n"))) == 1
    assert check("CAT002", head() + "--- file: items/a.yaml\nschema: items/1\nitems: [\n") == []


def test_links_are_judged_only_where_all_files_are_there() -> None:
    broken = items(item("related: [A-09]\nparent: A-08"))
    assert {finding.args["field"] for finding in check("REF007", head() + broken)} == {"related", "parent"}
    assert check("REF007", "schema: items/1\nitems:\n" + item("related: [A-09]")) == []
    assert check("REF007", head() + broken + "--- file: items/b.yaml\nschema: items/1\nitems: [\n") == []


def test_a_former_id_still_means_its_item() -> None:
    text = head() + items(item("moved: [A-00]"), item("related: [A-00]", id="A-02"))
    assert check("REF007", text) == []


def test_a_circle_is_one_finding_and_a_chain_none() -> None:
    circle = items(item("parent: A-02"), item("parent: A-03", id="A-02"), item("parent: A-01", id="A-03"))
    (finding,) = check("REF008", head() + circle)
    assert sorted(finding.args["items"]) == ["A-01", "A-02", "A-03"]  # type: ignore[call-overload]
    assert len(check("REF008", head() + items(item("parent: A-01")))) == 1
    assert check("REF008", head() + items(item("parent: A-02"), item("parent: A-03", id="A-02"), item(id="A-03"))) == []


@pytest.mark.parametrize(
    ("begins", "ends", "found"),
    [
        ("2025", "2024-12-31", True),
        ("2025", "2025-06-30", False),
        ("2025-06", "2025-06", False),
        ("2025-07-01", "2025-06", True),
    ],
)
def test_partial_dates_decide_only_where_every_day_agrees(begins: str, ends: str, found: bool) -> None:
    text = head() + items(item(f'effective_on: "{begins}"\ncancelled_on: "{ends}"'))
    assert bool(check("CAT010", text)) is found


def test_an_item_without_link_needs_an_origin_only_in_a_list_in_use() -> None:
    assert len(check("CAT005", head() + items(item(name="人才公寓申请")))) == 1
    assert check("CAT005", head("archive") + items(item(name="人才公寓申请"))) == []
    assert check("CAT005", head() + items(item("state: cancelled"))) == []


def test_what_a_person_asks_first_is_one_finding_an_item_and_the_rest_one_remark_a_list() -> None:
    two = items(item("fee: {charged: 'no'}"), item(id="A-02", name="就业登记"))
    found = check("ELM001", head() + two)
    assert [finding.extra["elements"] for finding in found] == [
        ["channels", "materials", "promised_limit"], ["channels", "materials", "promised_limit", "fee"],
    ]  # fmt: skip
    assert all(finding.severity == Severity.WARNING and finding.args == {} for finding in found)
    (rest,) = check("ELM010", head() + two)
    assert rest.severity == Severity.INFO and rest.extra["count"] == 2
    assert "conditions" in rest.extra["elements"] and "fee" not in rest.extra["elements"]  # type: ignore[operator]
    for id in ("ELM001", "ELM010"):
        assert check(id, head("archive") + two) == []
        assert check(id, head() + items(item("known_in_part: [all]"))) == []
        assert check(id, head() + items(item("state: cancelled"))) == []


@pytest.mark.parametrize(
    ("lines", "missing"),
    [
        ("channels: [{kind: counter}]", ["materials", "promised_limit", "fee"]),
        ("accepted_at: [{text: 街道}]", ["materials", "promised_limit", "fee"]),
        ("contact: {phone: 0571-12333}", ["materials", "promised_limit", "fee"]),
        ("case_type: instant", ["channels", "materials", "fee"]),
        ("applies: without_application", ["channels", "materials", "fee"]),
        ("materials: []\nstatutory_limit: [{amount: 5, unit: day}]", ["channels", "fee"]),
    ],
)
def test_what_counts_as_said(lines: str, missing: list[str]) -> None:
    (finding,) = check("ELM001", head() + items(item(lines)))
    assert finding.extra["elements"] == missing


def test_filling_in_a_part_is_the_same_finding() -> None:
    before, after = (check("ELM001", head() + items(item(lines)))[0] for lines in ("", "fee: {charged: 'no'}"))
    assert before.fingerprint == after.fingerprint and before.extra != after.extra


def test_the_open_catalogue_adds_what_it_asks_for() -> None:
    linked = items(item("implements: [{item: JY-0703}]", name="补贴"))
    (finding,) = check("ELM010", head() + linked)
    assert "amount" in finding.extra["elements"]  # type: ignore[operator]
    (finding,) = check("ELM010", head() + items(item()))
    assert "amount" not in finding.extra["elements"]  # type: ignore[operator]


def ran(tmp_path: Path, completeness: str) -> dict[str, int]:
    """How often each rule speaks of a list of ten names."""
    folder = tmp_path / completeness
    (folder / "items").mkdir(parents=True)
    names = [item("implements: [{item: JY-0401}]", id=f"A-{number}", name=f"事项{number}") for number in range(1, 11)]
    (folder / "catalogue.yaml").write_text(head(completeness=completeness).partition("\n")[2], "utf-8")
    (folder / "items" / "a.yaml").write_text(items(*names).partition("\n")[2], "utf-8")
    return Counter(finding.id for finding in qingdan.validate(folder, as_of=AS_OF).findings)


def test_a_list_is_asked_for_no_more_than_it_says_that_it_is(tmp_path: Path) -> None:
    counts = {each: ran(tmp_path, each) for each in ("names", "guides", "whole", "partial")}
    told = {each: [counts[each][id] for id in ("ELM001", "ELM010", "ELM011", "CAT007")] for each in counts}
    assert told == {"names": [0, 0, 1, 0], "guides": [10, 0, 0, 0], "whole": [10, 1, 0, 1], "partial": [10, 1, 0, 0]}
    absent = {each: counts[each]["CAT003"] for each in counts}
    assert absent["partial"] == 0 and absent["names"] == absent["guides"] == absent["whole"] > 0


ROWS = (
    "  - {id: B-1, item: A-01, status: claimed}\n"
    "  - {id: B-2, item: A-01, status: claimed, materials: []}\n"
    "  - {id: B-3, item: A-01, status: delegated}\n"
    "  - {id: B-4, item: A-01, status: own}\n"
    "  - {id: B-5, status: claimed}\n"
)


def test_a_place_is_asked_only_about_what_is_its_own() -> None:
    found = check("ELM001", head() + items(item()) + locality(ROWS))
    assert [finding.path for finding in found] == ["items[A-01].id"]
    found = check("ELM001", head() + items(item()) + locality("  - {id: B-1, status: own}\n"))
    assert [finding.path for finding in found] == ["items[A-01].id", "localities[330100].items[B-1].id"]
    assert "contact" in found[1].extra["elements"]  # type: ignore[operator]
    (rest,) = check("ELM010", head() + items(item()) + locality("  - {id: B-1, status: own}\n"))
    assert "complaint" in rest.extra["elements"]  # type: ignore[operator]


def test_the_copy_of_a_file_is_the_second_one() -> None:
    first, copy = items(item(), file="items/01.yaml"), items(item(), file="items/01-副本.yaml")
    for text in (first + copy, copy + first):
        (finding,) = check("CAT001", head() + text)
        assert finding.location is not None and finding.location.file == "items/01-副本.yaml"
        assert [row.location.file for row in finding.related] == ["items/01.yaml"]
        (finding,) = check("CAT006", head() + text.replace("A-01", "A-02", 1))
        assert finding.location is not None and finding.location.file == "items/01-副本.yaml"
    (finding,) = check("CAT001", head() + items(item(), file="items/10.yaml") + items(item(), file="items/9.yaml"))
    assert finding.location is not None and finding.location.file == "items/10.yaml"


def test_the_copy_of_a_place_is_the_second_one() -> None:
    text = head() + locality("  []\n", file="localities/330100-副本.yaml") + locality("  []\n")
    (finding,) = check("PLC007", text)
    assert finding.location is not None and finding.location.file == "localities/330100-副本.yaml"


@pytest.mark.parametrize("id", ["CAT003", "CAT004"])
def test_what_a_whole_list_lacks_is_said_where_it_says_that_it_is_whole(id: str) -> None:
    found = check(id, head() + items(item()))
    assert {finding.pointer for finding in found} == {"/completeness"}
    assert {finding.location.line for finding in found if finding.location} == {6}


BROKEN = "  - {id: A-09, name: 职业指导, nonsense: 1, implements: [{item: JY-0101}, {item: JY-0401}]}\n"


def test_what_was_left_out_for_its_form_is_not_missing() -> None:
    row = "  - {id: B-1, item: A-09, status: claimed}\n"
    text = head() + items(item("related: [A-09]"), BROKEN) + locality(row)
    assert check("REF006", text) == []
    assert check("REF007", text) == []
    sound = {finding.args["item"] for finding in check("CAT003", head() + items(item()))}
    assert "JY-0401" not in {finding.args["item"] for finding in check("CAT003", text)} and "JY-0403" in sound
    assert "L35-5" not in {finding.args["service"] for finding in check("CAT004", text)}


def test_a_link_in_another_form_is_still_a_link() -> None:
    text = head() + items("  - {id: A-09, name: 职业指导, implements: [JY-0101, JY-0401]}\n")
    assert "L35-5" not in {finding.args["service"] for finding in check("CAT004", text)}


@pytest.mark.parametrize("id", ["CAT003", "CAT004", "AUD002"])
def test_beside_a_file_that_could_not_be_read_nothing_is_missing(id: str) -> None:
    text = head() + items(item("audience: [{id: natural-person}]"))
    assert check(id, text)
    assert check(id, text + "--- file: items/b.yaml\nschema: items/1\nitems: [\n") == []


def test_an_element_that_was_left_out_for_its_form_is_not_missing() -> None:
    text = head() + items(item("fee: {charged: 免费}\nvisits: 一次"))
    for finding in (*check("ELM001", text), *check("ELM010", text)):
        assert not {"fee", "visits"} & set(finding.extra["elements"])  # type: ignore[call-overload]
    assert check("TIM007", head() + items(item("case_type: promised\npromised_limit: 五天"))) == []
