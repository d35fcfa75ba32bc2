"""A workspace reads an edition once, and never answers from one whose files have changed."""

from __future__ import annotations

import pickle
import shutil
from pathlib import Path

import pytest

import qingdan
from qingdan.loading.workspace import Workspace
from qingdan.problems import UnknownEdition
from tests.conftest import REPO

AS_OF = "2026-11-22"
NAME = 'name: "某省自用的基准"\n'


@pytest.fixture
def own(repo: Path, tmp_path: Path) -> Path:
    """An edition of one's own."""
    return Path(shutil.copytree(repo / "docs" / "tutorial" / "edition-2099", tmp_path / "own"))


def renamed(edition: Path) -> str:
    """Give the edition another name; the new one."""
    head = edition / "edition.yaml"
    lines = head.read_text("utf-8").splitlines(keepends=True)
    head.write_text("".join(NAME if line.startswith("name:") else line for line in lines), "utf-8")
    return NAME.split('"')[1]


def test_an_edition_is_read_once_for_one_answer(own: Path) -> None:
    workspace = Workspace()
    first = workspace.edition(str(own))
    renamed(own)
    assert workspace.edition(str(own)) is first


def test_what_is_unchanged_is_kept_and_what_has_changed_is_read_anew(own: Path) -> None:
    workspace = Workspace()
    first, nation = workspace.edition(str(own)), workspace.edition()
    assert workspace.look_again().edition(str(own)) is first
    name = renamed(own)
    assert workspace.look_again().edition(str(own)).head["name"] == name
    assert workspace.edition() is nation


def test_a_new_file_is_a_change_and_so_is_one_that_has_gone(own: Path) -> None:
    workspace = Workspace()
    first = workspace.edition(str(own))
    (own / "requirements" / "more.yaml").write_text("schema: requirements/1\nrequirements: []\n", "utf-8")
    second = workspace.look_again().edition(str(own))
    assert second is not first
    (own / "requirements" / "more.yaml").unlink()
    assert workspace.look_again().edition(str(own)) is not second


def test_an_edition_that_has_gone_is_not_answered_from(own: Path) -> None:
    workspace = Workspace()
    workspace.edition(str(own))
    shutil.rmtree(own)
    with pytest.raises(UnknownEdition):
        workspace.look_again().edition(str(own))


def test_what_is_made_of_an_edition_is_made_once_for_each_reading(own: Path) -> None:
    workspace, made = Workspace(), []
    for _ in range(2):
        workspace.made_of(str(own), "count", lambda edition: made.append(len(edition.items)))
    renamed(own)
    workspace.look_again().made_of(str(own), "count", lambda edition: made.append(len(edition.items)))
    assert len(made) == 2


def test_another_process_reads_for_itself() -> None:
    workspace = Workspace()
    workspace.edition()
    assert len(pickle.dumps(workspace)) < 200


def test_a_process_that_stays_judges_by_what_the_edition_says_now(own: Path, repo: Path) -> None:
    """A requirement that is made stricter on disk between two questions is seen by the second one, with a workspace
    and without."""
    example = repo / "provinces" / "990000-example"
    for workspace in (None, Workspace()):
        before = qingdan.validate(example, edition=own, as_of=AS_OF, workspace=workspace)
        head = own / "edition.yaml"
        head.write_text(head.read_text("utf-8") + "no_such_field: x\n", "utf-8")
        with pytest.raises(qingdan.BrokenEdition):
            qingdan.validate(example, edition=own, as_of=AS_OF, workspace=workspace)
        head.write_text(head.read_text("utf-8").replace("no_such_field: x\n", ""), "utf-8")
        after = qingdan.validate(example, edition=own, as_of=AS_OF, workspace=workspace)
        assert [each.fingerprint for each in after.findings] == [each.fingerprint for each in before.findings]


def test_a_site_is_made_of_what_was_read_already(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("mkdocs")
    workspace = Workspace()
    first = workspace.edition()
    qingdan.publish(REPO / "provinces" / "990000-example", to=tmp_path / "site", as_of=AS_OF, workspace=workspace)
    assert workspace.edition() is first
    monkeypatch.setattr("qingdan.loading.workspace.national", None)  # nothing is read once more
    qingdan.publish(REPO / "provinces" / "990000-example", to=tmp_path / "site", as_of=AS_OF, workspace=workspace)
