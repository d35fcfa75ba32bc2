"""``-f FORMAT`` and ``-o [FORMAT=]FILE``: one grammar for every command, UTF-8 on every console, nothing half written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from qingdan.reports.formats import FORMATS
from tests.app.processes import run_process
from tests.app.running import run, snapshot, start, write

DAY = ("--as-of", "2026-11-22")
#: A character outside of the basic plane, which GBK has not.
NAME = "失业登记𠮷"


def a_list(folder: Path) -> Path:
    """A list of a real province with a name that GBK cannot hold."""
    started = start(folder, "430000")
    (folder.parent / "table.csv").write_text(f"事项名称,收费\n{NAME},免费\n", "utf-8")
    item = started / "items" / "01.yaml"
    item.write_text(item.read_text("utf-8").replace("name: 失业登记", f"name: {NAME}", 1), "utf-8")
    return started


def commands(folder: Path) -> dict[str, list[str | Path]]:
    """Report → the command that makes it, without its format."""
    return {
        "validate": ["validate", folder, "--fail-on", "never", *DAY],
        "diff": ["diff", "national", folder, *DAY],
        "region": ["diff", folder, folder.parent / "other", folder.parent / "third", *DAY],
        "changelog": ["changelog", folder, folder, *DAY],
        "changelog for citizens": ["changelog", folder, folder, "--for", "citizens", *DAY],
        "coverage": ["coverage", folder, *DAY],
        "impact": ["impact", folder, "--edition", "2025", *DAY],
        "upgrade": ["upgrade", folder, "--to", "2025", "--dry-run", *DAY],
        "export": ["export", folder, *DAY],
        "import": ["import", folder.parent / "table.csv", "--province", "330000", *DAY],
        "align": ["align", folder, *DAY],
        "items": ["items"],
        "documents": ["documents", folder, *DAY],
        "explain": ["explain", "JY-0401"],
        "rules": ["rules"],
        "requirements": ["rules", "--requirements"],
    }


CASES = [(report, name) for report, formats in FORMATS.items() for name in formats if formats[name].kind != "binary"]
#: What stands beside an export and says its columns: the ends of its name.
BESIDE = {
    ("export", "jsonl"): ".schema.json",
    ("export", "csv"): "-metadata.json",
    ("export", "table"): ".datapackage.json",
}


def with_format(words: list[str | Path], name: str) -> list[str | Path]:
    """A command with its format; those that have but one take no option for it."""
    return words if words[0] in ("explain", "rules") else [*words, "-f", name]


@pytest.mark.parametrize(("report", "name"), CASES)
def test_a_file_holds_what_the_screen_shows(report: str, name: str, tmp_path: Path) -> None:
    folder = a_list(tmp_path / "list")
    for other, code in (("other", "330000"), ("third", "110000")):
        start(tmp_path / other, code)
    words = commands(folder)[report]
    before = snapshot(tmp_path)
    shown = run(*with_format(words, name))
    ran = run(*with_format(words, name), "-o", tmp_path / "out")
    assert (shown.code, ran.code, ran.out) == (0, 0, "") and shown.err == ran.err
    written = (tmp_path / "out").read_bytes().decode("utf-8")
    assert written == shown.out != ""
    named = run(*words, "-o", f"{name}={tmp_path / 'named'}")
    assert named.out == "" and (tmp_path / "named").read_bytes() == written.encode()
    ending = BESIDE.get((report, name), "")
    assert set(snapshot(tmp_path)) == {*before, "out", "named", f"out{ending}", f"named{ending}"}


@pytest.mark.parametrize(
    ("report", "name"), [(each, name) for each, name in CASES if FORMATS[each][name].kind != "text"]
)
@pytest.mark.parametrize("encoding", ["gbk", "cp1252"])
def test_data_is_utf8_on_every_console(report: str, name: str, encoding: str, tmp_path: Path) -> None:
    folder = a_list(tmp_path / "list")
    for other, code in (("other", "330000"), ("third", "110000")):
        start(tmp_path / other, code)
    words = with_format(commands(folder)[report], name)
    done = run_process(*words, env={"PYTHONIOENCODING": encoding, "LC_ALL": "C"})
    text = done.stdout.decode("utf-8")
    assert done.returncode == 0 and "Traceback" not in done.stderr.decode("utf-8", "replace")
    assert text == run(*words).out
    assert text.startswith("\ufeff") == (FORMATS[report][name].kind == "csv")
    if FORMATS[report][name].kind == "json":
        assert [json.loads(line) for line in text.splitlines()] if name == "jsonl" else json.loads(text)


def test_several_files_are_written_in_one_run(tmp_path: Path) -> None:
    folder = a_list(tmp_path / "list")
    files = [tmp_path / name for name in ("r.json", "r.html", "r.md", "r.txt")]
    ran = run("diff", "national", folder, *DAY, *(word for file in files for word in ("-o", file)))
    assert (ran.code, ran.out) == (0, "")
    assert json.loads(files[0].read_text("utf-8"))["schema"] == "diff/1"
    assert files[1].read_text("utf-8").startswith("<!doctype html>")
    assert files[2].read_text("utf-8").startswith("# ") and "→" in files[3].read_text("utf-8")


def test_the_screen_can_be_one_of_them(tmp_path: Path) -> None:
    folder, file = start(tmp_path / "list"), tmp_path / "report.json"
    words = ("validate", folder, *DAY)
    text = run(*words).out
    for more in (["-o", f"json={file}", "-o", "text=-"], ["-f", "text", "-o", f"json={file}"]):
        assert run(*words, *more).out == text
        assert json.loads(file.read_text("utf-8"))["schema"] == "report/1"
    assert run(*words, "-o", f"json={file}").out == ""
    assert run(*words, "-f", "concise", "-o", tmp_path / "r.json").out == ""  # what -f says goes before the ending
    assert (tmp_path / "r.json").read_text("utf-8") == run(*words, "-f", "concise").out


@pytest.mark.parametrize("report", [each for each in FORMATS if each != "region"])
def test_nothing_is_written_into_a_list_or_over_what_is_read(report: str, tmp_path: Path) -> None:
    folder = a_list(tmp_path / "list")
    (tmp_path / "link").symlink_to(folder)
    words = commands(folder)[report]
    before = snapshot(tmp_path)
    for file in (folder / "catalogue.yaml", folder / "items" / "new.json", tmp_path / "link" / "x", folder / "a" / "b"):
        ran = run(*words, "-o", file)
        assert (ran.code, ran.out) == (2, "") and "没有改动任何文件" in ran.err and "下一步" in ran.err
    assert run(*words, "-o", file, "--lang", "en").err.isascii()
    assert snapshot(tmp_path) == before


def test_schemas_are_not_written_into_a_list(tmp_path: Path) -> None:
    folder = a_list(tmp_path / "list")
    before = snapshot(tmp_path)
    for place in (folder, folder / "items", folder / "new"):
        ran = run("schema", place)
        assert ran.code == 2 and "没有改动任何文件" in ran.err
    assert snapshot(tmp_path) == before
    assert run("schema", folder / ".qingdan" / "schemas").code == 0


def test_a_file_that_is_read_is_not_written_over(tmp_path: Path) -> None:
    folder, single = start(tmp_path / "list"), tmp_path / "one.yaml"
    single.write_text("schema: items/1\nitems:\n  - {id: A-1, name: 失业登记}\n", "utf-8")
    baseline = tmp_path / "before.json"
    assert run("validate", folder, "-o", baseline, *DAY).code == 0
    before = snapshot(tmp_path)
    for words in (
        ["validate", single, "-o", single],
        ["validate", folder, "--baseline", baseline, "-o", baseline],
        ["export", single, "-o", tmp_path / "list" / ".." / "one.yaml"],
        ["diff", single, single, "-o", single],
        ["coverage", single, "-o", f"csv={single}"],
    ):
        ran = run(*words, *DAY)
        assert ran.code == 2 and "没有改动任何文件" in ran.err, words
    assert snapshot(tmp_path) == before


def test_what_does_not_fit_is_said_before_anything_is_read(tmp_path: Path) -> None:
    folder = start(tmp_path / "list")
    for outputs, said in (
        (["-o", "jsn=x.json"], "是不是 json"),
        (["-o", "pdf=x.pdf"], "没有格式 pdf"),
        (["-f", "JSON"], "没有格式 JSON"),
        (["-o", tmp_path / "a", "-o", tmp_path / "a"], "写了两次"),
        (["-o", "json=-", "-o", "text=-"], "写了两次"),
    ):
        ran = run("validate", folder, *DAY, *outputs)
        assert (ran.code, ran.out) == (2, "") and said in ran.err and "下一步" in ran.err, outputs
    for place in (tmp_path, tmp_path / "no" / "folder.json"):
        assert run("validate", folder, *DAY, "-o", place).code == 3
    assert [path.name for path in tmp_path.iterdir()] == ["list"]


def test_a_file_with_an_equals_sign_in_its_name_can_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = start(tmp_path / "list")
    monkeypatch.chdir(tmp_path)
    for file in ("./a=b.json", "json=a=b", "甲=乙.json"):
        assert run("validate", folder, *DAY, "-o", file).code == 0
    assert {path.name for path in tmp_path.iterdir()} == {"list", "a=b.json", "a=b", "甲=乙.json"}
    assert all(json.loads(path.read_text("utf-8")) for path in tmp_path.iterdir() if path.is_file())


def test_an_old_file_stays_where_the_work_fails(tmp_path: Path) -> None:
    kept = write(tmp_path, "report.json", "kept")
    assert run("validate", tmp_path / "nowhere", "-o", kept, *DAY).code == 3
    assert kept.read_text("utf-8") == "kept"
