"""``make bench``: what the command costs, beside a peer and beside the least it could cost, in alternating rounds.

Every run is a fresh process. Of each command the median counts. Budgets in seconds speak of the machine on which they were
set: there check-jsonschema took ``REFERENCE`` seconds for this corpus, here it takes more or less, and by so much the
seconds are allowed to differ. What was measured and what it would be there are both printed.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from statistics import median

from tests.benchmarks import publishing
from tests.benchmarks.corpus import Corpus, found
from tests.benchmarks.measuring import REPO, Series, environment, run

_BIN = Path(sys.executable).parent
_DAY = os.environ.get("AS_OF", "2026-11-22")
_SCHEMA = REPO / "schemas" / "1" / "items.schema.json"
#: How many runs of the cheap commands go with one of the dear ones.
_CHEAP = 3
#: Seconds that check-jsonschema took for the corpus of 31 × 60 where the budgets in seconds were last held against it.
REFERENCE = 16.6
#: Items a province in the corpus that everything is measured on, and in those that show how comparing grows.
_ITEMS, _CURVE = 60, (60, 120, 300, 600)
_CHEAP_ONES = (
    "python -c pass", "qingdan --version", "qingdan --help", "qingdan validate, one file", "check-jsonschema, one file",
)  # fmt: skip


@dataclass(frozen=True)
class Budget:
    """One line of the verdict: what was measured, and what it may be.

    Attributes:
        name: What was done.
        measured: Here.
        limit: What it may be, in seconds on the machine of reference.
        unit: ``s``, ``ms``, ``MB``, or ``×`` for a ratio.
        slower: How many times slower this machine is, for what is measured in time; 1 for all else.
        at_least: The limit is the least that it may be.
    """

    name: str
    measured: float
    limit: float
    unit: str
    slower: float = 1
    at_least: bool = False

    @property
    def there(self) -> float:
        """What was measured, as it would be on the machine of reference."""
        return self.measured / self.slower

    @property
    def met(self) -> bool:
        """Whether the measure keeps to the budget."""
        return self.there >= self.limit if self.at_least else self.there <= self.limit


def main() -> None:
    """Build the corpus, run the rounds, print the tables."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5, help="how often each command is run (default 5)")
    parser.add_argument("--provinces", type=int, default=31, help="how many provinces (default 31)")
    parser.add_argument("--keep", type=Path, help="build the corpus in this folder and leave it there")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="qingdan-bench-") as folder:
        kept = environment(Path(folder) / "bytecode")
        corpus = _corpus(options.keep or Path(folder) / "corpus", options.provinces, _ITEMS, kept)
        _say(f"{len(corpus.files)} provinces, {corpus.megabytes:.1f} MB of items, {options.rounds} rounds")
        series = _series(corpus, kept)
        for each in series.values():
            each.warm_up()
        for number in range(1, options.rounds + 1):
            for each in series.values():
                for _ in range(_CHEAP if each.name in _CHEAP_ONES else 1):
                    each.once()
            _say(f"round {number} of {options.rounds}")
        _say(_measures(series))
        slower = _slower(series, options.provinces)
        _say(_budgets(series, slower))
        for line in chain(_curve(Path(folder), options.provinces, kept), publishing.table(Path(folder), kept, slower)):
            _say(line)


def _corpus(folder: Path, provinces: int, items: int, kept: Mapping[str, str]) -> Corpus:
    """Build the corpus in a process of its own: the memory of this one would be counted as that of its children."""
    run([sys.executable, "-m", "tests.benchmarks.corpus", str(folder), str(provinces), str(items)], kept)
    return found(folder)


def _series(corpus: Corpus, kept: Mapping[str, str]) -> dict[str, Series]:
    """What is run, in the order of a round."""
    tool, peer = str(_BIN / "qingdan"), str(_BIN / "check-jsonschema")
    files, folders = [str(file) for file in corpus.files], [str(file.parent.parent) for file in corpus.files]
    validate = [tool, "validate", "--as-of", _DAY]
    limit = [sys.executable, str(Path(__file__).with_name("limit.py")), str(_SCHEMA), str(corpus.values), *files]
    return {
        "python": Series("python -c pass", [sys.executable, "-c", "pass"], kept),
        "version": Series("qingdan --version", [tool, "--version"], kept),
        "help": Series("qingdan --help", [tool, "--help"], kept),
        "one": Series("qingdan validate, one file", [*validate, files[0]], kept, (0, 1)),
        "peer_one": Series("check-jsonschema, one file", [peer, "--schemafile", str(_SCHEMA), files[0]], kept),
        "all": Series("qingdan validate, all", [*validate, str(corpus.folder)], kept, (0, 1)),
        "peer": Series("check-jsonschema, all", [peer, "--schemafile", str(_SCHEMA), *files], kept),
        "limit": Series("libyaml events, jsonschema-rs", limit, kept),
        "comparing": Series("comparing alone", _comparing(folders), kept),
    }


def _told(series: Series, *names: str) -> float:
    """The median of what the runs of a script printed, the named figures added up."""
    told = [json.loads(each.output) for each in series.runs]
    return median(sum(float(each[name]) for name in names) for each in told)


def _measures(series: dict[str, Series]) -> str:
    base = series["all"].seconds
    rows = [f"\n{'command':<34}{'median s':>9}{'fastest':>9}{'slowest':>9}{'MB':>7}{'to qingdan, all':>17}"]
    for key in ("python", "version", "help", "one", "peer_one", "all", "peer"):
        each = series[key]
        low, high = each.spread
        rows.append(
            f"{each.name:<34}{each.seconds:>9.3f}{low:>9.3f}{high:>9.3f}{each.megabytes:>7.0f}{each.seconds / base:>16.2f}×"
        )
    inside = {
        "libyaml events alone": _told(series["limit"], "events"),
        "jsonschema-rs alone": _told(series["limit"], "schema"),
        "start + events + jsonschema-rs": series["python"].seconds + _told(series["limit"], "events", "schema"),
        "judging beyond loading": _told(series["comparing"], "comparing"),
        "diff with the nation beyond loading": _told(series["comparing"], "diff"),
    }
    for name, seconds in inside.items():
        rows.append(f"{name:<36}{seconds:>7.3f}{'':>25}{seconds / base:>16.2f}×")
    return "\n".join(rows)


def _budgets(series: dict[str, Series], slower: float) -> str:
    rows = [
        Budget("--version", series["version"].seconds * 1000, 80, "ms", slower),
        Budget("--help", series["help"].seconds * 1000, 150, "ms", slower),
        Budget("validate one file of 60 items", series["one"].seconds, 0.4, "s", slower),
        Budget("faster than check-jsonschema", series["peer"].seconds / series["all"].seconds, 5, "×", at_least=True),
        Budget("compare all with the nation", _told(series["comparing"], "diff"), 0.5, "s", slower),
        Budget("memory, all", series["all"].megabytes, 200, "MB"),
    ]
    lines = [
        f"\nthis machine takes {slower:.2f} times as long as the one of reference",
        f"{'budget':<34}{'measured':>12}{'there':>12}{'allowed':>12}",
    ]
    for row in rows:
        sign = "≥" if row.at_least else "≤"
        measured, allowed = f"{row.measured:.3g} {row.unit}", f"{sign} {row.limit:g} {row.unit}"
        there = f"{row.there:.3g} {row.unit}"
        lines.append(f"{row.name:<34}{measured:>12}{there:>12}{allowed:>12}   {'met' if row.met else 'NOT MET'}")
    beside = series["one"].seconds / series["peer_one"].seconds
    lines.append(f"one file takes {beside:.2f} times as long as check-jsonschema takes for its structure alone")
    return "\n".join(lines)


def _slower(series: dict[str, Series], provinces: int) -> float:
    """How many times as long as the machine of reference this one takes, by what the peer takes."""
    return series["peer"].seconds / (REFERENCE * provinces / 31)


def _curve(folder: Path, provinces: int, kept: Mapping[str, str]) -> Iterator[str]:
    """How comparing grows with the number of items a province has."""
    yield f"\n{'items a province':<18}{'judged':>9}{'judging s':>11}{'diff s':>9}{'µs an item':>12}"
    for items in _CURVE:
        corpus = _corpus(folder / f"curve-{items}", provinces, items, kept)
        told = json.loads(run(_comparing([str(file.parent.parent) for file in corpus.files]), kept).output)
        each = told["diff"] * 1_000_000 / (provinces * items)
        yield f"{items:<18}{told['judgements']:>9}{told['comparing']:>11.3f}{told['diff']:>9.3f}{each:>12.0f}"
        shutil.rmtree(corpus.folder.parent)


def _comparing(folders: list[str]) -> list[str]:
    return [sys.executable, "-m", "tests.benchmarks.comparing", _DAY, *folders]


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
