"""Names of papers as they are printed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from qingdan.loading.opening import national
from tests.cases.lists import findings, folder, judged, two, verdict

PAPERS = national().registries.evidence
ID = {"id": "id-document", "name": "有效身份证件"}


@pytest.mark.parametrize(
    ("name", "grouping", "ids"),
    [
        # one paper with form words, place, owner
        ("身份证复印件", "one", ["id-document"]), ("身份证原件及复印件", "one", ["id-document"]),
        ("失业人员登记表（一式两份）", "one", ["unemployment-registration-form"]), ("户口本关键页", "one", ["household-register"]),
        ("长沙市失业登记申请表", "one", ["application-form"]), ("本人有效期内的身份证原件", "one", ["id-document"]),
        ("身份证（正反面）复印件2份", "one", ["id-document"]), ("毕业证书（应届毕业生）", "one", ["diploma"]),
        ("营业执照副本复印件（加盖公章）", "one", ["business-licence"]), ("与用人单位签订的劳动合同", "one", ["labour-contract"]),
        ("街道出具的居住证明", "one", ["residence-proof"]), ("解除劳动关系证明书", "one", ["labour-termination-proof"]),
        ("近期免冠一寸彩色照片2张", "one", ["photo"]), ("湖北省残疾人证", "one", ["disability-certificate"]),
        ("与单位签订的聘用（劳动）合同", "one", ["labour-contract"]), ("居民身份证或者身份证", "one", ["id-document"]),
        ("就（失）业登记表复印件", "one", ["employment-certificate-form"]), ("身份证号码（原件）", "one", ["id-number"]),
        # several
        ("身份证及户口簿", "all", ["id-document", "household-register"]), ("户口簿及身份证", "all", ["household-register", "id-document"]),
        ("身份证、结婚证", "all", ["id-document", "marriage-certificate"]), ("毕业证和学位证复印件", "all", ["diploma", "degree"]),
        ("申请人及配偶身份证", "all", ["id-document", "spouse-id-document"]),
        ("有效身份证件和无犯罪记录证明", "all", ["id-document", ""]),
        ("身份证或社会保障卡", "any", ["id-document", "social-security-card"]), ("身份证/护照", "any", ["id-document", "passport"]),
        ("残疾人证、低保证（任选其一）", "any", ["disability-certificate", "low-income-certificate"]),
        ("结（离）婚证", "any", ["marriage-certificate", "divorce-certificate"]),
        ("低收入困难家庭或低保家庭证明", "any", ["low-income-family-proof", "low-income-certificate"]),
        ("本人身份证和户口簿原件及复印件", "all", ["id-document", "household-register"]),
        ("有效身份证件（身份证、护照等）", "one", ["id-document"]), ("就业失业登记证（就业创业证）", "one", ["employment-certificate"]),
        ("聘用（劳动）合同、身份证", "all", ["labour-contract", "id-document"]),
        ("有效身份证件（身份证、护照等）和户口簿", "all", ["id-document", "household-register"]),
        ("身份证及长沙市居住证", "all", ["id-document", "residence-permit"]),
        ("照片或村委会出具的居住证明", "any", ["photo", "residence-proof"]),
        ("村委会或居委会出具的居住证明", "one", ["residence-proof"]),
        # nobody can say
        ("居民身份证（社会保障卡）", "mixed", ["id-document", "social-security-card"]),
        ("身份证、户口簿或居住证", "mixed", ["id-document", "household-register", "residence-permit"]),
        # none of them
        ("户口簿首页及本人页或2寸照片", "one", [""]),
        ("终止或解除劳动关系证明", "one", ["labour-termination-proof"]), ("社区盖章的某种材料", "one", [""]),
    ],
)  # fmt: skip
def test_a_printed_name_is_taken_apart(name: str, grouping: str, ids: list[str]) -> None:
    printed = PAPERS.printed(name)
    assert (printed.grouping, [paper.id for paper in printed.papers]) == (grouping, ids)


JOINT = [
    "身份证及户口簿",
    "户口簿及身份证",
    "身份证、结婚证",
    "身份证和毕业证复印件",
    "有效身份证件和无犯罪记录证明",
    "身份证以及居住证",
]


@pytest.mark.parametrize("name", JOINT)
@pytest.mark.parametrize("id", ["id-document", ""])
def test_two_papers_in_one_entry_are_told_and_never_met(tmp_path: Path, name: str, id: str) -> None:
    place = folder(tmp_path, {"materials": [{**({"id": id} if id else {}), "name": name}]})
    (found,) = findings(place, "MAT006")
    assert found["fix"]["safe"] is False
    allowed, effect, _ = verdict(place, "JY-0401-R03")
    assert allowed != "yes" and effect != "better"


@pytest.mark.parametrize("flow", [True, False])
def test_the_fix_splits_them(tmp_path: Path, flow: bool) -> None:
    place = folder(tmp_path, {"materials": [{"id": "id-document", "name": "身份证及户口簿", "by": "applicant"}]})
    file = place / "items" / "one.yaml"
    text = file.read_text("utf-8")
    if flow:
        start = text.index("  materials:")
        text = text[:start] + "  materials: [{id: id-document, name: 身份证及户口簿, by: applicant}]\n"
        file.write_text(text, "utf-8")
    (found,) = findings(place, "MAT006")
    (edit,) = found["fix"]["edits"]
    where = edit["location"]
    lines = text.split("\n")
    at = lambda line, column: sum(len(each) + 1 for each in lines[: line - 1]) + column - 1  # noqa: E731
    start, end = at(where["line"], where["column"]), at(where["end_line"], where["end_column"])
    file.write_text(text[:start] + edit["text"] + text[end:].replace(edit["text"], "", 0), "utf-8")
    assert (
        findings(place, "MAT006") == []
        and [row["id"] for row in findings(place) if row["id"][:3] in ("RED", "STR")] == []
    )
    assert verdict(place, "JY-0401-R03")[:2] == ("no", "worse")


@pytest.mark.parametrize(
    "name", ["身份证或社会保障卡", "《居民身份证》或《居住证》", "身份证/户口簿", "身份证、护照（任一）"]
)
def test_alternatives_are_offered_and_decided_when_taken(tmp_path: Path, name: str) -> None:
    place = folder(tmp_path, {"materials": [{"name": name}]})
    (found,) = findings(place, "MAT007")
    assert "any_of" in found["fix"]["edits"][0]["text"]
    assert verdict(place, "JY-0401-R03") == ("unsettled", "unknown", "alternatives")
    options = [{"id": paper.id, "text": paper.text} for paper in PAPERS.printed(name).papers]
    taken = folder(tmp_path, {"materials": [{"name": name, "any_of": options}]}, name="taken")
    assert findings(taken, "MAT007") == [] and verdict(taken, "JY-0401-R03")[0] == "yes"


@pytest.mark.parametrize(
    ("item", "requirement"),
    [
        ({"name": "港澳台居民失业登记", "audience": [{"id": "hk-macao-taiwan"}], "materials": [{"name": "港澳台居民居住证"}]}, "JY-0401-R03"),
        ({"audience": [{"id": "hk-macao-taiwan"}], "materials": [{"name": "台胞证"}]}, "JY-0401-R03"),
        ({"audience": [{"id": "foreigners"}], "materials": [{"name": "护照"}]}, "JY-0401-R03"),
        ({"audience": [{"id": "soldiers"}], "materials": [{"name": "军官证"}]}, "JY-0401-R03"),
    ],
)  # fmt: skip
def test_the_identity_document_of_those_who_are_served_is_the_identity_document(
    tmp_path: Path, item: dict[str, Any], requirement: str
) -> None:
    place = folder(tmp_path, item)
    assert verdict(place, requirement)[0] == "yes" and findings(place, requirement) == []


@pytest.mark.parametrize("paper", ["军官证", "港澳台居民居住证", "护照"])
def test_where_nobody_says_whom_it_serves_nobody_is_accused(tmp_path: Path, paper: str) -> None:
    place = folder(tmp_path, {"materials": [{"name": paper}]})
    assert verdict(place, "JY-0401-R03")[0] == "unsettled"


@pytest.mark.parametrize(
    ("paper", "found"),
    [
        ({"form": "原件", "copies": 1}, 0), ({"form": "电子证照", "copies": 1}, 0), ({"form": "原件或复印件"}, 0),
        ({"form": "原件（不收复印件）"}, 0), ({"copies": 1}, 0), ({"form": "无需复印件"}, 0), ({"form": "复印件或电子件均可"}, 0),
        ({"form": "原件及复印件"}, 1), ({"form": "复印件1份"}, 1), ({"name": "身份证复印件"}, 1),
    ],
)  # fmt: skip
def test_a_copy_is_asked_for_where_it_is(tmp_path: Path, paper: dict[str, Any], found: int) -> None:
    place = folder(tmp_path, {"materials": [{**ID, **paper}]})
    assert len(findings(place, "MAT005")) == found


@pytest.mark.parametrize("name", ["毕业证书", "终止劳动关系证明", "解除劳动合同证明"])
def test_what_is_printed_as_not_always_needed_may_be_asked_in_some_cases(tmp_path: Path, name: str) -> None:
    id = PAPERS.resolve(None, name) or "labour-termination-proof"
    paper = {"id": id, "name": PAPERS.names[id], "necessity": "optional"}
    place = folder(tmp_path, {"materials": [ID, paper]})
    assert verdict(place, "JY-0401-R04") == ("unsettled", "unknown", "optional")
    assert verdict(place, "JY-0401-R03")[0] == "unsettled"
    assert findings(place, "JY-0401-R03", "JY-0401-R04") == []


def test_of_five_forbidden_proofs_all_are_named_or_told_as_unmatched_and_each_once(tmp_path: Path) -> None:
    names = ["毕业证书", "学位证书", "档案", "某种原身份手续", "另一种经历材料"]
    place = folder(tmp_path, {"materials": [ID, *({"name": name} for name in names)]})
    told = findings(place, "JY-0401-R03", "JY-0401-R04", "CNF001")
    for name in names:
        (row,) = [row for row in told if name in row["message"].replace("学历", "")]
        assert row["id"] == ("JY-0401-R04" if PAPERS.resolve(None, name) else "CNF001")
    assert judged(place, "JY-0401-R04").changes[0].allowed == "no"


@pytest.mark.parametrize(
    "name",
    ["重庆市失业登记申请表", "个人基本信息", "技能提升补贴个人申请表", "XX市就业困难人员认定申报表", "本人联系电话"],
)
def test_a_form_or_data_filled_in_is_no_paper(tmp_path: Path, name: str) -> None:
    place = folder(tmp_path, {"materials": [ID, {"name": name}]})
    assert findings(place, "CNF001", "REF016") == [] and verdict(place, "JY-0401-R03")[0] == "yes"


@pytest.mark.parametrize("paper", ["护照", "户口簿"])
def test_a_paper_that_is_asked_no_longer_of_everybody_is_better(paper: str, tmp_path: Path) -> None:
    always, optional = ({"materials": [{"name": paper, "necessity": each}]} for each in ("required", "optional"))
    assert [row["effect"] for row in two(tmp_path, always, optional).json()] == ["better"]
