"""Test results for GitLab and Jenkins: what fails, what passes, what is skipped."""

from __future__ import annotations

import subprocess
from pathlib import Path
from shutil import which
from xml.etree import ElementTree as xml

import pytest

from tests.app.running import run
from tests.cases.lists import AS_OF, folder
from tests.conftest import REPO

SCHEMA = REPO.parent / "shared" / "reference" / "junit" / "JUnit.xsd"


def suites(*paths: Path, lang: str = "zh") -> list[xml.Element]:
    ran = run("validate", *paths, "-f", "junit", "--as-of", AS_OF, "--fail-on", "never", "--lang", lang)
    return list(xml.fromstring(ran.out))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_an_error_fails_and_a_remark_passes(lang: str, tmp_path: Path) -> None:
    (suite,) = suites(folder(tmp_path, {"fee": {"charged": "yes"}, "notes": []}), lang=lang)
    cases = suite.findall("testcase")
    failed = [case for case in cases if case.find("failure") is not None]
    assert [case.find("failure").get("type") for case in failed] == ["ALL-R01"]  # type: ignore[union-attr]
    assert suite.get("tests") == str(len(cases)) and suite.get("failures") == "1" and len(cases) > 1
    assert all(case.get("classname") for case in cases) and "ELM001" in str(suite.findtext("system-out"))


def test_a_list_without_findings_is_one_case_that_passes() -> None:
    (suite,) = suites(REPO / "provinces" / "990000-example")
    assert (suite.get("tests"), suite.get("failures")) == ("1", "0") and len(suite.findall("testcase")) == 1


def test_what_is_waived_is_skipped(tmp_path: Path) -> None:
    place = folder(tmp_path, {"fee": {"charged": "yes"}})
    waiver = (
        "schema: waivers/1\nwaivers:\n  - {id: ALL-R01, path: 'items[ZJ-1].fee', reason: 省里的规定, approved_by: 省人社厅, "
        'approved_on: "2026-01-01", until: "2027-12-31", basis: 浙人社发〔2026〕1号}\n'
    )
    (place / "waivers.yaml").write_text(waiver, "utf-8")
    (suite,) = suites(place)
    (skipped,) = [case for case in suite.findall("testcase") if case.find("skipped") is not None]
    assert "ALL-R01" in str(skipped.get("name")) and suite.get("skipped") == "1" and suite.get("failures") == "0"


def test_it_keeps_to_the_schema(tmp_path: Path) -> None:
    if not SCHEMA.is_file():
        pytest.skip("the schema of JUnit is not beside this repository")
    lint = which("xmllint")
    if not lint:
        pytest.skip("xmllint is not installed")
    file = tmp_path / "r.xml"
    lists = [REPO / "provinces" / name for name in ("330000-zhejiang", "990000-example", "440000-guangdong")]
    run("validate", *lists, "-o", file, "--as-of", AS_OF, "--fail-on", "never")
    done = subprocess.run([lint, "--noout", "--schema", SCHEMA, file], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
