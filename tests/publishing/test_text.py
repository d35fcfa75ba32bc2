"""What of a text becomes a link, and what must not."""

from __future__ import annotations

import pytest

from qingdan.publishing.text import phones, web_link


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("电话0571-88396764，投诉12333", ["tel:057188396764", "tel:12333"]),
        ("13800138000、400-123-4567", ["tel:13800138000", "tel:4001234567"]),
        ("一次性补贴12345元", []),
        ("12333.50元、1,12345元、13800138000 元", []),
        ("共12345人", []),
    ],
)
def test_a_sum_is_no_telephone(text: str, numbers: list[str]) -> None:
    assert [run.href for run in phones(text, live=True) if run.href] == numbers
    assert "".join(run.text for run in phones(text, live=True)) == text


@pytest.mark.parametrize(
    "url",
    [
        "https://www.gov.cn@evil.example/", "https://evil.example\\@www.gov.cn/", "https://evil.example\\.gov.cn/",
        "javascript:alert(1)", "data:text/html,x", "//evil.example/", "https://", "https://a b/",
    ],
)  # fmt: skip
def test_an_address_that_looks_like_another_is_no_link(url: str) -> None:
    assert web_link(url) == ""


def test_an_address_of_the_web_is_a_link() -> None:
    assert web_link(" https://hrss.zj.gov.cn/a?b=1#c ") == "https://hrss.zj.gov.cn/a?b=1#c"
