"""The files around the package: what is declared, what is locked, what is built."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
import zipfile
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

REPO = Path(__file__).resolve().parent.parent
LOCK = (REPO / "requirements.lock").read_text("utf-8")
PROJECT: dict[str, Any] = tomllib.loads((REPO / "pyproject.toml").read_text("utf-8"))


def locked() -> dict[str, tuple[str, int]]:
    """Version and number of hashes of each package of the lock."""
    entries: dict[str, tuple[str, int]] = {}
    name = ""
    for line in LOCK.splitlines():
        if line.startswith("    --hash=sha256:"):
            version, hashes = entries[name]
            entries[name] = (version, hashes + 1)
        elif line and not line.lstrip().startswith("#"):
            match = re.match(r"([a-z0-9-]+)==([^ ;\\]+)", line)
            assert match, f"not a pinned requirement: {line}"
            name = match[1]
            assert name not in entries, f"locked twice: {name}"
            entries[name] = (match[2], 0)
    return entries


def declared() -> list[Requirement]:
    """Everything that pyproject.toml asks for: base, extras and what the build needs."""
    project = PROJECT["project"]
    extras = [line for lines in project["optional-dependencies"].values() for line in lines]
    return [Requirement(line) for line in [*project["dependencies"], *extras, *PROJECT["build-system"]["requires"]]]


def test_every_locked_package_has_a_hash() -> None:
    packages = locked()
    assert packages
    assert [name for name, (_, hashes) in packages.items() if not hashes] == []


def test_the_lock_names_no_address_and_no_folder() -> None:
    assert re.findall(r"https?:|file:|://|--(?:extra-)?index-url|--find-links|(?<![\w.])/\w+", LOCK) == []


@pytest.mark.parametrize("needed", declared(), ids=str)
def test_what_is_declared_is_locked_at_a_version_that_fits(needed: Requirement) -> None:
    packages = locked()
    name = canonicalize_name(needed.name)
    assert name in packages
    assert needed.specifier.contains(packages[name][0], prereleases=True)


def test_what_the_declared_packages_need_is_locked_too() -> None:
    packages = locked()
    missing = []
    for needed in declared():
        for line in metadata.requires(needed.name) or []:
            further = Requirement(line)
            wanted = not further.marker or any(
                further.marker.evaluate({"extra": extra}) for extra in needed.extras or {""}
            )
            if wanted and canonicalize_name(further.name) not in packages:
                missing.append(f"{needed.name} needs {further}")
    assert missing == []


def test_the_package_says_the_version_that_is_declared() -> None:
    text = (REPO / "cli" / "qingdan" / "__init__.py").read_text("utf-8")
    assert f'__version__ = "{PROJECT["project"]["version"]}"' in text


def test_the_base_install_brings_the_c_parser_of_yaml() -> None:
    assert "PyYAML>=6.0.2" in PROJECT["project"]["dependencies"]
    assert "pyyaml" in locked()


def test_every_folder_of_the_wheel_is_there() -> None:
    wheel = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert {"catalogue", "schemas"} <= set(wheel["only-include"])
    assert [folder for folder in wheel["only-include"] if not (REPO / folder).is_dir()] == []


def test_the_wheel_carries_the_data_and_nothing_else(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=REPO, check=True, capture_output=True)
    [wheel] = tmp_path.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    for folder in ("catalogue", "schemas"):
        files = [path for path in (REPO / folder).rglob("*") if path.is_file()]
        assert files
        assert {f"qingdan/_data/{path.relative_to(REPO).as_posix()}" for path in files} <= names
    assert "qingdan/py.typed" in names
    assert {name.partition("/")[0] for name in names} == {
        "qingdan",
        f"qingdan-{PROJECT['project']['version']}.dist-info",
    }


def test_every_script_the_makefile_runs_is_there() -> None:
    called = set(re.findall(r"scripts/\w+\.py", (REPO / "Makefile").read_text("utf-8")))
    assert called
    assert [name for name in sorted(called) if not (REPO / name).is_file()] == []
