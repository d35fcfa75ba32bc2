"""Conditions as places print them: whole sentences, open lists, ages, and their own names in them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from qingdan.loading.opening import national
from qingdan.model.registry import plain
from qingdan.model.wording import at_home
from tests.cases.lists import folder, verdict

FOUR = ["法定劳动年龄内", "有劳动能力", "有就业要求", "处于无业状态"]
READ: list[tuple[str, list[list[tuple[str, int | None]]]]] = [
    ("女40男50周岁以上", [[("women-age-at-least", 40), ("men-age-at-least", 50)]]),
    ("女满45、男满55周岁及以上", [[("women-age-at-least", 45), ("men-age-at-least", 55)]]),
    ("男性年满50周岁或女性年满40周岁", [[("men-age-at-least", 50), ("women-age-at-least", 40)]]),
    ("男50女40", []),  # from when on, or up to: it does not say
    ("男满50、男满55周岁", []),
    ("依法参加失业保险并足额缴费、正常经营", [[("insured-in-full", None)], [("operating-normally", None)]]),
    ("上年度未裁员或裁员率不高于规定", [[("layoff-rate-low", None)]]),
    ("30人（含）以下的参保企业裁员率不高于参保职工总数20%", [[("small-unit-layoff-percent", 20)]]),
    ("距营业执照取得不超过2年", [[("licence-within-months", 24)]]),
    ("退役军人等", [[("veteran", None), ("", None)]]),
    ("刑满释放、其他人员", [[("released-prisoner", None), ("", None)]]),
    ("有劳动能力、就业要求等", [[("able-to-work", None)], [("wants-work", None)], [("", None)]]),
    ("其他情形", [[("", None)]]),
    ("就业机会均等", []),
    ("军人退出现役且未纳入国家统一安置的", [[("discharged-not-placed", None)]]),
]  # fmt: skip
#: The scope of registration as the regulation of 2007 lists it and places print it, and what places make of it.
SCOPE = [
    "年满16周岁，从各类学校毕业、肄业的", "从企业、机关、事业单位等各类用人单位失业的",
    "个体工商户业主或私营企业业主停业、破产停止经营的", "承包土地被征用，符合当地规定条件的", "军人退出现役且未纳入国家统一安置的",
    "刑满释放、假释、监外执行的",
]  # fmt: skip


@pytest.mark.parametrize(("text", "lines"), READ, ids=[text for text, _ in READ])
def test_a_printed_condition_is_read(text: str, lines: list[list[tuple[str, int | None]]]) -> None:
    found = national().registries.criteria.wordings.read(plain(text))
    assert [[(each.id, each.value) for each in line] for line in found] == lines


def registration(*texts: str, **more: Any) -> dict[str, Any]:
    """失业登记 with conditions."""
    return {"conditions": [{"any_of": [{"text": text}]} for text in texts], **more}


def test_the_scope_that_the_regulation_lists_is_no_accusation(tmp_path: Path) -> None:
    each = registration(*FOUR, *SCOPE)
    assert verdict(folder(tmp_path, each, name="each"), "JY-0401-R08")[:2] == ("unsettled", "unknown")
    any_of = registration(*FOUR)
    any_of["conditions"].append({"any_of": [{"text": text} for text in SCOPE]})
    assert verdict(folder(tmp_path, any_of, name="any"), "JY-0401-R08")[::2] == ("unsettled", "tolerated")
    more = registration(*FOUR, *SCOPE, "在本地连续居住满6个月")
    assert verdict(folder(tmp_path, more, name="more"), "JY-0401-R08") == ("no", "worse", "asks_more")


@pytest.mark.parametrize("text", ["杭州户籍", "具有杭州市户籍", "户籍在杭州市", "浙江省户籍"])
def test_a_place_that_writes_its_own_name_means_itself(text: str, tmp_path: Path) -> None:
    assert verdict(at_hangzhou(folder(tmp_path, registration(*FOUR, text))), "JY-0401-R07")[0] == "no"


@pytest.mark.parametrize("text", ["宁波户籍", "非杭州市户籍", "杭州户籍和外地户籍", "杭州户籍、外地户籍均可"])
def test_another_place_is_not_itself(text: str, tmp_path: Path) -> None:
    assert verdict(at_hangzhou(folder(tmp_path, registration(*FOUR, text))), "JY-0401-R07")[0] == "unsettled"


def at_hangzhou(place: Path) -> Path:
    """The list, its items offered in 杭州市 instead of by the province."""
    items = (place / "items" / "one.yaml").read_text("utf-8")
    rows = items.partition("items:\n")[2].replace("  name:", "  status: own\n  name:")
    (place / "items" / "one.yaml").write_text("schema: items/1\nitems: []\n", "utf-8")
    (place / "localities").mkdir()
    head = 'schema: locality/1\narea: "330100"\nlevel: prefecture\nname: 杭州市\nkind: list\n'
    (place / "localities" / "330100.yaml").write_text(f"{head}items:\n{rows}", "utf-8")
    return place


def test_the_longest_name_goes_first() -> None:
    assert at_home("西安市户籍、西安户籍", ("西安", "西安市")) == "本地户籍、本地户籍"
