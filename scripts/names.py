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

from qingdan.loading.opening import national
from qingdan.model.registry import plain

_SENTENCES = re.compile("[;；。\n]")
#: Criteria of one sentence, joined in whatever way; what stands in brackets explains the criterion before it.
_ATOMS = re.compile("[、,，]|(?<!共)和|并且|且|同时|以及|及(?=[^以])|或者|或|并(?=[\u4e00-\u9fff])")
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
    """Every printed criterion: the conditions of a guide, one sentence or entry at a time."""
    for name in _GUIDES:
        for row in _rows(facts, name):
            stated = row.get("conditions") or []
            for text in stated if isinstance(stated, list) else _SENTENCES.split(stated):
                if text.strip():
                    yield text.strip()


def atoms(text: str, known: Any) -> Iterator[tuple[str, bool]]:
    """The criteria of one sentence, and whether each is known."""
    meant = known(plain(text))
    if meant:
        yield from ((text, True) for line in meant for _ in line)
        return
    pieces = [piece for piece in _ATOMS.split(_BRACKETS.sub("", text)) if piece.strip()]
    for at, piece in enumerate(pieces):
        before = pieces[at - 1] if at else ""
        tried = (piece, *(before[:end] + piece for end in range(1, min(len(before), 5))))
        yield piece, any(known(plain(each)) for each in tried)


def measured(facts: Path) -> dict[str, tuple[int, int, int, list[str]]]:
    """Papers and criteria: how many, how many word for word, how many as they are read, and the rest."""
    registries = national().registries
    names = list(papers(facts))
    exact = sum(bool(registries.evidence.named(name)) for name in names)
    unknown = [name for name in names if not all(each.id for each in registries.evidence.printed(name).papers)]
    found = [atom for text in criteria(facts) for atom in atoms(text, registries.criteria.wordings.read)]
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
