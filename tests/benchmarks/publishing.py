"""What the public site costs at 200, 2,000 and 10,000 guides: time, memory, size; ``python -m tests.benchmarks.publishing``."""

from __future__ import annotations

import json
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.measuring import environment, run
from tests.publishing.conftest import chromium

_DAY = "2026-11-22"
_PROVINCES, _ITEMS = 20, (10, 100, 500)
#: Of 2,000 guides; of one guide in bytes: the page, and with all that a browser loads for it.
SECONDS, MEGABYTES, PAGE, LOADED = 30, 300, 30_000, 60_000
#: Milliseconds for the first query at 2,000 guides.
FIRST = 100
_LOADS = re.compile(r'<(?:link rel="stylesheet" href|script[^>]* src|img[^>]* src)="([^":]+)"')


@dataclass(frozen=True)
class Built:
    """One build."""

    guides: int
    seconds: float
    megabytes: float
    site: float
    page: int
    loaded: int
    searched: Mapping[str, float]


def table(folder: Path, kept: Mapping[str, str], slower: float = 1) -> Iterator[str]:
    """Build the site at each size, and say what it took beside what it may take.

    Args:
        folder: Where corpora and sites go; each is removed when it was measured.
        kept: The environment of the runs.
        slower: How many times slower this machine is than the one of which the budget speaks.
    """
    yield f"\n{'guides':<9}{'s':>8}{'ms a guide':>12}{'MB held':>9}{'MB of site':>12}{'largest guide':>15}{'with all it loads':>19}"
    for items in _ITEMS:
        each = measured(folder / f"site-{items}", items, kept)
        ms = each.seconds * 1000 / each.guides
        sizes = f"{each.site:>12.1f}{each.page:>15}{each.loaded:>19}"
        yield f"{each.guides:<9}{each.seconds:>8.1f}{ms:>12.1f}{each.megabytes:>9.0f}{sizes}{_verdict(each, slower)}"
        if each.searched:
            yield _search(each, slower)


def _search(each: Built, slower: float) -> str:
    first, later, address = (each.searched[name] for name in ("first", "later", "address"))
    verdict = f"{'met' if first / slower <= FIRST else 'NOT MET'} ({first / slower:.0f} ms there, ≤ {FIRST} ms)"
    times = f"first query {first:.0f} ms   {verdict}; later ones {later:.0f} ms"
    return f"search at {each.guides} guides in Chromium: {times}; from the parsed page where the address asks {address:.0f} ms"


def _verdict(each: Built, slower: float) -> str:
    met = each.page <= PAGE and each.loaded <= LOADED
    if each.guides == 2000:
        there = each.seconds / slower
        met = met and there <= SECONDS and each.megabytes <= MEGABYTES
        allowed = f"≤ {SECONDS} s, {MEGABYTES} MB, {PAGE}, {LOADED} bytes"
        return f"   {'met' if met else 'NOT MET'} ({there:.1f} s on the machine of reference; {allowed})"
    return "" if met else "   NOT MET"


def measured(folder: Path, items: int, kept: Mapping[str, str]) -> Built:
    """Build one corpus and its site."""
    run([sys.executable, "-m", "tests.benchmarks.corpus", str(folder), str(_PROVINCES), str(items)], kept)
    for head in folder.glob("provinces/*/catalogue.yaml"):  # lists in use: their guides have live links and telephones
        head.write_text(head.read_text("utf-8").replace("kind: sample", "kind: list"), encoding="utf-8")
    site, tool = folder / "site", str(Path(sys.executable).parent / "qingdan")
    done = run([tool, "publish", str(site), str(folder / "provinces"), "--as-of", _DAY], kept)
    guides = list(site.glob("guides/*/*.html"))
    largest = max(guides, key=lambda path: path.stat().st_size)
    size = sum(path.stat().st_size for path in site.rglob("*") if path.is_file())
    page = largest.stat().st_size
    loaded = page + sum(
        (largest.parent / name).stat().st_size for name in set(_LOADS.findall(largest.read_text("utf-8")))
    )
    asks = len(guides) == 2000 and chromium()
    asked = run([sys.executable, "-m", "tests.benchmarks.searching", str(site)], kept).output if asks else "{}"
    shutil.rmtree(folder)
    return Built(len(guides), done.seconds, done.megabytes, size / 1_000_000, page, loaded, json.loads(asked))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="qingdan-bench-") as name:
        for line in table(Path(name), environment(Path(name) / "bytecode")):
            sys.stdout.write(f"{line}\n")
            sys.stdout.flush()
