"""A paper that need not be brought, by the words beside it, is neither an accusation of the office nor sent for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from qingdan.publishing.cells import always_asked
from qingdan.values.unasked import unasked
from tests.cases.lists import findings, folder, verdict

ID = {"name": "身份证"}
OPEN: list[dict[str, Any]] = [
    {"name": "户口簿（无需提交）"}, {"name": "户口簿（免交）"}, {"name": "户口簿（不再要求提供）"}, {"name": "户口簿（已取消）"},
    {"name": "户口簿（系统可查的免提交）"}, {"name": "户口簿（部门共享获取，无需群众提供）"}, {"name": "户口簿[数据共享]"},
    {"name": "户口簿（网上核验）"}, {"name": "户口簿（如有）"}, {"name": "户口簿（告知承诺后可不提交）"}, {"name": "户口簿", "source": "数据共享"},
    {"name": "户口簿", "note": "免提交"}, {"name": "户口簿", "form": "后台核查，不用带"},
    {"id": "household-register", "name": "户口簿（无需提交）"},
    {"id": "household-register", "name": "户口簿（无需提交）", "necessity": "required", "by": "applicant"},
]  # fmt: skip
ASKED: list[dict[str, Any]] = [
    {"name": "户口簿"}, {"name": "户口簿（原件核验）"}, {"name": "户口簿（首页、本人页）"}, {"name": "户口簿", "form": "原件，窗口核验后退还"},
    {"name": "户口簿（不收复印件）"}, {"name": "户口簿", "source": "公安部门核发"}, {"name": "户口簿", "by": "applicant", "note": "网上办理的共享"},
    {"name": "户口簿", "necessity": "conditional", "when": "家庭成员办理", "note": "信息已共享的可不提供"},
]  # fmt: skip


@pytest.mark.parametrize("paper", OPEN, ids=str)
def test_words_that_a_paper_need_not_be_brought_leave_it_open(paper: dict[str, Any], tmp_path: Path) -> None:
    place = folder(tmp_path, {"materials": [ID, paper]})
    assert verdict(place, "JY-0401-R03")[:2] == ("unsettled", "unknown")
    assert not always_asked(paper)  # type: ignore[arg-type]


@pytest.mark.parametrize("paper", ASKED, ids=str)
def test_other_words_change_nothing(paper: dict[str, Any], tmp_path: Path) -> None:
    place = folder(tmp_path, {"materials": [ID, paper]})
    assert verdict(place, "JY-0401-R03") == ("no", "worse", "asks_more")
    assert not unasked(paper)


def test_what_may_be_asked_anyway_need_not_be_settled(tmp_path: Path) -> None:
    place = folder(tmp_path, {"materials": [{"name": "身份证（有电子证照的免提交）"}]})
    assert verdict(place, "JY-0401-R03")[0] == "yes"


def test_a_copy_that_is_not_taken_is_none(tmp_path: Path) -> None:
    assert findings(folder(tmp_path, {"materials": [{"name": "身份证复印件（无需提交）"}]}), "MAT005") == []
    assert findings(folder(tmp_path, {"materials": [{"name": "身份证复印件"}]}, name="other"), "MAT005") != []
