"""A limit whose text speaks of more time than its number is not praised for the number."""

from __future__ import annotations

from pathlib import Path

import pytest

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
