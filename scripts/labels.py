"""How well are names of lists matched to the national items? Measures it over names that people have labelled.

    python scripts/labels.py LABELS [--edition 2025] [--all] [--list]

LABELS is a file of labelled names, or a folder that holds ``labels/*.yaml``. Labels that their maker doubts are left
out but for ``--all``. Every figure stands twice: with all that the edition knows, and without the names that were taken
from labels themselves (``seen_in: labels``), since those prove nothing about names that nobody has seen yet.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from qingdan.loading.edition import Edition
from qingdan.loading.opening import national
from qingdan.model.naming_items import ItemNames
from qingdan.reading import read_document

Label = Mapping[str, Any]
#: How many of the nearest items count as found among them.
NEAR = 3


@dataclass
class Score:
    """What was found, and of how many.

    Attributes:
        with_item: Names with a national item: how many there are, how many are decided rightly, how many are not
            decided but have it as the nearest, or among the nearest.
        decided_wrong: Names that are taken for an item which is not theirs, of every kind; must be empty.
        without_item: Names of employment services that no national item covers, and how many are known as such.
        other_field: Names of other fields.
        ambiguous: Names that mean several things, how many are known as such with all that they may mean, how many
            have all of it among the nearest.
    """

    with_item: int = 0
    decided: int = 0
    first: int = 0
    among: int = 0
    without_item: int = 0
    gap_known: int = 0
    other_field: int = 0
    ambiguous: int = 0
    declared: int = 0
    all_near: int = 0
    decided_wrong: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)


def read(path: Path) -> list[Label]:
    """The labels of a file, or of all files in ``labels/`` of a folder."""
    files = sorted(path.glob("labels/*.yaml")) if path.is_dir() else [path]
    return [row for file in files for row in read_document(file.name, file.read_bytes()).value["labels"]]


def without_labels(edition: Edition) -> ItemNames:
    """The names of an edition but for those that were taken from labels."""
    items = [
        {**item, "printed_as": [row for row in item.get("printed_as", []) if row.get("seen_in") != "labels"]}
        for item in edition.items.values()
    ]
    rows, gaps = edition.files.records("ambiguous"), edition.files.records("gaps")
    kept = ([row for row in each if row.get("seen_in") != "labels"] for each in (rows, gaps))
    return ItemNames(items, *kept)  # type: ignore[arg-type]


def measure(labels: Sequence[Label], names: ItemNames) -> Score:
    """What the names of an edition make of labelled names."""
    score = Score()
    for label in labels:
        taken = {meant.item for meant in names.means(label["name"])}
        own = {each["item"] for each in label.get("items", ())} | set(label.get("between", ()))
        if "between" in label or not taken <= own:
            score.decided_wrong += [f"{label['name']}: {each}" for each in sorted(taken)]
        if "between" in label:
            _ambiguous(label["name"], own - {"none"}, names, score)
        elif own:
            _with_item(label["name"], own, taken, names, score)
        elif label["employment"]:
            score.without_item += 1
            score.gap_known += names.gap(label["name"]) is not None
        else:
            score.other_field += 1
    return score


def _ambiguous(name: str, own: set[str], names: ItemNames, score: Score) -> None:
    row = names.ambiguous(name)
    score.ambiguous += 1
    score.declared += row is not None and own <= set(row["items"])
    score.all_near += own <= set(names.nearest(name, NEAR))


def _with_item(name: str, own: set[str], taken: set[str], names: ItemNames, score: Score) -> None:
    near = names.nearest(name, NEAR)
    score.with_item += 1
    score.decided += bool(taken) and taken <= own
    score.among += bool((taken | set(near)) & own)
    if (taken or set(near[:1])) & own:
        score.first += 1
    else:
        score.missed.append(f"{name}: {'、'.join(sorted(own))}; {'、'.join(near) or '—'}")


def lines(title: str, score: Score) -> Iterator[str]:
    """A score in words."""
    yield title
    yield (
        f"  names with an item: {score.with_item}; decided rightly {score.decided}, nearest {score.first}, "
        f"among the nearest {NEAR} {score.among}"
    )
    yield f"  employment services without one: {score.without_item}; known as gaps {score.gap_known}"
    yield f"  ambiguous: {score.ambiguous}; known with all they may mean {score.declared}, all near {score.all_near}"
    yield f"  of other fields: {score.other_field}"
    yield f"  decided wrongly, of all of these: {len(score.decided_wrong)}"
    yield from (f"    {each}" for each in score.decided_wrong)


def main(words: Sequence[str] | None = None) -> int:
    """Measure and print; 1 where something is decided wrongly, 2 where there are no labels."""
    parser = argparse.ArgumentParser(description="measure the matching of names against labels")
    parser.add_argument("labels", type=Path)
    parser.add_argument("--edition", default="2025")
    parser.add_argument("--all", action="store_true", help="count labels that their maker doubts too")
    parser.add_argument("--list", action="store_true", help="print the names whose item is not the nearest")
    options = parser.parse_args(words)
    if not options.labels.exists() or not (labels := read(options.labels)):
        print(f"no labels: {options.labels}", file=sys.stderr)
        return 2
    kept = [row for row in labels if options.all or row["certainty"] != "doubtful" or "between" in row]
    edition = national(options.edition)
    scores = {"with names taken from labels": measure(kept, edition.names)}
    scores["without them"] = measure(kept, without_labels(edition))
    for title, score in scores.items():
        print("\n".join(lines(title, score)))
        print("\n".join(f"    missed: {each}" for each in score.missed if options.list))
    return 1 if any(score.decided_wrong for score in scores.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
