"""How many printed names of papers and criteria are known, over the raw strings of the researched guides.

Usage: ``python scripts/names.py FACTS [-v]`` where FACTS is the folder with ``local/``. Ids and tables of judgement are
ignored: only what is printed is read. ``-v`` lists what is not known.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "cli"))

from qingdan.loading.opening import known_divisions, national
from qingdan.model.registry import plain
from qingdan.model.wording import Wordings, at_home

_SENTENCES = re.compile("[;；。\n]")
_BRACKETS = re.compile(r"[(（][^()（）]*[)）]")
_GUIDES = ("guides.jsonl", "county_guides.jsonl")
_ARCHIVE = "zhejiang_hrss_guides_2018.jsonl"


def _rows(facts: Path, name: str) -> Iterator[dict[str, Any]]:
    for line in (facts / "local" / name).read_text("utf-8").splitlines():
        if line.strip():
            yield json.loads(line)


def papers(facts: Path) -> Iterator[str]:
    """Every printed name of a paper."""
    for name in _GUIDES:
        for row in _rows(facts, name):
            yield from (paper["name"] for paper in row.get("materials") or [])
    for row in _rows(facts, _ARCHIVE):
        if row.get("employment_related"):
            yield from (paper["Name"].split("\n")[0] for paper in row.get("申请材料") or [] if paper["Name"])


def criteria(facts: Path) -> Iterator[str]:
    """Every printed criterion: the conditions of a guide, one sentence or entry at a time, 本地 for its own place."""
    for name in _GUIDES:
        for row in _rows(facts, name):
            stated = row.get("conditions") or []
            here = known_divisions().names_here(row.get("code6") or "")
            for text in stated if isinstance(stated, list) else _SENTENCES.split(stated):
                if text.strip():
                    yield at_home(text.strip(), here)


def atoms(text: str, wordings: Wordings) -> Iterator[tuple[str, bool]]:
    """The criteria of one sentence, and whether each is known; what stands in brackets explains the one before it."""
    meant = wordings.read(plain(text))
    parts = wordings.parts(plain(text) if meant else plain(_BRACKETS.sub("", text)))
    for part in parts:
        for each in [each.id for line in part.lines for each in line] or [""]:
            if each or not part.lines:  # 等 is no criterion
                yield part.text, bool(each)


def measured(facts: Path) -> dict[str, tuple[int, int, int, list[str]]]:
    """Papers and criteria: how many, how many word for word, how many as they are read, and the rest."""
    registries = national().registries
    names = list(papers(facts))
    exact = sum(bool(registries.evidence.named(name)) for name in names)
    unknown = [name for name in names if not all(each.id for each in registries.evidence.printed(name).papers)]
    found = [atom for text in criteria(facts) for atom in atoms(text, registries.criteria.wordings)]
    whole = sum(bool(registries.criteria.named(text)) for text, _ in found)
    left = [text for text, known in found if not known]
    return {
        "papers": (len(names), exact, len(names) - len(unknown), unknown),
        "criteria": (len(found), whole, len(found) - len(left), left),
    }


def main() -> None:
    """Print the shares."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("facts", type=Path)
    parser.add_argument("-v", action="store_true", help="list what is not known")
    asked = parser.parse_args()
    for what, (count, exact, known, unknown) in measured(asked.facts).items():
        print(f"{what}: n={count}, word for word {exact / count:.1%}, as printed {known / count:.1%}")
        if asked.v:
            print("\n".join(f"  {each}" for each in unknown))


if __name__ == "__main__":
    main()
