"""Does every command, in both languages, still print what it printed at a revision: ``make same BASE=main``.

Both versions of the code run every command on the lists of this work tree, each in one process of its own, and write
what they print into a folder; the two folders must be equal. What differs is listed with its first differing line.
"""

from __future__ import annotations

import argparse
import contextlib
import filecmp
import io
import itertools
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qingdan.reports.formats import Format

REPO = Path(__file__).resolve().parents[1]
LANGUAGES = ("zh", "en")
#: Another edition to hold lists against: a fictional one.
OTHER_EDITION = "docs/tutorial/edition-2099"
#: A table to import.
TABLE = "docs/tutorial/table.csv"
SHOWN = 20


def main(words: Sequence[str] | None = None) -> int:
    """Compare this work tree with a revision; 1 where anything differs."""
    parser = argparse.ArgumentParser(prog="python scripts/same_output.py", description=__doc__)
    parser.add_argument("--base", default="HEAD", help="the revision to compare with (default HEAD)")
    parser.add_argument("--as-of", required=True, help="the day by whose rules lists are judged")
    parser.add_argument("--into", type=Path, help="only write what this version prints into a folder")
    parser.add_argument("--commands", type=Path, help="the commands for it, as JSON")
    options = parser.parse_args(words)
    if options.into:
        return write(options.into, json.loads(options.commands.read_text("utf-8")), options.as_of)
    with tempfile.TemporaryDirectory(prefix="qingdan-same-") as folder:
        earlier = Path(folder) / "tree"
        _git("worktree", "add", "--quiet", "--detach", str(earlier), options.base)
        try:
            before, after = Path(folder) / "before", Path(folder) / "after"
            wanted = list(commands(_older(Path(folder) / "older"), options.as_of))
            file = Path(folder) / "commands.json"
            file.write_text(json.dumps(wanted), "utf-8")
            running = [_printing(tree, into, file, options.as_of) for tree, into in ((earlier, before), (REPO, after))]
            if any([each.wait() for each in running]):  # both are waited for
                return 2
        finally:
            _git("worktree", "remove", "--force", str(earlier))
        return _told(before, after)


def _printing(tree: Path, folder: Path, wanted: Path, as_of: str) -> subprocess.Popen[bytes]:
    """Begin to write what the code of a work tree prints."""
    environment = {**os.environ, "PYTHONPATH": str(tree / "cli"), "COLUMNS": "120", "PYTHONHASHSEED": "0"}
    words = ["--into", str(folder), "--commands", str(wanted), "--as-of", as_of]
    return subprocess.Popen([sys.executable, str(Path(__file__)), *words], cwd=REPO, env=environment)


def _told(before: Path, after: Path) -> int:
    """List what differs."""
    names = sorted(
        {str(path.relative_to(root)) for root in (before, after) for path in root.rglob("*") if path.is_file()}
    )
    different = [name for name in names if not _equal(before / name, after / name)]
    for name in different[:SHOWN]:
        print(f"differs: {name}")
        print("\n".join(f"  {line}" for line in _first_difference(before / name, after / name)))
    failed = [name for name in names if any(_failed(root / name) for root in (before, after))]
    print("\n".join(f"ends with an error, so that little is compared: {name}" for name in failed))
    print(f"{len(names)} outputs, {len(different)} differ, {len(failed)} end with an error")
    return 1 if different else 0


def _failed(printed: Path) -> bool:
    """Whether a command did not do what was asked for."""
    return printed.is_file() and bool(re.search(rb"\n-- exit code [^01]", printed.read_bytes()))


def _equal(a: Path, b: Path) -> bool:
    return a.is_file() and b.is_file() and filecmp.cmp(a, b, shallow=False)


def _first_difference(a: Path, b: Path) -> Iterator[str]:
    texts = [path.read_text("utf-8", errors="replace").splitlines() if path.is_file() else [] for path in (a, b)]
    for old, new in itertools.zip_longest(*texts, fillvalue=""):
        if old != new:
            at = next((i for i, (x, y) in enumerate(zip(old, new, strict=False)) if x != y), min(len(old), len(new)))
            cut = slice(max(0, at - 60), at + 100)
            yield f"- {old[cut]}"
            yield f"+ {new[cut]}"
            return


def write(folder: Path, wanted: Sequence[list[str]], as_of: str) -> int:
    """Run every command and write what it prints, its errors and its exit code."""
    folder.mkdir(parents=True)
    for number, words in enumerate(wanted):
        name = "-".join(word.replace("/", "+") for word in words if not Path(word).is_absolute())[:150]
        (folder / f"{number:04}-{name}.txt").write_bytes(_run(words))
    for lang in LANGUAGES:
        site = folder / f"site-{lang}"
        _run(["publish", str(site), "provinces", "--as-of", as_of, "--lang", lang])
    return 0


def _run(words: Sequence[str]) -> bytes:
    from qingdan.app import main as command

    out, err = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.StringIO()
    code: object = 0
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            command(list(words))
        except SystemExit as stop:
            code = stop.code
    out.flush()
    printed: bytes = out.buffer.getvalue()  # type: ignore[attr-defined]
    return printed + f"\n-- exit code {code}\n{err.getvalue()}".encode()


def commands(older: Path, as_of: str) -> Iterator[list[str]]:
    """Every command in every format and language, and ``explain`` for every id."""
    from qingdan.reports.formats import FORMATS

    lists = [f"provinces/{path.name}" for path in sorted((REPO / "provinces").iterdir()) if path.is_dir()]
    for lang in LANGUAGES:
        last = ["--lang", lang, "--as-of", as_of]
        for name in FORMATS["validate"]:
            yield ["validate", "provinces", "--format", name, "--fail-on", "never", *last]
        for name in FORMATS["diff"]:
            for place in lists:
                yield ["diff", "national", place, "--format", name, *last]
            yield ["diff", str(older), "provinces/990000-example", "--format", name, *last]
            yield ["diff", "national", OTHER_EDITION, "--format", name, *last]
        for name in FORMATS["region"]:
            yield ["diff", *lists[:3], "--format", name, *last]
        for whom, name in itertools.product(("office", "citizens"), FORMATS["changelog for citizens"]):
            yield ["changelog", str(older), "provinces/990000-example", "--for", whom, "--format", name, *last]
        for name in FORMATS["coverage"]:
            yield ["coverage", "provinces", "--format", name, *last]
        for name in FORMATS["impact"]:
            yield ["impact", "provinces", "--edition", OTHER_EDITION, "--format", name, *last]
        for name in FORMATS["upgrade"]:
            yield ["upgrade", "provinces/990000-example", "--to", OTHER_EDITION, "--dry-run", "--format", name, *last]
        for name in FORMATS["items"]:
            yield ["items", "--format", name, "--lang", lang]
        for name in _texts(FORMATS["import"]):
            yield ["import", TABLE, "--province", "990000", "--format", name, *last]
        for name in FORMATS["align"]:
            yield ["align", "provinces/990000-example", "--format", name, *last]
        for name in FORMATS["documents"]:
            yield ["documents", "--format", name, *last]
        for words in (
            ["rules"],
            ["rules", "--requirements"],
            ["schema", "--help"],
            ["validate", "nowhere"],
            ["--help"],
        ):
            yield [*words, *(["--lang", lang] if "--help" not in words else [])]
        for id in _ids():
            yield ["explain", id, "--lang", lang]
    for name in _texts(FORMATS["export"]):
        for place in lists if name == "table" else ["provinces"]:  # a table holds one list
            yield ["export", place, "--format", name, "--as-of", as_of]


def _texts(formats: Mapping[str, Format]) -> list[str]:
    """The formats that are no binary files: the bytes of those hold the versions of libraries."""
    return [name for name, format in formats.items() if format.kind != "binary"]


def _ids() -> list[str]:
    """Everything that ``explain`` knows: rules, requirements, items, elements, groups, papers."""
    from qingdan.loading.opening import national
    from qingdan.model.declarations import elements
    from qingdan.rules import all_rules

    edition = national()
    registries = edition.registries
    return [*all_rules(), *edition.requirements, *edition.items, *elements(), *registries.evidence.names,
            *registries.criteria.names, "失业登记", "就业困难人员", "户口本", "没有这个"]  # fmt: skip


def _older(folder: Path) -> Path:
    """The worked example as it might have been before: two limits longer, one paper more, one item not there."""
    shutil.copytree(REPO / "provinces" / "990000-example", folder)
    for path in sorted((folder / "items").glob("*.yaml")):
        text = path.read_text("utf-8")
        text = (
            text.replace("amount: 3,", "amount: 5,")
            .replace("amount: 10,", "amount: 15,")
            .replace('charged: "no"', 'charged: "yes"')
        )
        path.write_text(text, "utf-8")
    return folder


def _git(*words: str) -> None:
    subprocess.run(["git", *words], cwd=REPO, check=True)


if __name__ == "__main__":
    sys.exit(main())
