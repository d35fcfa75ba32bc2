"""Write everything that is generated: schemas, what is read of the editions, the tutorial's, reference pages, reports.

``generate.py`` writes; ``generate.py --check [PREFIX ...]`` only compares what is there with what would be written and
fails on a difference, a missing file or one that nothing generates any more.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

REPO = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(REPO), str(REPO / "cli")]

from scripts import tutorial_edition  # noqa: E402
from scripts.reference import commands, elements, files, nation, registries, reports, rules, sdk  # noqa: E402

from qingdan.loading import as_read  # noqa: E402
from qingdan.loading.edition import load_edition  # noqa: E402
from qingdan.loading.files import Files  # noqa: E402
from qingdan.loading.opening import editions  # noqa: E402
from qingdan.model.files import MAJOR, MODELS  # noqa: E402
from qingdan.reading import packaged, read_document  # noqa: E402
from qingdan.reports import schema  # noqa: E402
from qingdan.reports.shapes import OUTPUTS  # noqa: E402
from qingdan.words.grammar import LANGS  # noqa: E402

#: The day by which the committed reports judge; the Makefile passes its own.
AS_OF = os.environ.get("AS_OF") or "2026-11-22"
#: Where the tables of words are, and are written as JSON.
WORDS = "cli/qingdan/words"
#: Folders that hold nothing but generated files, so that what is left over can be told.
OWNED = (
    f"{WORDS}/compiled/",
    f"schemas/{MAJOR}/",
    f"catalogue/{as_read.FOLDER}/",
    tutorial_edition.TARGET,
    "docs/reference/",
    "reports/",
)


def schemas() -> dict[str, str]:
    """The JSON Schemas, as the package carries them."""
    return {f"schemas/{MAJOR}/{name}.schema.json": schema.text(name) for name in [*MODELS, *OUTPUTS]}


def read_before() -> dict[str, str]:
    """What is read of each edition, so that a command need not read its YAML."""
    made = {}
    for id in editions():
        files = load_edition(packaged("catalogue", id)).files
        shown = {"edition": id, "files": {name: kept for name in files.documents if (kept := _kept(files, name))}}
        made[f"catalogue/{as_read.FOLDER}/{id}.json"] = f"{json.dumps(shown, ensure_ascii=False, indent=1)}\n"
    return made


def _kept(files: Files, name: str) -> as_read.AsRead | None:
    """What is kept of a file: nothing where anything was found in it, which has to be found again."""
    if any(finding.location and finding.location.file == name for finding in files.findings):
        return None
    kind = next(kind for kind, rows in files.files.items() if any(row.document.name == name for row in rows))
    return {"sha256": files.hashes[name], "kind": kind, "value": files.documents[name].value}


def words() -> dict[str, str]:
    """The sentences of each language by their keys in full, so that no command reads YAML to speak."""
    made = {}
    for lang in LANGS:
        document = read_document(f"{lang}.yaml", (REPO / WORDS / f"{lang}.yaml").read_bytes())
        assert not document.findings, document.findings
        text = json.dumps(dict(keys(document.value)), ensure_ascii=False, indent=0)
        made[f"{WORDS}/compiled/{lang}.json"] = f"{text}\n"
    return made


def keys(group: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, str]]:
    for key, value in group.items():
        if isinstance(value, Mapping):
            yield from keys(value, f"{before}{key}.")
        else:
            yield before + key, value


def pages() -> dict[str, str]:
    """The pages under ``docs/reference``."""
    parts = (elements, files, nation, registries, rules, commands, sdk)
    return {f"docs/reference/{name}": text for part in parts for name, text in part.pages().items()}


def chosen(prefixes: Sequence[str]) -> list[str]:
    """The folders of generated files that lie below some prefixes; all of them where none is given."""
    return [prefix for prefix in OWNED if not prefixes or any(prefix.startswith(each) for each in prefixes)]


def everything(as_of: str, prefixes: Sequence[str] = ()) -> dict[str, str]:
    """Path below the repository → text, for all generated files or those below some prefixes."""
    made: dict[str, str] = {}
    makers = (words, schemas, read_before, tutorial_edition.made, pages, lambda: reports.reports(REPO, as_of))
    for prefix, make in zip(OWNED, makers, strict=True):
        if prefix in chosen(prefixes):
            made.update(make())
    return made


def on_disk(prefixes: Sequence[str] = ()) -> set[str]:
    """The files that are there in the folders of generated files."""
    paths = [path for prefix in chosen(prefixes) for path in (REPO / prefix).rglob("*") if path.is_file()]
    return {path.relative_to(REPO).as_posix() for path in paths}


def differences(made: Mapping[str, str], there: set[str]) -> list[str]:
    """What is not as it would be generated, a line each."""
    missing = [f"missing: {name}" for name in sorted(set(made) - there)]
    left = [f"left over: {name}" for name in sorted(there - set(made))]
    stale = [
        f"differs: {name}"
        for name in sorted(there & set(made))
        if (REPO / name).read_bytes() != made[name].encode("utf-8")
    ]
    return [*missing, *left, *stale]


def write(made: Mapping[str, str], there: set[str]) -> None:
    """Write the files and remove what is left over."""
    for name in there - set(made):
        (REPO / name).unlink()
    for name, text in made.items():
        path = REPO / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.is_file() or path.read_bytes() != text.encode("utf-8"):
            path.write_text(text, encoding="utf-8", newline="\n")


def written(folder: str) -> int:
    """Make and write one folder; how many files it has.

    The next folder is made when this one is written: editions are read by the schemas, pages and reports are made of
    what was read.
    """
    made = everything(AS_OF, [folder])
    write(made, on_disk([folder]))
    return len(made)


def main() -> int:
    """Write or check; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="compare only, write nothing")
    parser.add_argument("prefix", nargs="*", help="only what lies below, such as reports/")
    asked = parser.parse_args()
    if unknown := [each for each in asked.prefix if not any(prefix.startswith(each) for prefix in OWNED)]:
        parser.error(f"nothing is generated below {', '.join(unknown)}; known: {', '.join(OWNED)}")
    committed = reports.committed_date(REPO)
    if asked.check and asked.prefix == ["reports/"] and committed not in ("", AS_OF):
        print(f"reports/ is of {committed}, asked for is {AS_OF}: not compared")
        return 0
    if not asked.check:
        print(f"{sum(map(written, chosen(asked.prefix)))} files are generated")
        return 0
    for line in (found := differences(everything(AS_OF, asked.prefix), on_disk(asked.prefix))):
        print(line)
    if found:
        print(
            "与提交的不一样：运行 make generate，看过差别再提交。Run make generate, look at the difference, commit it."
        )
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())
