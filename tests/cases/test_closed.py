"""A channel of which the words say that it is not open is nothing to praise, and no fault."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.cases.lists import folder, verdict

COUNTER = {"kind": "counter", "name": "就业服务窗口"}


@pytest.mark.parametrize(
    ("channel", "answer"),
    [
        ({"kind": "website", "name": "省人社网上大厅"}, "yes"),
        ({"kind": "website", "name": "网上办事大厅", "hours": "全天，每月1日维护两小时"}, "yes"),
        ({"kind": "website", "name": "网上办理（可预约）"}, "yes"),
        ({"kind": "website", "name": "网上办理（暂未开通）"}, "unsettled"),
        ({"kind": "website", "name": "网上办事大厅", "hours": "暂停办理"}, "unsettled"),
        ({"kind": "website", "name": "不支持网上办理"}, "unsettled"),
        ({"kind": "website", "name": "网站，系统建设中"}, "unsettled"),
        ({"kind": "website", "name": "网站（仅供查询）"}, "unsettled"),
        ({"kind": "app", "name": "手机应用（尚未上线）"}, "unsettled"),
    ],
    ids=str,
)
def test_what_is_not_open_yet_is_open(channel: dict[str, Any], answer: str, tmp_path: Path) -> None:
    place = folder(tmp_path, {"channels": [COUNTER, channel]})
    assert verdict(place, "JY-0401-R06")[::2] == (answer, "closed" if answer == "unsettled" else "narrower")


def test_another_way_that_is_open_settles_it(tmp_path: Path) -> None:
    shut = {"kind": "website", "name": "网上办理（暂未开通）"}
    place = folder(tmp_path, {"channels": [COUNTER, shut, {"kind": "app", "name": "掌上办"}]})
    assert verdict(place, "JY-0401-R06")[0] == "yes"
