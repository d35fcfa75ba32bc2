"""A plain install does all that it can, and says for the rest what to install: every command, every extra left out."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest
import xlsxwriter
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.app.running import run, start

DAY = ("--as-of", "2026-11-22")
#: Runs the command as if the packages before the two dashes were not installed.
WITHOUT = """
import sys
from importlib.abc import MetaPathFinder

at = sys.argv.index("--")
missing, words = set(sys.argv[1:at]), sys.argv[at + 1:]


class NotInstalled(MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in missing:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)


sys.meta_path.insert(0, NotInstalled())
from qingdan.app import main

main(words)
"""


def packages(extra: str) -> set[str]:
    """Names of the distributions that a plain install, or one with an extra, brings along; those installed here."""
    seen: set[str] = set()
    waiting = [Requirement(f"qingdan[{extra}]" if extra else "qingdan")]
    while waiting:
        wanted = waiting.pop()
        name = canonicalize_name(wanted.name)
        if name in seen and name != "qingdan":
            continue
        seen.add(name)
        try:
            lines = metadata.requires(wanted.name) or []
        except metadata.PackageNotFoundError:
            continue
        for needed in map(Requirement, lines):
            if needed.marker is None or any(needed.marker.evaluate({"extra": each}) for each in ("", *wanted.extras)):
                waiting.append(needed)
    return seen - {"qingdan"}


def modules(distributions: set[str]) -> set[str]:
    """What can be imported of some distributions."""
    wanted = {canonicalize_name(each) for each in distributions}
    return {
        module
        for module, owners in metadata.packages_distributions().items()
        if owners and {canonicalize_name(owner) for owner in owners} <= wanted
    }


#: Extra → a module that comes with nothing else.
OWN = {"parquet": "duckdb", "pdf": "typst", "site": "mkdocs", "tables": "python_calamine", "word": "docx"}
EXTRAS = sorted(set(metadata.metadata("qingdan").get_all("Provides-Extra") or ()) - {"dev"})
#: Command, or what is asked of it → its words; ``LIST`` stands for the folder of a list, ``NEW`` for a new place; and the
#: extra that it needs.
COMMANDS: dict[str, tuple[list[str], str]] = {
    "validate": (["validate", "LIST", *DAY], ""),
    "diff": (["diff", "national", "LIST", *DAY], ""),
    "changelog": (["changelog", "LIST", "LIST", *DAY], ""),
    "items": (["items"], ""),
    "documents": (["documents", "LIST", *DAY], ""),
    "explain": (["explain", "JY-0401"], ""),
    "rules": (["rules"], ""),
    "schema": (["schema", "NEW"], ""),
    "init": (["init", "NEW"], ""),
    "coverage": (["coverage", "LIST", *DAY], ""),
    "import": (["import", "TABLE", "--province", "330000", *DAY], ""),
    "import of a workbook": (["import", "WORKBOOK", "--province", "330000", *DAY], "tables"),
    "align": (["align", "LIST", *DAY], ""),
    "impact": (["impact", "LIST", "--edition", "2025", *DAY], ""),
    "export": (["export", "LIST", "-f", "jsonld", *DAY], ""),
    "export as a workbook": (["export", "LIST", "-f", "xlsx", "-o", "NEW", *DAY], "tables"),
    "export as Parquet": (["export", "LIST", "-f", "parquet", "-o", "NEW", *DAY], "parquet"),
    "export as tables of the exchange": (["export", "LIST", "-f", "exchange", "-o", "NEW", *DAY], ""),
    "export as Word": (["export", "LIST", "-f", "docx", "-o", "NEW", *DAY], "word"),
    "export as PDF": (["export", "LIST", "-f", "pdf", "-o", "NEW", *DAY], "pdf"),
    "changelog as Word": (["changelog", "LIST", "LIST", "-f", "docx", "-o", "NEW", *DAY], "word"),
    "changelog as PDF": (["changelog", "LIST", "LIST", "-f", "pdf", "-o", "NEW", *DAY], "pdf"),
    "publish": (["publish", "NEW", "LIST", *DAY], "site"),
    "upgrade": (["upgrade", "LIST", "--to", "2025", *DAY], ""),
    "git-diff": (["git-diff", "items/01.yaml"], ""),
}


def test_every_command_is_tried() -> None:
    shown = run("--help").out
    listed = re.findall(r"^  ([a-z][a-z-]+)  ", shown.partition("Commands:")[2], re.MULTILINE)
    assert sorted(listed) == sorted({words[0] for words, _ in COMMANDS.values()}) and sorted(OWN) == EXTRAS


def without(missing: set[str], command: str, tmp_path: Path, lang: str) -> subprocess.CompletedProcess[str]:
    folder = tmp_path / "list"
    if not folder.exists():
        start(folder)
    table, workbook = tmp_path / "table.csv", tmp_path / "table.xlsx"
    table.write_text("事项名称,收费\n失业登记,免费\n", "utf-8")
    with xlsxwriter.Workbook(str(workbook)) as book:
        sheet = book.add_worksheet()
        sheet.write_row("A1", ["事项名称", "收费"])
        sheet.write_row("A2", ["失业登记", "免费"])
    places = {"LIST": str(folder), "NEW": str(tmp_path / f"new-{lang}"), "TABLE": str(table), "WORKBOOK": str(workbook)}
    words = [places.get(word, word) for word in COMMANDS[command][0]]
    return subprocess.run(
        [sys.executable, "-c", WITHOUT, *sorted(missing), "--", *words], capture_output=True, check=False, text=True,
        encoding="utf-8", env={"QINGDAN_LANG": lang, "PATH": "/usr/bin:/bin", "PYTHONIOENCODING": "utf-8"}, cwd=tmp_path,
    )  # fmt: skip


@pytest.mark.parametrize("extra", EXTRAS)
@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_works_without_an_extra_or_says_how_to_get_it(command: str, extra: str, tmp_path: Path) -> None:
    needed = COMMANDS[command][1]
    shared = packages(needed) if needed != extra else set()  # what two extras bring along is there with either
    missing = modules(packages(extra) - packages("") - shared)
    assert OWN[extra] in missing
    for lang in ("zh", "en"):
        done = without(missing, command, tmp_path, lang)
        assert "Traceback" not in done.stderr and "itself failed" not in done.stderr and "自身出错" not in done.stderr
        if COMMANDS[command][1] != extra:
            assert done.returncode == 0, done.stderr
            continue
        assert done.returncode == 2 and done.stdout == "" and not (tmp_path / f"new-{lang}").exists()
        assert f'python -m pip install "qingdan[{extra}]"' in done.stderr and "--no-index --find-links" in done.stderr
        assert ("没有安装" if lang == "zh" else "not installed") in done.stderr


@pytest.mark.parametrize("package", ["mkdocs", "pypinyin", "jinja2", "markupsafe"])
def test_any_one_package_of_the_site_can_be_missing(package: str, tmp_path: Path) -> None:
    done = without({package}, "publish", tmp_path, "zh")
    assert done.returncode == 2 and 'pip install "qingdan[site]"' in done.stderr and package in done.stderr.lower()
    assert "自身出错" not in done.stderr and sorted(path.name for path in tmp_path.iterdir()) == [
        "list",
        "table.csv",
        "table.xlsx",
    ]


def test_a_package_of_every_install_is_asked_for_by_the_plain_name(tmp_path: Path) -> None:
    done = without({"yaml"}, "validate", tmp_path, "zh")
    assert done.returncode == 2 and 'pip install "qingdan"' in done.stderr and "缺 yaml" in done.stderr
