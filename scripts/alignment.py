"""How well are names of lists aligned with the national items? By names that people have labelled, list by list.

    python scripts/alignment.py LABELS [--edition 2025] [--write FOLDER]

LABELS is a file of labelled names, or a folder that holds ``labels/*.yaml``; what the lists of ``provinces/`` say that
they implement is added, samples left out. A list is scored without the names that were taken from it: every name of an
item, a gap or an ambiguous name that stands in the list, but for the item's own name and those of official lists
(``catalogue/*/crosswalks``). Beside it stands what is found without any name that was seen in a list. Labels that their
maker doubts, and names that mean several things, are scored apart.

``--write`` keeps what was decided wrongly as a table, ``wrong.csv``; the remark of a row that is still there is kept.
"""

from __future__ import annotations

import argparse
import csv
import math
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qingdan.aligning.deciding import decide
from qingdan.aligning.decision import Asked, Decision
from qingdan.aligning.words import of_employment
from qingdan.loading.catalogue import load_catalogue
from qingdan.loading.edition import Edition
from qingdan.loading.opening import national
from qingdan.model.naming_items import ItemNames, bare
from qingdan.model.near_names import folded
from qingdan.reading import read_document
from qingdan.reading.tree import FolderTree

REPO = Path(__file__).resolve().parent.parent
Row = Mapping[str, Any]


@dataclass(frozen=True)
class Labelled:
    """A name of a list, and what it is.

    Attributes:
        source: The list.
        asked: The name and what stands beside it.
        items: Id of each item that it is → the relation; none: it has no item.
        employment: It is a matter of employment.
        doubtful: Its labeller doubts it.
        between: It may be several things: nothing but to ask is right.
    """

    source: str
    asked: Asked
    items: Mapping[str, str]
    employment: bool = True
    doubtful: bool = False
    between: bool = False


@dataclass(frozen=True)
class Scored:
    """A name and what was decided of it."""

    label: Labelled
    decision: Decision

    @property
    def taken(self) -> dict[str, str]:
        """Id of each item that was accepted → the relation."""
        return {each.item: each.relation for each in self.decision.accepted}

    @property
    def right(self) -> bool:
        """Every item that was accepted is one of the name's."""
        return set(self.taken) <= set(self.label.items)


def labelled(path: Path) -> list[Labelled]:
    """The labels of a file, or of all files in ``labels/`` of a folder."""
    files = sorted(path.glob("labels/*.yaml")) if path.is_dir() else [path]
    return [_labelled(row) for file in files for row in read_document(file.name, file.read_bytes()).value["labels"]]


def _labelled(row: Row) -> Labelled:
    heading, object = ((row[key],) if key in row else () for key in ("heading", "object"))
    return Labelled(
        row.get("source", ""),
        Asked(row["name"], row.get("department", ""), heading, object),
        {each["item"]: each.get("relation", "exact") for each in row.get("items", ())},
        bool(row.get("employment")),
        row["certainty"] == "doubtful",
        "between" in row,
    )


def implemented(provinces: Path) -> list[Labelled]:
    """What the lists of provinces say that their items are; what a sample says proves nothing."""
    found = []
    for folder in sorted(path for path in provinces.iterdir() if (path / "catalogue.yaml").is_file()):
        catalogue = load_catalogue(FolderTree(folder))
        for item in catalogue.items if catalogue.head.get("kind") != "sample" else ():
            if "implements" in item.record:
                said = {each["item"]: each.get("relation", "exact") for each in item.record["implements"]}
                found.append(Labelled(folder.name, Asked(item.record["name"]), said))
    return found


def without(edition: Edition, left_out: Callable[[str, Row], bool]) -> ItemNames:
    """The names of an edition but for some; an item keeps its own name and those of official lists."""
    official = {folded(bare(row["name"])) for placed in edition.crosswalks for row in placed.record["rows"]}

    def kept(text: str, row: Row) -> bool:
        return folded(bare(text)) in official or not left_out(text, row)

    items = [
        {
            **item,
            "aliases": [text for text in item.get("aliases", ()) if kept(text, {})],
            "printed_as": [row for row in item.get("printed_as", ()) if kept(row["text"], row)],
        }
        for item in edition.items.values()
    ]
    rows, gaps = (
        [{**row, "names": [text for text in row["names"] if kept(text, row)]} for row in edition.files.records(kind)]
        for kind in ("ambiguous", "gaps")
    )
    return ItemNames(items, rows, gaps)  # type: ignore[arg-type]


def scored(labels: Sequence[Labelled], edition: Edition, unseen: bool) -> list[Scored]:
    """Every name, decided without the names that came from its list; ``unseen``: without those of any list."""
    lists: dict[str, list[Labelled]] = defaultdict(list)
    for label in labels:
        lists[label.source].append(label)
    found = []
    for own in lists.values():
        here = {folded(bare(label.asked.name)) for label in own}
        names = without(
            edition,
            lambda text, row, here=here: folded(bare(text)) in here or (unseen and "seen_in" in row),  # type: ignore[misc]
        )
        found += [Scored(label, decide(label.asked, names)) for label in own]
    return found


def bounds(right: int, of: int, level: float = 0.95) -> tuple[float, float]:
    """The exact bounds of a share by Clopper and Pearson.

    >>> [round(bound, 3) for bound in bounds(49, 50)]
    [0.894, 0.999]
    """

    def at(chance: float, least: int) -> float:
        return sum(math.comb(of, k) * chance**k * (1 - chance) ** (of - k) for k in range(least, of + 1))

    def solved(least: int, wanted: float) -> float:
        low, high = 0.0, 1.0
        for _ in range(60):
            middle = (low + high) / 2
            low, high = (middle, high) if at(middle, least) < wanted else (low, middle)
        return low

    rest = (1 - level) / 2
    return (solved(right, rest) if right else 0.0), (solved(right + 1, 1 - rest) if right < of else 1.0)


def share(part: int, of: int) -> str:
    """A share with its bounds in words."""
    if not of:
        return "0 of 0"
    low, high = bounds(part, of)
    return f"{part} of {of} = {part / of:.3f} ({low:.3f} to {high:.3f})"


def lines(title: str, found: Sequence[Scored]) -> Iterator[str]:
    """What was decided, in words."""
    strict = [each for each in found if not each.label.doubtful and not each.label.between]
    accepted = [each for each in strict if each.decision.outcome == "accepted"]
    decided = [each for each in strict if each.decision.outcome != "open"]
    with_item = [each for each in strict if each.label.items]
    right = [each for each in accepted if each.right]
    none = [each for each in strict if each.decision.outcome == "none"]
    bare_ones = [each for each in strict if not each.label.items]
    worded = [each for each in bare_ones if of_employment(each.label.asked.name)]
    yield f"{title}: {len(strict)} names, {len(with_item)} with an item"
    yield f"  precision of what was accepted: {share(len(right), len(accepted))}"
    yield f"  decided, accepted or none: {share(len(decided), len(strict))}"
    yield f"  items found, of the names that have one: {share(len(right), len(with_item))}"
    yield f"  relation right, of what was rightly accepted: {share(sum(_related(each) for each in right), len(right))}"
    yield f"  none, though the name has an item: {share(sum(bool(each.label.items) for each in none), len(none))}"
    yield f"  accepted, though the name has none: {share(_accepted(bare_ones), len(bare_ones))}"
    yield f"    of those with a word of employment: {share(_accepted(worded), len(worded))}"
    for name, apart in (
        ("doubtful", [each for each in found if each.label.doubtful and not each.label.between]),
        ("of several meanings", [each for each in found if each.label.between]),
    ):
        wrong = sum(each.decision.outcome == "accepted" and not each.right for each in apart)
        left = sum(each.decision.outcome == "open" for each in apart)
        yield f"  apart, {name}: {len(apart)}; left open {left}, accepted wrongly {wrong}"


def _accepted(found: Sequence[Scored]) -> int:
    return sum(each.decision.outcome == "accepted" for each in found)


def _related(each: Scored) -> bool:
    return all(each.label.items[item] == relation for item, relation in each.taken.items())


def wrong(found: Sequence[Scored]) -> list[dict[str, str]]:
    """What was decided wrongly: another item, or none where there is one."""
    rows = []
    for each in found:
        label, decision = each.label, each.decision
        refused = decision.outcome == "none" and bool(label.items)
        if not label.between and (not each.right or refused):
            rows.append(
                {
                    "list": label.source,
                    "name": label.asked.name,
                    "is": " ".join(label.items) or "none",
                    "decided": " ".join(each.taken) or "none",
                    "because": " ".join(filter(None, (decision.reason.why, decision.reason.word))),
                    "doubtful": "yes" if label.doubtful else "",
                }
            )
    return rows


def write_wrong(file: Path, rows: Sequence[Mapping[str, str]]) -> None:
    """Keep the table of what is wrong; a remark that somebody has written on a row stays with it."""
    remarks: dict[tuple[str, str], str] = {}
    if file.is_file():
        with file.open(encoding="utf-8", newline="") as old:
            remarks = {(row["list"], row["name"]): row["remark"] for row in csv.DictReader(old)}
    with file.open("w", encoding="utf-8", newline="") as new:
        table = csv.DictWriter(
            new, ["list", "name", "is", "decided", "because", "doubtful", "remark"], lineterminator="\n"
        )
        table.writeheader()
        table.writerows({**row, "remark": remarks.get((row["list"], row["name"]), "")} for row in rows)


def main(words: Sequence[str] | None = None) -> int:
    """Measure and print; 2 where there are no labels."""
    parser = argparse.ArgumentParser(description="measure the alignment of names against labels, list by list")
    parser.add_argument("labels", type=Path)
    parser.add_argument("--edition", default="2025")
    parser.add_argument("--write", type=Path, metavar="FOLDER", help="keep the table of what is decided wrongly")
    options = parser.parse_args(words)
    if not options.labels.exists() or not (labels := labelled(options.labels)):
        print(f"no labels: {options.labels}", file=sys.stderr)
        return 2
    labels += implemented(REPO / "provinces")
    edition = national(options.edition)
    found = scored(labels, edition, unseen=False)
    print("\n".join(lines("without the names of the list that is scored", found)))
    print("\n".join(lines("without the names seen in any list", scored(labels, edition, unseen=True))))
    for row in wrong(found):
        print("  wrong: " + "; ".join(f"{key} {value}" for key, value in row.items() if value))
    if options.write:
        write_wrong(options.write / "wrong.csv", wrong(found))
    return 0


if __name__ == "__main__":
    sys.exit(main())
