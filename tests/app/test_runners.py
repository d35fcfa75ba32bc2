"""No text of a list, of a path or of a command line is a command for what runs a pipeline, in any command and format."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from qingdan.printing.escape import json_text, no_command
from qingdan.reports.formats import FORMATS
from tests.app.repositories import commit, repository
from tests.app.running import Ran, run, start, write

DAY = ("--as-of", "2026-11-22")
NAMES = {
    "GitHub": "::error file=a.py,line=1::失业登记",
    "GitHub behind blanks": "\u3000 ::set-output name=x::失业登记",
    "GitHub, the older form": "失业登记##[add-mask]abc",
    "Azure": "登记##vso[task.setvariable variable=x]y",
    "Azure, written large": "##VSO[task.complete result=Failed;]登记",
    "TeamCity": "##teamcity[buildStop comment='x']登记",
    "GitLab": "section_start:1700000000:x\r\x1b[0K登记",
    "Travis": "travis_fold:start:x\r登记",
    "lines of its own": "登记\n::error::x\u2028::error::y\x85::error::z",
}
#: What no line may hold, but for the commands that the format itself is made of.
_COMMAND = re.compile(r"^\s*::|##\[|##vso\[|##teamcity\[|section_(start|end):|travis_(fold|time):", re.I)
_OWN = re.compile(r"::(error|warning|notice) [^:]*::")


def commands_in(ran: Ran, own: bool = False) -> list[str]:
    """Lines of both streams that a runner would carry out."""
    return [
        line
        for text in (ran.out, ran.err)
        for line in re.split(r"[\n\r\u2028\x85]", text)
        if _COMMAND.search(_OWN.sub("own ", line, count=1) if own else line)
    ]


def hostile(folder: Path, name: str, province: str = "430000") -> Path:
    """A list that says it wherever a list can say something in words, with a finding and a place."""
    told = json.dumps(name)
    write(folder, "catalogue.yaml", f'schema: catalogue/1\nname: {told}\nprovince: "{province}"\nedition: "2025"\n'
          f"kind: list\ncompleteness: partial\nsource: {{title: {told}, evidence: copy, seen: part, publisher: {told}}}\n")  # fmt: skip
    item = (
        f"id: P-1, name: {told}, everyday_name: {told}, implements: [{{item: JY-0401, relation: exact}}], "
        f"materials: [{{name: {told}}}], fee: {{charged: 'yes', text: {told}}}, notes: [{told}], "
        f"promised_limit: [{{amount: 9, unit: working_day, text: {told}}}], provider: {{name: {told}}}"
    )
    write(folder, "items/01.yaml", f"schema: items/1\nitems:\n  - {{{item}}}\n  - {{id: P-2, name: {told}}}\n")
    write(
        folder, "localities/431300.yaml",
        f'schema: locality/1\narea: "431300"\nname: {told}\nlevel: prefecture\nitems:\n'
        f"  - {{id: L-1, status: own, name: {told}, materials: [{{name: {told}}}]}}\n",
    )  # fmt: skip
    return folder


def invocations(folder: Path) -> Iterator[tuple[str, str, list[str | Path]]]:
    """Report, format and the words of a command for each."""
    other, before = folder.parent / "other", folder.parent / "before"
    words: dict[str, list[str | Path]] = {
        "validate": ["validate", folder, "--all", *DAY],
        "diff": ["diff", before, folder, "--all", *DAY],
        "region": ["diff", folder, other, folder.parent / "third", "--all", *DAY],
        "changelog": ["changelog", before, folder, *DAY],
        "changelog for citizens": ["changelog", before, folder, "--for", "citizens", *DAY],
        "coverage": ["coverage", folder, other, *DAY],
        "impact": ["impact", folder, "--edition", "2025", *DAY],
        "upgrade": ["upgrade", folder, "--to", "2025", "--dry-run", *DAY],
        "export": ["export", folder, *DAY],
    }
    for report, command in words.items():
        for name in FORMATS[report]:
            yield report, name, [*command, "-f", name]


@pytest.mark.parametrize("what", NAMES)
def test_no_command_and_format_lets_a_name_command_a_runner(what: str, tmp_path: Path) -> None:
    name = NAMES[what]
    folder = hostile(tmp_path / "##vso[x]list", name)
    hostile(tmp_path / "other", name, "330000")
    hostile(tmp_path / "third", name, "110000")
    start(tmp_path / "before", "430000")
    seen = set()
    for report, format, words in invocations(folder):
        for lang in ("zh", "en"):
            ran = run(*words, "--lang", lang)
            assert ran.out or ran.err, words
            assert commands_in(ran, own=format == "github") == [], (report, format, lang)
            seen.add((report, format, ran.code in (0, 1)))
    if name.isprintable():  # a name of several lines, or one that steers, is not read at all
        assert ("validate", "text", True) in seen and ("diff", "text", True) in seen and ("export", "csv", True) in seen


@pytest.mark.parametrize("what", NAMES)
def test_no_message_lets_what_was_typed_command_a_runner(what: str, tmp_path: Path) -> None:
    name = NAMES[what]
    folder = start(tmp_path / "list")
    for words in (
        [name],
        ["validate", name],
        ["validate", folder, "--edition", name],
        ["validate", folder, "--select", name],
        ["validate", folder, "--as-of", name],
        ["validate", folder, "-f", name],
        ["validate", folder, f"--{name}"],
        ["validate", folder, "--waivers-from", name],
        ["validate", folder, "--baseline", name],
        ["validate", folder, "-o", f"{name}/a/b"],
        ["explain", name],
        ["diff", name, folder],
        ["coverage", folder, "--list", name],
        ["init", tmp_path / "list", "--province", name],
        ["init", tmp_path / "list", name],
        ["upgrade", name, "--to", "2025"],
        ["publish", tmp_path / "site", name, "--site-url", name],
    ):
        for lang in ("zh", "en"):
            ran = run(*words, env={"QINGDAN_LANG": lang})
            assert ran.code in (2, 3) and ran.err and commands_in(ran) == [], words


def test_git_and_editions_are_told_so_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = write(tmp_path, "old.yaml", "schema: items/1\nitems:\n  - {id: P-1, name: 失业登记}\n")
    for name in NAMES.values():
        new = write(tmp_path, "new.yaml", f"schema: items/1\nitems:\n  - {{id: P-1, name: {json.dumps(name)}}}\n")
        lines = write(tmp_path, "lines.yaml", f"a: 1\nb: |\n  x\n  {name.splitlines()[0]}\n")
        for first, second in ((old, new), (old, lines), (lines, lines), (old, Path("/dev/null"))):
            ran = run("git-diff", f"{name}/items/01.yaml", first, "0", "0", second, "0", "0")
            assert ran.code == 0 and commands_in(ran) == []
    repository(tmp_path)
    commit(tmp_path)
    monkeypatch.chdir(tmp_path)
    assert commands_in(run("diff", "::error::x:list", "list")) == []


def test_data_say_the_same_after_they_are_read(tmp_path: Path) -> None:
    name = "##vso[task.x]登记 ##[error] section_start:1:x"
    path = write(tmp_path, "a.yaml", f"schema: items/1\nitems:\n  - {{id: P-1, name: {json.dumps(name)}}}\n")
    assert json.loads(run("export", path, *DAY).out)["name"] == name
    for value in ({"a": "::x\u2028##[y]\x9b"}, ["\\##vso[x]", "\\\\##[", "#\u202e##["]):
        assert json.loads(json_text(json.dumps(value, ensure_ascii=False))) == value


@pytest.mark.parametrize(
    ("text", "written", "safe"),
    [
        ("::error::x", "escape", "\\u003a:error::x"),
        ("a\n\t::x\n", "escape", "a\n\t\\u003a:x\n"),
        ("a ::x, b::c", "escape", "a ::x, b::c"),
        ("##[x] ##vso[y] ### z", "entity", "&#35;#[x] &#35;#vso[y] ### z"),
        ("section_start:1", "entity", "&#115;ection_start:1"),
        ("# 标题\n## 小标题 [x]", "entity", "# 标题\n## 小标题 [x]"),
    ],
)
def test_only_what_is_a_command_is_written_otherwise(text: str, written: str, safe: str) -> None:
    assert no_command(text, written) == safe  # type: ignore[arg-type]
    assert no_command(text, written, own=True) == safe.replace("\\u003a", ":")  # type: ignore[arg-type]
