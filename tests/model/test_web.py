"""Web addresses as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qingdan.model.web import meant, problem

SOUND = (
    "https://a.gov.cn", "https://a.gov.cn/x", "HTTPS://A.GOV.CN:8080/X?a=1|2#/b", "http://59.202.1.1:8080/x", "https://政务.中国/x",
    "https://a.gov.cn/搜索?q=失业", "https://a.gov.cn/login?redirect=https://b.gov.cn/y", "https://a.gov.cn/html/1//2/1.html",
    "https://zh.wikipedia.org/wiki/A_(B)", "https://hrss.shili.example/", "https://a_b.gov.cn/x,y.html", "https://a.gov.cn/#/u@1",
    "https://web.archive.org/web/2020/https://a.gov.cn/", "https://xn--fiqs8s.cn/",
)  # fmt: skip


@pytest.mark.parametrize("address", SOUND)
def test_addresses_that_can_be_opened(address: str) -> None:
    assert problem(address) == "" and meant(address) == ("", False)


@pytest.mark.parametrize(
    ("address", "wrong", "right", "certain"),
    [
        ("https://a.gov.cn/x，https://b.gov.cn/y。", "several", "", False),
        ("https://a.gov.cn/x;https://b.gov.cn", "several", "", False),
        ("https://a.gov.cnhttps://b.gov.cn", "several", "", False),
        ("https://a.gov.cn/x https://b.gov.cn/y", "several", "", False),
        ("https://a.gov.cn/x。", "around", "https://a.gov.cn/x", True),
        ("《https://a.gov.cn》", "around", "https://a.gov.cn", True),
        ("https://a.gov.cn/x)", "around", "https://a.gov.cn/x", True),
        ("官网：https://a.gov.cn/x", "around", "https://a.gov.cn/x", False),
        ("https://a.gov.cn/x（首页）", "inside", "https://a.gov.cn/x", False),
        ("https://www.a.gov。cn/x", "inside", "https://www.a.gov.cn/x", False),
        ("https://a.gov.cn/x\\y", "inside", "", False),
        ("https://a.gov.cn/ x", "space", "https://a.gov.cn/x", False),
        ("https://a.gov.cn/x...", "cut", "", False),
        ("https://a.gov.cn/x…", "cut", "", False),
        ("www.a.gov.cn", "scheme", "", False),
        ("a.gov.cn/x", "scheme", "", False),
        ("https：//a.gov.cn", "scheme", "https://a.gov.cn", True),
        ("https:/a.gov.cn", "scheme", "https://a.gov.cn", True),
        ("http:\\\\a.gov.cn", "scheme", "http://a.gov.cn", True),
        ("hhtps://a.gov.cn", "scheme", "https://a.gov.cn", False),
        ("javascript:alert(1)", "other_scheme", "", False),
        ("ftp://a.gov.cn", "other_scheme", "", False),
        ("https://12333.gov.cn@b.example/", "userinfo", "", False),
        ("https://u:p@a.gov.cn/", "userinfo", "", False),
        ("https://", "host", "", False),
        ("https:///x", "host", "", False),
        ("https://localhost/x", "host", "", False),
        ("https://a..gov.cn/", "host", "", False),
        ("https://www.a.gov,cn/", "host", "", False),
        ("https://a.gov.cn办事指南", "host", "https://a.gov.cn", False),
        ("http://1.2.3/", "host", "", False),
        ("https://a.gov.cn:99999/", "port", "", False),
        ("https://a.gov.cn:/x", "port", "", False),
        ("http://192.168.1.1/", "private", "", False),
        ("http://10.1.2.3:8080/bs", "private", "", False),
        ("支付宝小程序", "none", "", False),
        ("/x/y", "none", "", False),
    ],
)  # fmt: skip
def test_addresses_that_cannot_and_what_was_meant(address: str, wrong: str, right: str, certain: bool) -> None:
    assert problem(address) == wrong and meant(address) == (right, certain)


@given(st.text(max_size=40), st.sampled_from(SOUND), st.text(max_size=10))
def test_what_is_proposed_can_be_opened(before: str, address: str, behind: str) -> None:
    for text in (before, before + address + behind, address + behind):
        right, _ = meant(text)
        assert not right or problem(right) == ""
