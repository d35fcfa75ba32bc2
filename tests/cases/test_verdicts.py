"""One fact, one judgement: what is judged by is what is meant, and every reading gives the same answer."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from qingdan.judging.conformance import conformance
from qingdan.loading.opening import load, national, roots
from qingdan.loading.sides import pair
from qingdan.loading.workspace import Workspace
from qingdan.publishing.standing import stands
from qingdan.reports.diff.sides import diff
from tests.app.running import run
from tests.cases.lists import AS_OF, findings, folder, judged, two, verdict
from tests.conftest import REPO

ID = {"id": "id-document", "name": "有效身份证件"}
FOUR_PLACES = [{"id": id} for id in ("hukou-place", "usual-residence", "workplace", "insured-place")]
ANY_OF_FOUR = [{"any_of": [{"id": id} for id in ("local-hukou", "usual-resident", "insured-locally", "works-locally")]}]


def test_the_nations_own_rule_written_as_a_condition_is_no_more(tmp_path: Path) -> None:
    place = folder(tmp_path, {"places": FOUR_PLACES, "conditions": ANY_OF_FOUR})
    assert findings(place, "JY-0401-R07", "JY-0401-R08", "JY-0401-R01") == []
    assert verdict(place, "JY-0401-R08")[0] == "yes" and verdict(place, "JY-0401-R01")[0] == "yes"


@pytest.mark.parametrize(("ids", "answer"), [((0,), "no"), ((0, 2), "no"), ((0, 1), "unsettled"), ((1,), "unsettled")])
def test_some_of_the_four_are_more(tmp_path: Path, ids: tuple[int, ...], answer: str) -> None:
    # the regulation of 2007 speaks of residents, and its text of 2022 was not seen: that is open
    some = [{"any_of": [ANY_OF_FOUR[0]["any_of"][at] for at in ids]}]
    assert judged(folder(tmp_path, {"conditions": some}), "JY-0401-R08").changes[0].allowed == answer


@pytest.mark.parametrize(
    ("item", "requirement"),
    [
        ({"conditions": [{"any_of": [{"id": "without-work"}]}]}, "JY-0401-R08"),
        ({"materials": [{"id": "unemployment-registration-form", "name": "失业人员登记表"}]}, "JY-0401-R03"),
        ({"conditions": [{"any_of": [{"id": "of-working-age"}]}, {"any_of": [{"id": "wants-work"}]}]}, "JY-0401-R08"),
        ({"materials": [{"name": "承诺书"}, {"name": "照片"}]}, "JY-0401-R03"),
        ({"materials": [{**ID, "by": "agency"}, {"name": "近期免冠照片"}]}, "JY-0401-R03"),
        ({"materials": [{**ID, "by": "agency"}, {"name": "本人银行卡"}]}, "JY-0401-R03"),
        ({"materials": [{"any_of": [{"id": "id-document"}, {"id": "social-security-card"}], "name": "身份证或社保卡", "copies": 3}]},
         "JY-0401-R03"),
    ],
)  # fmt: skip
def test_saying_less_or_asking_what_nobody_weighs_is_not_better(
    tmp_path: Path, item: dict[str, Any], requirement: str
) -> None:
    found = judged(folder(tmp_path, item), requirement)
    assert [(change.allowed, change.effect) for change in found.changes] in ([("yes", "none")], [("yes", "unknown")])
    assert stands(found) in ("within", "kept")


@pytest.mark.parametrize(
    "item",
    [
        {"materials": []},
        {"materials": [{**ID, "by": "agency"}]},
        {"materials": [{"any_of": [{"id": "id-document"}, {"id": "social-security-card"}], "name": "身份证或社保卡"}]},
    ],
)
def test_what_is_eased_in_words_is_better(tmp_path: Path, item: dict[str, Any]) -> None:
    assert verdict(folder(tmp_path, item), "JY-0401-R03")[:2] == ("yes", "better")


@pytest.mark.parametrize(
    "ids", [["natural-person"], ["natural-person", "employer"], ["natural-person", "legal-person"]]
)
def test_the_formal_code_of_the_column_says_nothing_of_groups(tmp_path: Path, ids: list[str]) -> None:
    links = [{"item": "JY-1001", "relation": "exact"}]
    place = folder(tmp_path, {"implements": links, "audience": [{"id": id} for id in ids]})
    assert verdict(place, "JY-1001-R02") == ("unsettled", "unknown", "formal")


@pytest.mark.parametrize(
    ("item", "requirement"),
    [
        ({"materials": [ID, {"name": "户口簿"}, {"name": "谁也没见过的材料"}]}, "JY-0401-R03"),
        ({"materials": [{"name": "结婚证"}, {"name": "谁也没见过的材料"}]}, "JY-0401-R03"),
        ({"conditions": [{"any_of": [{"id": "file-deposited"}]}, {"any_of": [{"text": "谁也没听过的条件"}]}]}, "JY-0401-R08"),
        ({"places": [{"id": "hukou-place"}]}, "JY-0401-R01"),
    ],
)  # fmt: skip
def test_what_is_more_for_certain_is_worse_in_every_reading(tmp_path: Path, item: Any, requirement: str) -> None:
    place = folder(tmp_path, item)
    found = judged(place, requirement)
    assert [(change.allowed, change.effect) for change in found.changes] == [("no", "worse")]
    told = [row for row in findings(place) if row["id"] == requirement]
    assert all(row["extra"]["effect"] == "worse" for row in told)
    rows = [
        each
        for each in diff(*pair("national", str(place), Workspace()), AS_OF).differences
        if each.requirement == requirement
    ]
    assert [(row.allowed, row.effect) for row in rows] == [("no", "worse")]
    assert stands(found) == "worse"


def test_one_fact_is_counted_once(tmp_path: Path) -> None:
    for text in ({"id": "local-hukou"}, {"text": "本市户籍"}, {"id": "local-hukou", "text": "本地户籍"}):
        place = folder(tmp_path, {"conditions": [{"any_of": [text]}]}, name=f"list-{len(text)}-{'id' in text}")
        assert [row["id"] for row in findings(place, "JY-0401-R07", "JY-0401-R08")] == ["JY-0401-R07"]


def test_terms_that_mean_the_same_are_the_same(tmp_path: Path) -> None:
    links = [{"item": "JY-0602", "relation": "exact"}]
    as_the_nation = [{"amount": 36, "bound": "max", "text": "3年"}, {"until": "retirement", "text": "至退休"}]
    for number, months in enumerate((as_the_nation, list(reversed(as_the_nation)))):
        place = folder(tmp_path, {"implements": links, "months": months}, name=f"list{number}")
        assert verdict(place, "JY-0602-R01", "2025-06-01")[:2] == ("yes", "none")
        assert verdict(place, "JY-0602-R01") == ("unsettled", "unknown", "basis_replaced"), "its document was replaced"
    one, other = ({"any_of": [{"text": "有劳动能力"}, {"text": "有就业要求"}]}, {"any_of": [{"text": "无业"}]})
    assert two(tmp_path / "a", {"conditions": [one, other]}, {"conditions": [other, one]}).json() == []
    swapped = {"any_of": list(reversed(one["any_of"]))}
    assert two(tmp_path / "b", {"conditions": [one]}, {"conditions": [swapped]}).json() == []


@pytest.mark.parametrize(
    ("limit", "allowed"),
    [
        ({"amount": 24, "unit": "hour"}, "yes"), ({"amount": 2, "unit": "hour"}, "yes"), ({"amount": 8, "unit": "hour"}, "yes"),
        ({"amount": 480, "unit": "hour"}, "no"),
    ],
)  # fmt: skip
def test_hours_are_decided_against_days(tmp_path: Path, limit: dict[str, Any], allowed: str) -> None:
    assert verdict(folder(tmp_path, {"promised_limit": [limit]}), "JY-0401-R02")[0] == allowed


@pytest.mark.parametrize(
    ("item", "requirement"),
    [
        ({"conditions": [{"any_of": [{"text": "年满16周岁至依法享受基本养老保险待遇"}]}]}, "JY-0401-R08"),
        ({"conditions": [{"any_of": [{"text": "城乡劳动者"}]}]}, "JY-0401-R08"),
        ({"conditions": [{"any_of": [{"text": "在劳动年龄内、有劳动能力、有就业要求、处于无业状态的城乡劳动者"}]}]}, "JY-0401-R08"),
        ({"conditions": [{"any_of": [{"text": "有劳动能力和就业意愿"}]}]}, "JY-0401-R08"),
        ({"places": [{"text": "户籍地、常住地、就业地或参保地"}]}, "JY-0401-R01"),
        ({"places": [{"text": "户籍地、常住地"}, {"text": "就业地和参保地"}]}, "JY-0401-R01"),
    ],
)  # fmt: skip
def test_official_wordings_are_matched(tmp_path: Path, item: dict[str, Any], requirement: str) -> None:
    assert verdict(folder(tmp_path, item), requirement)[0] == "yes"


def test_people_in_one_sentence_are_no_list_of_demands() -> None:
    wordings = national().registries.criteria.wordings
    ids = lambda text: [[each.id for each in line] for line in wordings.read(text)]  # noqa: E731
    assert ids("离校2年内未就业高校毕业生和16-24岁失业青年") == [["graduate-within-years", "unemployed-youth"]]
    assert ids("就业困难人员或毕业2年内高校毕业生") == [["hard-to-employ", "graduated-within-years"]]
    assert ids("有劳动能力和就业要求") == [["able-to-work"], ["wants-work"]]
    assert ids("法定劳动年龄内有劳动能力和就业意愿") == [["of-working-age"], ["able-to-work"], ["wants-work"]]
    assert ids("连续失业一年以上的高校毕业生") == [["unemployed-months"], ["graduate"]]
    assert ids("有劳动能力或就业要求和无业") == [] and ids("有劳动能力且身体健康") == []


def test_validate_diff_coverage_and_pages_say_the_same_of_every_real_list() -> None:
    nation, compared = national(), 0
    for root in roots(REPO / "provinces"):
        catalogue = load(root)
        judgements = conformance(catalogue, nation, AS_OF).judgements
        told = {
            (each.subject.path, each.requirement["id"], change.key): (change.allowed, change.effect)
            for each in judgements
            for change in each.changes
        }
        rows = [each for each in diff(*pair("national", str(root), Workspace()), AS_OF).differences if each.requirement]
        for row in rows:
            subject = row.path.removesuffix(f".{row.element}").partition(f".{row.element}")[0]
            assert told[subject, row.requirement, row.key] == (row.allowed, row.effect), row.path
            compared += 1
        for each in judgements:
            answers = {change.allowed for change in each.changes}
            word = stands(each)
            assert word != "worse" or "no" in answers
            assert word not in ("better", "kept", "within") or answers == {"yes"}
    assert compared > 60


def test_coverage_counts_what_validate_judged(tmp_path: Path) -> None:
    place = folder(tmp_path, {"materials": [ID, {"name": "户口簿"}, {"name": "谁也没见过的材料"}]})
    told = run("coverage", place, "--as-of", AS_OF, "--format", "json").out
    (column,) = json.loads(told)["columns"]
    assert column["summary"]["word"] == "not_met"
    assert column["summary"]["counts"]["effects"]["worse"] == 1
