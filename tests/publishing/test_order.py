"""Places stand in order of their codes, and those without one by how they are read: never by code point or locale."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import qingdan
from qingdan.publishing.search.pinyin import sounding
from tests.app.running import run, start, write

DAY = "2026-11-22"


def locality(within: str, name: str = "") -> str:
    place = f'area: "{within}"' if not name else f'zone: {{within: "{within}", name: {name}}}'
    return f"schema: locality/1\n{place}\nname: {name or '某县'}\nlevel: county\nitems: []\n"


def shown(page: Path) -> list[str]:
    """The names of the places on a page, from top to bottom."""
    return re.findall(r'<li><a href="[^"]*/places/[^"]*">(\S+) <span', page.read_text("utf-8"))


@pytest.mark.parametrize(
    ("names", "ordered"),
    [
        (("大兴园", "安宁园", "昌平园"), ["安宁园", "昌平园", "大兴园"]),
        (("中山片", "重庆片", "长沙片"), ["长沙片", "重庆片", "中山片"]),
        (("蔚县园", "尉氏园", "单县园", "六合园"), ["六合园", "单县园", "尉氏园", "蔚县园"]),
        (("高新区二期", "高新", "高新区", "A区"), ["A区", "高新", "高新区", "高新区二期"]),
    ],
)
def test_places_without_a_code_stand_as_they_are_read(
    tmp_path: Path, names: tuple[str, ...], ordered: list[str]
) -> None:
    assert sorted(names, key=sounding) == ordered
    little = start(tmp_path / "little")
    write(little, "localities/a.yaml", locality("990103"))
    write(little, "localities/b.yaml", locality("990101"))
    for number, name in enumerate(names):
        write(little, f"localities/z{number}.yaml", locality("990102", name))
    qingdan.publish(little, to=tmp_path / "site", as_of=DAY)
    assert shown(tmp_path / "site/places/990000.html") == ["样例区", *ordered, "试点县"]


def test_lists_stand_by_code_whatever_their_folders_are_called(tmp_path: Path) -> None:
    for name, province in (("a", "990000"), ("b", "520000"), ("c", "110000"), ("d", "330000")):
        start(tmp_path / "lists" / name, province)
    done = run("coverage", tmp_path / "lists", "--as-of", DAY, "--format", "json")
    areas = [column["area"] for column in json.loads(done.out)["columns"]]
    assert areas == ["110000", "330000", "520000", "990000"]
    qingdan.publish(tmp_path / "lists", to=tmp_path / "site", as_of=DAY)
    page = (tmp_path / "site/coverage.html").read_text("utf-8")
    found = re.findall(r"places/(\d{6})\.html", page)
    assert list(dict.fromkeys(found)) == areas


def test_places_of_a_list_stand_by_code_whatever_their_files_are_called(tmp_path: Path) -> None:
    little = start(tmp_path / "little")
    for name, area in (("a", "990103"), ("b", "990102"), ("c", "990101")):
        write(little, f"localities/{name}.yaml", locality(area))
    done = run("coverage", little, "--localities", little, "--as-of", DAY, "--format", "json")
    found = [column["area"] for column in json.loads(done.out)["columns"]]
    assert found == ["990000", "990101", "990102", "990103"]
