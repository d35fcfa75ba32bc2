"""Inputs as city and county guides may print them, on each of which something untrue was once said."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from qingdan.loading.opening import known_divisions, national
from qingdan.model.registry import plain
from tests.cases.lists import folder, verdict

FOUR = ["在法定劳动年龄内", "有劳动能力", "有就业要求", "处于无业状态"]
ID = {"name": "身份证"}


def conditions(*texts: str) -> dict[str, Any]:
    """An item with conditions as printed."""
    return {"conditions": [{"any_of": [{"text": text}]} for text in texts]}


@pytest.mark.parametrize(
    ("text", "requirement", "answer"),
    [
        ("，".join(FOUR) + "，连续失业一年以上或残疾人", "JY-0401-R08", "unsettled"),
        ("在法定劳动年龄内，本地户籍或在本地参保满6个月", "JY-0401-R07", "unsettled"),
        ("超过法定劳动年龄", "JY-0401-R08", "unsettled"),
        ("本市户籍人员和常住人员", "JY-0401-R07", "yes"), ("本地户籍、本地常住", "JY-0401-R07", "yes"),
        ("本地户籍、本地常住、在本地就业、在本地参保人员", "JY-0401-R08", "yes"),
        ("本地户籍；本地常住；在本地就业；在本地参保的", "JY-0401-R08", "yes"),
        ("本地户籍且在本地参保", "JY-0401-R07", "no"), ("有劳动能力、本市户籍", "JY-0401-R07", "no"),
        ("本县户籍", "JY-0401-R07", "no"), ("参保满1年", "JY-0401-R07", "unsettled"),
    ],
)  # fmt: skip
def test_and_and_or_of_conditions(text: str, requirement: str, answer: str, tmp_path: Path) -> None:
    assert verdict(folder(tmp_path, conditions(text)), requirement)[0] == answer


@pytest.mark.parametrize(
    ("entry", "answer"),
    [
        ({"id": "without-work", "text": "登记失业"}, "unsettled"), ({"id": "registered-unemployed", "text": "失业"}, "unsettled"),
        ({"id": "without-work", "text": "失业"}, "yes"), ({"id": "of-working-age", "text": "超过法定劳动年龄"}, "unsettled"),
    ],
)  # fmt: skip
def test_words_that_ask_more_or_less_than_their_id(entry: dict[str, str], answer: str, tmp_path: Path) -> None:
    item = conditions(*FOUR[:3]) | {}
    item["conditions"].append({"any_of": [entry]})
    assert verdict(folder(tmp_path, item), "JY-0401-R08")[0] == answer


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("残疾人；低保人员；零就业家庭成员", 1), ("高校毕业生。退役军人", 1), ("残疾人且低保人员", 2), ("有劳动能力；有就业要求", 2),
        ("有劳动能力；残疾人；低保人员", 0), ("本地户籍等", 1),
    ],
)  # fmt: skip
def test_people_told_in_a_sentence_each_are_either(text: str, lines: int) -> None:
    assert len(national().registries.criteria.wordings.read(plain(text))) == lines


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("符合领取失业保险金条件的", "unsettled"), ("终止或解除劳动关系", "yes"), ("参保1年以上", "unsettled"),
        ("失业保险累计缴费满12个月（不含补缴）", "unsettled"),
    ],
)  # fmt: skip
def test_the_conditions_of_the_benefit_in_other_words(text: str, answer: str, tmp_path: Path) -> None:
    item = {**conditions(text), "name": "失业保险金申领", "implements": [{"item": "JY-1101", "relation": "exact"}]}
    assert verdict(folder(tmp_path, item), "JY-1101-R06")[0] == answer


@pytest.mark.parametrize(
    "words",
    [
        "毕业证书（免于提交）", "毕业证书（联网核查）", "毕业证书（书面承诺即可）", "毕业证书（不需要）", "毕业证书（无需）", "毕业证书（窗口代查）",
        "毕业证书（不得要求提供）", "毕业证书（若有）",
    ],
)  # fmt: skip
def test_a_paper_that_need_not_be_brought_is_no_accusation(words: str, tmp_path: Path) -> None:
    assert verdict(folder(tmp_path, {"materials": [ID, {"name": words}]}), "JY-0401-R04")[0] == "unsettled"


@pytest.mark.parametrize(
    "paper",
    [
        {"name": "身份证", "note": "需携带离职证明原件"}, {"name": "身份证", "form": "原件及户口簿复印件"}, {"name": "身份证（同时提供户口簿）"},
        {"name": "失业人员登记表（附毕业证书复印件）"}, {"name": "身份证", "accepted_if": "非本市户籍需提供居住证"},
    ],
)  # fmt: skip
def test_papers_named_beside_another_are_not_passed_over(paper: dict[str, str], tmp_path: Path) -> None:
    papers = [paper] if paper["name"].startswith("身份证") else [ID, paper]
    assert verdict(folder(tmp_path, {"materials": papers}), "JY-0401-R03")[0] == "unsettled"


def test_a_paper_with_an_entry_of_its_own_is_named_beside_another_in_vain(tmp_path: Path) -> None:
    papers = [{"name": "代办人身份证", "when": "代办", "necessity": "conditional", "note": "与委托书一起交"},
              {"name": "委托书", "when": "代办", "necessity": "conditional"}, ID]  # fmt: skip
    change = verdict(folder(tmp_path, {"materials": papers}), "JY-0401-R04")
    assert change[2] != "names_more"


@pytest.mark.parametrize(
    "name",
    ["网上：无", "网上办理（暂无）", "网上不可办", "非网上办理", "网上办理（即将上线）", "网上办理（筹建中）", "网上查询", "网上（仅受理就业登记）"],
)  # fmt: skip
def test_a_channel_that_is_not_open_is_none(name: str, tmp_path: Path) -> None:
    channels = [{"kind": "counter", "name": "窗口"}, {"kind": "online", "name": name}]
    assert verdict(folder(tmp_path, {"channels": channels}), "JY-0401-R06")[0] == "unsettled"


@pytest.mark.parametrize(
    "channel",
    [
        {"hours": "工作日9:00—17:00，节假日不办理"}, {"hours": "11:30停止取号"}, {"hours": "17:00关闭"}, {"name": "线下线上大厅"},
        {"name": "建设中路政务服务中心窗口"},
    ],
)  # fmt: skip
def test_hours_and_addresses_close_nothing(channel: dict[str, str], tmp_path: Path) -> None:
    channels = [{"kind": "counter", "name": "窗口", **channel}, {"kind": "online", "name": "网上办理"}]
    assert verdict(folder(tmp_path, {"channels": channels}), "JY-0401-R06")[0] == "yes"


def test_a_short_name_that_another_place_bears_is_not_the_place() -> None:
    divisions = known_divisions()
    assert {"河北区", "天津市", "天津"} <= divisions.names_here("120105") and "河北" not in divisions.names_here(
        "120105"
    )
    assert {"杭州", "杭州市", "浙江", "浙江省"} <= divisions.names_here("330100")
