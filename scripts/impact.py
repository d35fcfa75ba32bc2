"""What changed rules and requirements change for the lists here, since a revision: ``make impact BASE=main``.

Rules are code: the earlier ones are run from a second work tree, and their report is the baseline. Requirements are
data: the earlier edition is what the present one is held against.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

REPO = Path(__file__).resolve().parents[1]
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
    before = earlier.parent / "before.json"
    with before.open("wb") as file:
        code = _qingdan(earlier, ["validate", *paths, *day, "--format", "json", "--fail-on", "never"], stdout=file)
    if code:
        return code
    print("# Rules: findings that are new or gone", flush=True)
    shown = ["--fail-on", "never", "--format", "concise"]
    code = _qingdan(REPO, ["validate", *paths, *day, "--baseline", str(before), *shown])
    if code:
        return code
    print("\n# Requirements: findings and judgements that change", flush=True)
    return _qingdan(REPO, ["impact", *paths, *day, "--edition", EDITION, "--against", str(earlier / EDITION)])


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
