"""The sides of a comparison: whatever a person may call them, and what is said where it means nothing or too much."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from qingdan.loading.sides import pair, side
from qingdan.loading.workspace import Workspace
from qingdan.problems import AmbiguousSide, NothingThere, UnknownEdition, UnknownPlace, UnknownRevision, UnknownSide
from tests.repositories import commit, git, repository

REPO = Path(__file__).resolve().parents[2]
HUNAN = "provinces/430000-hunan"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the lists of Hunan and of the example province, in which the test stands."""
    for name in ("430000-hunan", "990000-example"):
        shutil.copytree(REPO / "provinces" / name, tmp_path / "provinces" / name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("name", ["430000", "湖南", "湖南省", "430000-hunan", HUNAN, f"{HUNAN}/", f"{HUNAN}/catalogue.yaml"])  # fmt: skip
def test_a_province_has_many_names(here: Path, name: str) -> None:
    found = side(name, Workspace())
    assert found.catalogue is not None and found.catalogue.province == "430000"
    assert (found.place, found.single, found.edition.id) == ("", False, "2025")
    assert {subject.path for subject in found.subjects()} == {subject.path for subject in found.catalogue.effective()}


@pytest.mark.parametrize("name", ["430000/433101", "湖南/吉首市", "湖南省/吉首", "430000-hunan/湖南省湘西州吉首市", f"{HUNAN}/433101"])  # fmt: skip
def test_a_place_stands_behind_its_province(here: Path, name: str) -> None:
    found = side(name, Workspace())
    assert (found.place, found.name) == ("localities[433101]", "湖南省湘西州吉首市")
    subjects = list(found.subjects())
    assert subjects and {subject.area for subject in subjects} == {"433101"}


def test_all_places_of_a_list(here: Path) -> None:
    assert {subject.area for subject in side("湖南/all", Workspace()).subjects()} == {"430700", "431100", "433101"}
    assert {subject.path[:11] for subject in side("示例省/all", Workspace()).subjects()} == {"localities["}


def test_a_zone_without_a_code_is_a_place(here: Path) -> None:
    shutil.copytree(REPO / "provinces" / "340000-anhui", here / "provinces" / "340000-anhui")
    assert (
        len(list(side("安徽/all", Workspace()).subjects())) > len(list(side("安徽/340200", Workspace()).subjects())) > 0
    )
    zone = next(file for file in side("安徽", Workspace()).catalogue.localities if "zone" in file.record)  # type: ignore[union-attr]
    assert side(f"安徽/{zone.record['name']}", Workspace()).name == zone.record["name"]


def test_a_place_that_is_not_there_is_told_with_those_that_are(here: Path) -> None:
    with pytest.raises(UnknownPlace) as told:
        side("湖南/长沙市", Workspace())
    assert told.value.name == "长沙市" and "433101 湖南省湘西州吉首市" in told.value.known
    with pytest.raises(UnknownPlace):
        side(f"{HUNAN}/no-such-folder", Workspace())


def test_one_name_for_two_places_is_ambiguous(here: Path) -> None:
    folder = here / HUNAN / "localities"
    text = (folder / "433101.yaml").read_text("utf-8")
    (folder / "430700-2.yaml").write_text(text.replace('"433101"', '"433127"'), "utf-8")
    with pytest.raises(AmbiguousSide) as told:
        side("湖南/湖南省湘西州吉首市", Workspace())
    assert len(told.value.choices) == 2
    assert side("湖南/433127", Workspace()).place == "localities[433127]"


def test_two_lists_of_one_province_are_ambiguous_but_have_folders(here: Path) -> None:
    shutil.copytree(here / HUNAN, here / "provinces" / "430000-old")
    for name in ("430000", "湖南", "湖南/433101"):
        with pytest.raises(AmbiguousSide) as told:
            side(name, Workspace())
        assert told.value.choices == [HUNAN, "provinces/430000-old"]
    assert side("430000-old", Workspace()).catalogue is not None


def test_a_name_alone_is_a_province_and_never_a_city(here: Path) -> None:
    shutil.copytree(REPO / "provinces" / "220000-jilin", here / "provinces" / "220000-jilin")
    found = side("吉林", Workspace())
    assert found.catalogue is not None and found.catalogue.province == "220000"
    with pytest.raises(UnknownSide) as told:
        side("朝阳", Workspace())
    assert {"211300", "110105"} <= {division.code for division in told.value.divisions}


@pytest.mark.parametrize(
    "name", ["C:\\x", "C:/x", "火星省", "999999", "", ":", ":x", "no/such/path", "a\0b", "national@"]
)
def test_what_is_nothing_is_said(here: Path, name: str) -> None:
    with pytest.raises(UnknownSide) as told:
        side(name, Workspace())
    assert told.value.name == name


def test_a_province_without_a_list_is_named(here: Path) -> None:
    with pytest.raises(UnknownSide) as told:
        side("西藏", Workspace())
    assert [division.name for division in told.value.divisions] == ["西藏自治区"]


def test_a_folder_of_neither_is_said(here: Path) -> None:
    with pytest.raises(NothingThere):
        side("provinces", Workspace())


def test_the_nation_in_one_edition_or_another(here: Path) -> None:
    assert side("national", Workspace()).edition.id == side("national@2025", Workspace()).edition.id == "2025"
    future = REPO / "docs" / "tutorial" / "edition-2099"
    assert (
        side(str(future), Workspace()).edition.id
        == side(str(future / "edition.yaml"), Workspace()).edition.id
        == "2099"
    )
    assert (
        side(f"national@{future}", Workspace()).edition.id
        == side("national", Workspace(), str(future)).edition.id
        == "2099"
    )
    with pytest.raises(UnknownEdition):
        side("national@1999", Workspace())


def test_a_file_that_stands_alone(here: Path) -> None:
    found = side(f"{HUNAN}/localities/433101.yaml", Workspace())
    assert found.single and len(list(found.subjects())) == 2


def test_each_list_is_judged_by_the_edition_it_names(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    future = str(REPO / "docs" / "tutorial" / "edition-2099")
    nation, listed = pair("national", "湖南", Workspace(), future)
    assert nation.edition.id == listed.edition.id == "2099" and listed.named == "2025"
    nation, listed = pair("national", "湖南", Workspace())
    assert nation.edition.id == listed.edition.id == "2025"
    nation, listed = pair(f"national@{future}", "湖南", Workspace())
    assert (nation.edition.id, listed.edition.id) == ("2099", "2025")


@pytest.fixture
def past(here: Path) -> Path:
    """The same folder as a repository with one commit, the list of Hunan moved since."""
    repository(here)
    commit(here, "first")
    (here / HUNAN).rename(here / "provinces" / "430000-moved")
    return here


@pytest.mark.parametrize("name", ["430000", "湖南", "湖南省", "430000-hunan", "湖南/", HUNAN, f"./{HUNAN}/", f"{HUNAN}/catalogue.yaml"])  # fmt: skip
def test_a_province_as_it_was(past: Path, name: str) -> None:
    found = side(f"HEAD:{name}", Workspace())
    assert found.catalogue is not None and found.catalogue.province == "430000"
    file = found.catalogue.localities[0].document.name
    assert file == f"HEAD:{HUNAN}/localities/430700.yaml"


def test_places_files_and_the_nation_as_they_were(past: Path) -> None:
    shutil.copytree(REPO / "catalogue" / "2025", past / "catalogue" / "2025")
    commit(past, "second")
    assert side("HEAD~1:湖南/吉首", Workspace()).place == "localities[433101]"
    assert side(f"HEAD~1:{HUNAN}/localities/433101.yaml", Workspace()).single
    for name in ("HEAD:national", "HEAD:national@2025", "HEAD:catalogue/2025"):
        assert side(name, Workspace()).edition.files.documents.keys() == {
            f"HEAD:catalogue/2025/{path.relative_to(past / 'catalogue' / '2025').as_posix()}"
            for path in (past / "catalogue" / "2025").rglob("*.yaml")
        }
    with pytest.raises(UnknownRevision):
        side("HEAD~1:national", Workspace())


@pytest.mark.parametrize(
    ("name", "missing"),
    [
        ("nope:湖南", "revision"), ("--output=x:湖南", "revision"), ("-h:湖南", "revision"), ("HEAD:火星省", "path"),
        ("HEAD:provinces/nope", "path"), ("HEAD:../x", "path"), ("HEAD:", "list"), ("HEAD:provinces", "list"),
        ("HEAD~9:湖南", "revision"),
    ],
)  # fmt: skip
def test_what_a_revision_does_not_hold(past: Path, name: str, missing: str) -> None:
    with pytest.raises(UnknownRevision) as told:
        side(name, Workspace())
    assert told.value.missing == missing
    assert not (past / "x").exists()


def test_two_lists_of_one_province_at_a_revision(past: Path) -> None:
    shutil.copytree(past / "provinces" / "430000-moved", past / HUNAN)
    commit(past, "both")
    with pytest.raises(AmbiguousSide):
        side("HEAD:湖南", Workspace())
    assert git(past, "status", "--porcelain") == ""
