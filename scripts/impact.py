"""What changed rules and requirements change for the lists here, since a revision: ``make impact BASE=main``.

Rules are code: the earlier ones are run from a second work tree, and their report is the baseline. A rule that was not
there then found nothing then, so that what it finds now is new. Requirements are data: the earlier edition is what the
present one is held against.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

REPO = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(REPO / "cli"))

from qingdan.rules import all_rules  # noqa: E402

EDITION = "catalogue/2025"


def main(words: Sequence[str] | None = None) -> int:
    """Run both comparisons; the exit code is that of the first command that could not be run."""
    parser = argparse.ArgumentParser(prog="python scripts/impact.py", description=__doc__)
    parser.add_argument("--base", default="HEAD", help="the revision to compare with (default HEAD)")
    parser.add_argument("--as-of", required=True, help="the day by whose rules lists are judged")
    parser.add_argument("paths", nargs="*", default=["provinces"], help="lists (default provinces)")
    options = parser.parse_args(words)
    with tempfile.TemporaryDirectory(prefix="qingdan-impact-") as folder:
        earlier = Path(folder) / "earlier"
        _git("worktree", "add", "--quiet", "--detach", str(earlier), options.base)
        try:
            return _compare(earlier, options.paths, options.as_of)
        finally:
            _git("worktree", "remove", "--force", str(earlier))


def _compare(earlier: Path, paths: Sequence[str], as_of: str) -> int:
    day = ["--as-of", as_of]
    before, after = earlier.parent / "before.json", earlier.parent / "after.json"
    with before.open("wb") as file:
        code = _qingdan(earlier, ["validate", *paths, *day, "--format", "json", "--fail-on", "never"], stdout=file)
    if code:
        return code
    begun = _not_there_then(before)
    print("# Rules: findings that are new or gone", flush=True)
    shown = ["--fail-on", "never", "--output", "concise=-", "--output", f"json={after}"]
    code = _qingdan(REPO, ["validate", *paths, *day, "--baseline", str(before), *shown])
    if code:
        return code
    if begun:
        print("\n# Rules that are new: what they find, by rule and place")
        print(*_counted(after, begun), sep="\n", flush=True)
    print("\n# Requirements: findings and judgements that change", flush=True)
    return _qingdan(REPO, ["impact", *paths, *day, "--edition", EDITION, "--against", str(earlier / EDITION)])


def _not_there_then(before: Path) -> list[str]:
    """The rules of now that the earlier code did not have; its report is made to say that they found nothing."""
    report = json.loads(before.read_text("utf-8"))
    then = {*report["rules_run"], *(row["id"] for row in report["rules_not_run"])}
    begun = [id for id in all_rules() if id not in then]
    report["rules_run"] += begun
    before.write_text(json.dumps(report), "utf-8")
    return begun


def _counted(after: Path, begun: Sequence[str]) -> Iterator[str]:
    """How much each rule finds, in all, in each list, and in each of its places."""
    found: dict[str, Counter[str]] = {id: Counter() for id in begun}
    for section in json.loads(after.read_text("utf-8"))["sections"]:
        for finding in section["findings"]:
            if finding["id"] in found:
                head, _, _ = finding.get("path", "").partition("]")
                place = head.removeprefix("localities[") if head.startswith("localities[") else ""
                found[finding["id"]][f"{section['label']} {place}".strip()] += 1
    for id, places in found.items():
        yield f"{id}  {places.total()}"
        yield from (f"  {place}  {count}" for place, count in sorted(places.items()))


def _qingdan(tree: Path, words: Sequence[str], stdout: object = None) -> int:
    """The command as it stands in a work tree, on the lists of this one."""
    environment = {**os.environ, "PYTHONPATH": str(tree / "cli")}
    done = subprocess.run(
        [sys.executable, "-m", "qingdan", *words], cwd=REPO, env=environment, stdout=stdout, check=False
    )
    return done.returncode


def _git(*words: str) -> None:
    subprocess.run(["git", *words], cwd=REPO, check=True)


if __name__ == "__main__":
    sys.exit(main())
