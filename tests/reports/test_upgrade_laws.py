"""What an upgrade says it changed is what a diff of before and after shows; the same edition changes no byte."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

import qingdan
from qingdan.reports.diff.facts import Difference
from tests.app.running import snapshot
from tests.reports.upgrades import AS_OF, EDITION, REPO, small

PROVINCES = sorted(path.parent.name for path in (REPO / "provinces").glob("*/catalogue.yaml"))

ODD = [
    # comments in every place, quotes of both kinds, flow and block, folded and literal text
    """\
# 第一行注释
schema:   items/1   # 格式
items:

  # 一个事项
  - id:  'P99-1'
    name: "失业登记"   # 名称
    implements: [ {item: JY-0401,} ]   # 逗号在后
    guide:
      note: >-
        折叠的
        文字

        第二段
      rights: |+
        原样的
          文字

    promised_limit:   # 注释在键后
    - amount: 3   # 三天
      unit: "working_day"

    # 尾注
""",
    # no line break at the end, tabs in comments, Windows line ends
    "schema: items/1\r\nitems:\r\n- id: P99-2\r\n  name: 就业登记 \t# 注释\t制表符\r\n  implements:\r\n  - item: 'JY-0402'",
    # JSON written as YAML
    '{"schema": "items/1", "items": [{"id": "P99-3", "name": "失业登记", "implements": [{"item": "JY-0401"}],\n'
    '  "promised_limit": [{"amount": 3, "unit": "working_day"}]}]}\n',
]


def copied(folder: Path, name: str) -> Path:
    return Path(shutil.copytree(REPO / "provinces" / name, folder / name))


@pytest.mark.parametrize("name", PROVINCES)
def test_upgrading_to_the_same_edition_changes_no_byte(tmp_path: Path, name: str) -> None:
    folder = copied(tmp_path, name)
    before = snapshot(folder)
    assert not qingdan.upgrade(folder, to="2025", as_of=AS_OF).written
    assert snapshot(folder) == before


@pytest.mark.parametrize("text", ODD)
def test_odd_files_keep_every_byte_that_is_not_changed(tmp_path: Path, text: str) -> None:
    folder = small(tmp_path, text.encode())
    before = snapshot(folder)
    assert not qingdan.upgrade(folder, to="2025", as_of=AS_OF).written
    assert snapshot(folder) == before
    result = qingdan.upgrade(folder, to=EDITION, as_of=AS_OF)
    old, new = before["items/01.yaml"].decode(), snapshot(folder)["items/01.yaml"].decode()
    edited = [each for each in result.edits if each.what != "edition"]
    if not edited:
        assert new == old
    for comment in re.findall(r"#[^\r\n]*", old):
        assert comment in new
    assert ("\r\n" in new) == ("\r\n" in old)
    assert new.endswith("\n") == old.endswith("\n")
    again = qingdan.upgrade(folder, to=EDITION, as_of=AS_OF)
    assert not again.edits
    assert snapshot(folder)["items/01.yaml"].decode() == new


def _of(each: Difference) -> str:
    """The path of the element that a difference is about, as an upgrade names it."""
    if each.change == "renamed":
        return f"{each.path}.name"
    if each.change == "moved_level":
        return f"{each.path}.levels"
    head, _, _ = each.path.partition(f".{each.element}") if each.element else (each.path, "", "")
    return f"{head}.{each.element}" if each.element else each.path


@pytest.mark.parametrize("name", PROVINCES)
def test_what_an_upgrade_says_is_what_the_diff_shows(tmp_path: Path, name: str) -> None:
    older, folder = copied(tmp_path / "older", name), copied(tmp_path / "newer", name)
    result = qingdan.upgrade(folder, to=EDITION, as_of=AS_OF)
    assert result.written
    found = qingdan.compare(older, folder, as_of=AS_OF, edition=EDITION)
    assert {_of(each) for each in found.differences} == {each.path for each in result.edits}
    values = {(each.path, repr(each.after)) for each in found.differences if each.what == "list"}
    assert values == {("edition", repr("2099"))}


@pytest.mark.parametrize("name", PROVINCES)
def test_after_an_upgrade_nothing_is_worse_but_the_named_conflicts(tmp_path: Path, name: str) -> None:
    folder = copied(tmp_path, name)
    before = {(each.id, each.path) for each in qingdan.validate(folder, as_of=AS_OF).findings}
    judged = {path for id, path in before if "-R" in id}
    result = qingdan.upgrade(folder, to=EDITION, as_of=AS_OF)
    open_items = {id for each in result.conflicts for id, _ in each.candidates}
    paths = tuple(each.path for each in result.conflicts)
    for each in qingdan.validate(folder, as_of=AS_OF, edition=EDITION).findings:
        known = (each.id, each.path) in before or ("-R" in each.id and each.path in judged)
        named = each.path.startswith(paths) if paths else False
        assert known or named or each.args.get("item") in open_items, each
