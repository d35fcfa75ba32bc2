"""What is open accuses nobody: papers of some people only, papers for another person, what is not named, other starts."""

from __future__ import annotations

from pathlib import Path

import pytest

from qingdan.judging.conformance import conformance
from qingdan.loading.opening import load, national
from tests.app.running import write

ID = "{name: 身份证}"


@pytest.mark.parametrize(
    ("item", "element", "allowed", "members"),
    [
        # the identity documents of some people, and of who comes in another's place
        (
            "JY-0401",
            f"materials: [{ID}, {{name: 港澳台居民居住证, necessity: conditional, when: 港澳台居民}}]",
            "unsettled",
            [],
        ),
        (
            "JY-0401",
            f"materials: [{ID}, {{name: 代办人身份证, necessity: conditional, when: 委托代办}}]",
            "unsettled",
            [],
        ),
        ("JY-0401", f"materials: [{ID}, {{name: 毕业证书}}]", "no", ["diploma"]),
        # what is not named is not known
        ("JY-0401", f"materials: [{ID}, {{name: 其他材料}}]", "unsettled", []),
        # two ways that are written as two lines, and one way alone
        (
            "JY-1103",
            f"materials: [{ID}, {{name: 职业资格证书, necessity: conditional, when: 取得的}}, "
            "{name: 职业技能等级证书, necessity: conditional, when: 取得的}]",
            "unsettled",
            [],
        ),
        ("JY-1103", f"materials: [{ID}, {{name: 职业技能等级证书}}]", "unsettled", []),
        # only what goes past all that is tolerated is named
        (
            "JY-1103",
            f"materials: [{ID}, {{name: 社会保障卡}}, {{name: 户口簿}}, {{name: 职业技能等级证书}}]",
            "no",
            ["household-register"],
        ),
        # thirty days from acceptance are more than three from application
        ("JY-0401", "promised_limit: [{amount: 30, unit: working_day, start: accepted}]", "no", []),
        ("JY-0401", "promised_limit: [{amount: 3, unit: working_day, start: accepted}]", "unsettled", []),
    ],
)
def test_nobody_is_accused_of_what_is_open(
    tmp_path: Path, item: str, element: str, allowed: str, members: list[str]
) -> None:
    text = f"schema: items/1\nitems:\n  - {{id: P33-1, name: 某事, implements: [{{item: {item}, relation: exact}}], {element}}}\n"
    file = write(tmp_path, "one.yaml", text)
    found = conformance(load(file), national(), "2026-11-22").judgements
    name = element.partition(":")[0]
    (only,) = [
        change
        for each in found
        for change in each.changes
        if each.requirement["element"] == name and each.requirement["relation"] == "within"
    ]
    assert only.allowed == allowed, only
    assert not members or list(only.members) == members


def test_a_catch_all_is_open_for_what_it_is_and_no_unknown_name(tmp_path: Path) -> None:
    text = (
        "schema: items/1\nitems:\n  - {id: P33-1, name: 某事, implements: [{item: JY-0401, relation: exact}], "
        f"materials: [{ID}, {{name: 其他材料}}]}}\n"
    )
    found = conformance(load(write(tmp_path, "one.yaml", text)), national(), "2026-11-22").judgements
    reasons = {c.reason for each in found if each.requirement["element"] == "materials" for c in each.changes}
    assert reasons == {"unnamed"}
