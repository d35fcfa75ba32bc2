"""Materials that nobody could prepare; channels and visits; audience."""

from __future__ import annotations

import pytest
from tests.rules.support import alone, check, head, item, items


@pytest.mark.parametrize(
    "name",
    [
        "其他材料",
        "其他需要提交的资料",
        "相关证明材料",
        "其他有关个人证明材料",
        "其它相关资料",
        "经办机构认为需要的其他材料",
        "有关证明",
    ],
)
def test_a_catch_all_is_seen(name: str) -> None:
    assert len(alone("MAT001", f"materials: [{{name: {name}}}]")) == 1


@pytest.mark.parametrize(
    "name",
    [
        "就业困难人员相关证明材料", "依据档案记载出具相关证明", "身份证", "其他证明原身份的证明", "营业执照或其他登记证书",
        "与单位的劳动关系证明", "相关人员花名册", "证明材料目录",
    ],
)  # fmt: skip
def test_a_paper_that_is_named_is_no_catch_all(name: str) -> None:
    assert alone("MAT001", f"materials: [{{name: {name}}}]") == []


@pytest.mark.parametrize("more", ["necessity: optional", "by: agency"])
def test_what_need_not_be_brought_is_not_asked(more: str) -> None:
    assert alone("MAT001", f"materials: [{{name: 其他材料, {more}}}]") == []


def test_a_visit_through_one_channel_does_not_speak_against_full_depth() -> None:
    visits = "visits: [{amount: 1, channel: counter}, {amount: 0, channel: website}]"
    assert alone("CHN001", f"online: {{depth: level-4}}\n{visits}") == []


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ("channels: [{kind: counter}]", True),
        ("channels: [{kind: app}]", False),
        ("channels: [{name: 某处}]", False),
        ("channels: [{kind: counter}]\nknown_in_part: [channels]", False),
        ("channels: [{kind: counter}]\nresult: {by_post: 'yes'}\n", False),
        ("channels: [{kind: counter}]\napplies: without_application", False),
        ("", False),
    ],
)
def test_no_visit_needs_another_way_where_the_channels_are_known(more: str, found: bool) -> None:
    assert bool(alone("CHN002", f"visits: [{{amount: 0}}]\n{more}")) is found


@pytest.mark.parametrize(
    "more",
    [
        "contact: {address: 某路1号}", "accepted_at: [{id: county-agency}]", "applies: without_application",
        "known_in_part: [all]", "implements: [{item: JY-0401}]", "centre: {hall: 政务中心}",
    ],
)  # fmt: skip
def test_a_counter_that_may_be_there_is_not_missed(more: str) -> None:
    lines = "audience: [{id: natural-person}]\nchannels: [{kind: website}]\n"
    assert len(alone("CHN003", lines)) == 1
    assert alone("CHN003", lines + more) == []


def test_an_archive_is_not_asked_for_a_counter() -> None:
    lines = "audience: [{id: natural-person}]\nchannels: [{kind: website}]"
    assert check("CHN003", head("archive") + items(item(lines))) == []


def test_an_item_for_companies_needs_no_counter() -> None:
    assert alone("CHN003", "audience: [{id: enterprise}]\nchannels: [{kind: website}]") == []


def test_a_requirement_on_places_speaks_for_itself() -> None:
    assert len(alone("AUD001", "places: [{id: hukou-place}]")) == 1
    assert alone("AUD001", "places: [{id: hukou-place}]\nimplements: [{item: JY-0401}]") == []


def test_employers_are_missed_only_where_every_item_says_whom_it_serves() -> None:
    served = item("audience: [{id: natural-person}]")
    silent = item(id="A-02", name="招聘会")
    assert len(check("AUD002", head() + items(served))) == 1
    assert check("AUD002", head() + items(served, silent)) == []
