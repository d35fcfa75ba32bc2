"""``qingdan export`` as a person runs it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import qingdan
from qingdan.reports.export import as_csv as entry_csv
from qingdan.reports.export import as_json as entry_json
from qingdan.reports.export import as_jsonld as linked
from tests.app.running import run, snapshot, start, write

AS_OF = ("--as-of", "2026-11-22")


@pytest.mark.parametrize("format", ["jsonl", "csv", "jsonld"])
def test_a_file_holds_what_the_screen_shows_and_what_the_sdk_gives(format: str, repo: Path, tmp_path: Path) -> None:
    example = repo / "provinces" / "990000-example"
    shown = run("export", example, "--format", format, *AS_OF)
    ran = run("export", example, "--format", format, "--output", tmp_path / "out", *AS_OF)
    assert (shown.code, ran.code, ran.out, ran.err) == (0, 0, "", "")
    written = (tmp_path / "out").read_bytes().decode("utf-8")
    assert written == shown.out
    beside = {"jsonl": {"out.schema.json"}, "csv": {"out-metadata.json"}, "jsonld": set()}[format]
    assert {path.name for path in tmp_path.iterdir()} == {"out"} | beside
    found = qingdan.export(example, as_of="2026-11-22")
    made = {
        "jsonl": entry_json.lines(found), "csv": entry_csv.lines(found, "zh"), "jsonld": (linked.render(found),),
    }  # fmt: skip
    assert written == "".join(made[format])


def test_what_could_not_be_read_is_named(tmp_path: Path) -> None:
    folder = start(tmp_path / "list", "430000")
    whole = len(run("export", folder, *AS_OF).out.splitlines())
    write(folder, "items/broken.yaml", "schema: items/1\nitems:\n  - {id: X-1, name: [}\n")
    ran = run("export", folder, *AS_OF)
    assert ran.code == 3 and "下一步" in ran.err and "list" in ran.err
    assert len(ran.out.splitlines()) == whole > 0


def test_a_second_entry_with_the_id_of_a_first_one_is_left_out_and_told(tmp_path: Path) -> None:
    entry = "  - {id: A-1, name: 失业登记}\n"
    file = write(tmp_path, "one.yaml", f"schema: items/1\nitems:\n{entry}{entry.replace('失业', '就业')}")
    ran = run("export", file, *AS_OF)
    assert ran.code == 3 and "编号重复" in ran.err and "one.yaml" in ran.err
    assert [json.loads(line)["name"] for line in ran.out.splitlines()] == ["失业登记"]


def test_an_old_file_stays_where_the_new_one_cannot_be_made(repo: Path, tmp_path: Path) -> None:
    kept = write(tmp_path, "out.csv", "kept")
    assert run("export", tmp_path / "nothing", "-f", "csv", "-o", kept, *AS_OF).code == 3
    assert kept.read_text("utf-8") == "kept"
    for place in (tmp_path, tmp_path / "no" / "folder.csv"):
        ran = run("export", repo / "provinces" / "990000-example", "-f", "csv", "-o", place, *AS_OF)
        assert ran.code == 3 and place.name in ran.err and "qingdan 自身出错" not in ran.err
    assert [path.name for path in tmp_path.iterdir()] == ["out.csv"]


@pytest.mark.parametrize(
    ("day", "specimen"),
    [
        ("", "undated"),
        ("2026-11-22", "no"),
        ("2026-11", "no"),
        ("2026-11-23", "ahead"),
        ("2062", "ahead"),
        ("2024-11-01", "old"),
        ("2024", "old"),
        ("2024-11", "old"),
        ("2024-12", "no"),
        ("2025", "no"),
    ],
)
def test_a_single_file_is_exported_and_says_whether_one_can_go_by_it(tmp_path: Path, day: str, specimen: str) -> None:
    date = f', date: "{day}"' if day else ""
    source = f"{{title: 指南, evidence: copy, seen: whole{date}}}"
    file = write(tmp_path, "one.yaml", f"schema: items/1\nitems:\n  - {{id: A-1, name: 失业登记, source: {source}}}\n")
    ran = run("export", file, *AS_OF)
    assert ran.code == 0 and json.loads(ran.out)["specimen"] == specimen


def test_the_python_of_the_page_runs(
    repo: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    page = (repo / "docs" / "howto" / "export.md").read_text("utf-8")
    *_, block = re.findall(r"^```python\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    monkeypatch.chdir(repo)
    exec(compile(block, "export.md", "exec"), {})
    assert f"打印 `{capsys.readouterr().out.strip()}`" in page


def test_nothing_is_written_into_a_list(tmp_path: Path) -> None:
    folder = start(tmp_path / "list")
    before = snapshot(folder)
    for output in (folder / "catalogue.yaml", folder / "items" / "out.csv", folder / "out.json"):
        done = run("export", folder, *AS_OF, "--output", output)
        assert done.code == 2 and "没有改动任何文件" in done.err
    assert snapshot(folder) == before


def test_a_pipe_that_is_closed_is_no_finding(repo: Path) -> None:
    export = [sys.executable, "-m", "qingdan", "export", str(repo / "provinces" / "990000-example"), *AS_OF]
    with subprocess.Popen(export, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout and process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


def test_data_is_utf8_whatever_the_console_speaks(tmp_path: Path) -> None:
    folder = start(tmp_path / "list")
    item = folder / "items" / "01.yaml"
    item.write_text(item.read_text("utf-8").replace("name: 失业登记", "name: 失业登记😀", 1), "utf-8")
    export = [sys.executable, "-m", "qingdan", "export", str(folder), *AS_OF]
    env = {**os.environ, "PYTHONIOENCODING": "gbk"}
    told = subprocess.run(export, capture_output=True, env=env, check=True).stdout
    assert "失业登记😀" in json.loads(told.decode("utf-8").splitlines()[0])["name"]


def test_a_list_whose_head_cannot_be_read_is_exported_as_nothing(tmp_path: Path) -> None:
    folder = start(tmp_path / "list")  # fiction, but nobody can read that it is
    head = folder / "catalogue.yaml"
    head.write_text(head.read_text("utf-8") + "foo: bar\n", "utf-8")
    done = run("export", folder, *AS_OF)
    assert (done.code, done.out) == (3, "") and folder.name in done.err
