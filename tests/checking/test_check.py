"""A list is checked wherever its files are, and judged once for all who ask."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import qingdan
from qingdan.checking import listed
from qingdan.judging.conformance import conformance
from qingdan.reading import FolderTree, MemoryTree
from tests.repositories import commit, repository

AS_OF = "2026-11-22"
FILE = "items/04-registration.yaml"


def seen(checked: qingdan.Checked) -> list[tuple[str, str, int]]:
    return [
        (each.fingerprint, each.path, each.location.line if each.location else 0) for each in checked.section.findings
    ]


@pytest.fixture
def province(repo: Path, tmp_path: Path) -> Path:
    """The worked example with one limit that is too long."""
    folder = Path(shutil.copytree(repo / "provinces" / "990000-example", tmp_path / "990000-example"))
    text = (folder / FILE).read_text("utf-8")
    assert text.count("amount: 3, unit: working_day, start: registered") == 1
    changed = text.replace(
        "amount: 3, unit: working_day, start: registered", "amount: 30, unit: working_day, start: registered"
    )
    (folder / FILE).write_text(changed, "utf-8")
    return folder


def test_folder_memory_and_revision_are_judged_alike(
    province: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_disk = seen(qingdan.check(province, as_of=AS_OF))
    tree = FolderTree(province)
    in_memory = MemoryTree({name: tree.read(name) for name in tree.names()})
    assert seen(qingdan.check(in_memory, as_of=AS_OF)) == on_disk != []
    top = repository(tmp_path)
    commit(top, "list")
    monkeypatch.chdir(top)
    assert seen(qingdan.check("HEAD:990000-example", as_of=AS_OF)) == on_disk


def test_what_is_not_saved_yet_takes_the_place_of_what_is(province: Path) -> None:
    saved = (province / FILE).read_bytes()
    mended = saved.replace(
        b"amount: 30, unit: working_day, start: registered", b"amount: 3, unit: working_day, start: registered"
    )
    before = qingdan.check(province, as_of=AS_OF)
    after = qingdan.check(province, as_of=AS_OF, unsaved={FILE: mended})
    gone = {each.id for each in before.section.findings} - {each.id for each in after.section.findings}
    assert gone and (province / FILE).read_bytes() == saved
    new = qingdan.check(province, as_of=AS_OF, unsaved={"items/99-new.yaml": b"schema: items/1\nitems: 3\n"})
    assert {each.location.file for each in new.section.findings if each.location} >= {
        f"{province.as_posix()}/items/99-new.yaml"
    }


def test_check_says_what_validate_says(province: Path) -> None:
    report = qingdan.validate(province, as_of=AS_OF)
    checked = qingdan.check(province, as_of=AS_OF)
    assert [each.fingerprint for each in report.findings] == [each.fingerprint for each in checked.section.findings]
    assert report.sections[0].judgements == checked.section.judgements


@pytest.mark.parametrize("words", [{"select": ["NOPE"]}, {"ignore": "NOPE"}])
def test_a_rule_that_is_none_is_refused(province: Path, words: dict[str, object]) -> None:
    with pytest.raises(qingdan.UnknownRule):
        qingdan.check(province, as_of=AS_OF, **words)  # type: ignore[arg-type]


def test_a_site_judges_each_list_once(repo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("mkdocs")
    judged: list[str] = []

    def counted(catalogue: qingdan.Catalogue, *more: object) -> object:
        judged.append(catalogue.label)
        return conformance(catalogue, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(listed, "conformance", counted)
    from qingdan.publishing import site

    found = site.read([repo / "provinces"], AS_OF)
    assert sorted(judged) == sorted(each.catalogue.label for each in found.provinces)
