"""Two lists of one province: an archive stands beside the current one under its date; else both folders are named."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import qingdan
from qingdan.problems import SameAddress
from qingdan.publishing import publish
from tests.app.running import run
from tests.publishing.built import AS_OF
from tests.publishing.test_days import item, written

OLD = {"kind": "archive", "as_of": "2018-12-01", "name": "清单（2018年存档）"}


def place(folder: Path) -> Path:
    """A list with a place."""
    (folder / "localities").mkdir()
    row = {"id": "HZ-1", "item": "ZJ-1", "status": "claimed"}
    record = {"schema": "locality/1", "area": "330100", "name": "杭州市", "level": "prefecture", "items": [row]}
    (folder / "localities" / "330100.yaml").write_text(json.dumps(record), "utf-8")
    return folder


@pytest.fixture
def two(tmp_path: Path) -> Path:
    place(written(tmp_path / "lists" / "now", item()))
    place(written(tmp_path / "lists" / "old", item(day="2018-12-01"), **OLD))
    return tmp_path / "lists"


def test_both_are_published_the_archive_under_its_date(two: Path, tmp_path: Path) -> None:
    publish.publish(two, to=tmp_path / "site", as_of=AS_OF)
    site = tmp_path / "site"
    for name in ("places/330000", "places/330000-2018-12-01", "places/330100", "places/330100-2018-12-01",
                 "guides/330000/ZJ-1", "guides/330000-2018-12-01/ZJ-1", "guides/330100-2018-12-01/HZ-1"):  # fmt: skip
        assert (site / f"{name}.html").is_file(), name
    old = (site / "guides/330000-2018-12-01/ZJ-1.html").read_text("utf-8")
    assert "存档" in old and "存档" not in (site / "guides/330000/ZJ-1.html").read_text("utf-8")
    home = (site / "places/index.html").read_text("utf-8")
    assert "浙江省（2018-12-01）" in home and 'id="p-330000-2018-12-01"' in home
    for name in ("guides/330000/ZJ-1", "guides/330000-2018-12-01/ZJ-1"):
        assert (site / "api/v1" / f"{name}.json").is_file() and (site / "api/v1" / f"{name}.jsonld").is_file()
    for name in ("330000", "330000-2018-12-01"):
        assert (site / "places" / f"{name}.atom").is_file() and (site / "api/v1/provinces" / f"{name}.json").is_file()


def test_both_are_exported_under_ids_of_their_own(two: Path) -> None:
    export = qingdan.export(two, as_of=AS_OF)
    assert sorted(entry.id for entry in export.entries) == [
        "330000-2018-12-01/ZJ-1", "330000/ZJ-1", "330100-2018-12-01/HZ-1", "330100/HZ-1",
    ]  # fmt: skip
    assert not export.unread


def test_an_archive_that_stands_alone_keeps_its_address(tmp_path: Path) -> None:
    archive = written(tmp_path / "old", item(day="2018-12-01"), **OLD)
    assert [entry.id for entry in qingdan.export(archive, as_of=AS_OF).entries] == ["330000/ZJ-1"]


def test_two_archives_are_told_apart_by_their_dates(tmp_path: Path) -> None:
    written(tmp_path / "a", item(day="2018-12-01"), **OLD)
    written(tmp_path / "b", item(day="2020-12-01"), **{**OLD, "as_of": "2020"})
    found = {entry.id for entry in qingdan.export(tmp_path, as_of=AS_OF).entries}
    assert found == {"330000-2018-12-01/ZJ-1", "330000-2020/ZJ-1"}


@pytest.mark.parametrize("more", [{}, {"kind": "collection"}, {"kind": "archive"}])
def test_what_cannot_be_told_apart_names_both_folders(tmp_path: Path, more: dict[str, str]) -> None:
    written(tmp_path / "lists" / "one", item())
    written(tmp_path / "lists" / "other", item(), **more)
    with pytest.raises(SameAddress):
        publish.publish(tmp_path / "lists", to=tmp_path / "site", as_of=AS_OF)
    for lang in ("zh", "en"):
        ran = run("publish", tmp_path / "site", tmp_path / "lists", "--as-of", AS_OF, "--lang", lang)
        assert ran.code == 3 and "lists/one" in ran.err and "lists/other" in ran.err and "kind: archive" in ran.err
    assert not (tmp_path / "site").exists()
