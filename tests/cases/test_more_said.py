"""A limit whose text speaks of more time than its number, or a free service with costs, is not praised."""

from __future__ import annotations

from pathlib import Path

import pytest

from qingdan.reporting.saying import say
from tests.cases.lists import folder, verdict


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("3个工作日", "yes"), ("原则上3个工作日", "yes"), ("3个工作日，不含公示7天", "yes"), ("30个工作日内承诺3个工作日（法定30个）", "yes"),
        ("由20个工作日压缩至3个工作日", "yes"), ("3个工作日，不延长", "yes"), ("以上材料齐全后3个工作日", "yes"), ("３个工作日", "yes"),
        ("3个工作日（特殊情况延长至10个工作日）", "unsettled"), ("3个工作日，情况复杂的可延长", "unsettled"), ("不少于3个工作日", "unsettled"),
        ("3个工作日以上", "unsettled"), ("受理后3个工作日内审核，再5个工作日发证", "unsettled"), ("每月集中办理，3个工作日", "unsettled"),
        ("下月3个工作日内", "unsettled"), ("3个工作日，需调查核实的一个月", "unsettled"), ("3个工作日左右", "unsettled"),
    ],
)  # fmt: skip
def test_more_time_in_the_text_leaves_it_open(text: str, answer: str, tmp_path: Path) -> None:
    limit = {"amount": 3, "unit": "working_day", "text": text, "start": "application-received"}
    assert verdict(folder(tmp_path, {"promised_limit": [limit]}), "JY-0401-R02")[0] == answer


def test_the_text_is_told_where_it_says_more() -> None:
    text = "3个工作日（特殊情况延长至10个工作日）"
    assert say([{"amount": 3, "unit": "working_day", "text": text}], "en", element="promised_limit") == text
    assert say({"charged": "no", "text": "免费（证书工本费5元）"}, "zh", element="fee") == "免费（证书工本费5元）"


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("免费", "yes"), ("不收费，快递费自理", "yes"), ("免收工本费5元", "yes"), ("免费（原收工本费5元）", "yes"), ("不收取任何费用", "yes"),
        ("免费（证书工本费5元）", "unsettled"), ("免费，加急收费20元", "unsettled"), ("首次免费，补办另收工本费", "unsettled"), ("免费，须交押金", "unsettled"),
    ],
)  # fmt: skip
def test_costs_beside_a_free_service_leave_it_open(text: str, answer: str, tmp_path: Path) -> None:
    item = {"fee": {"charged": "no", "text": text}, "implements": [{"item": "JY-0403", "relation": "exact"}]}
    assert verdict(folder(tmp_path, item), "JY-0403-R02")[0] == answer
