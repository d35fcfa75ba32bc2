"""Which places of two versions of a list are one: a county that became a city has another code and is no other place.

What the table of divisions records decides, never likeness: a place whose code was changed is the same place, one that
was merged has a successor that is named, and of everything else nothing is said.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from qingdan.loading.catalogue import Catalogue, code_of, path_of
from qingdan.loading.placed import Placed
from qingdan.model.catalogue import LocalityFile
from qingdan.model.divisions import Change, Divisions
from qingdan.model.registry import plain
from qingdan.reports.diff.facts import Difference, whole

_TOWNSHIP = 9


@dataclass
class Recoding:
    """What became of the places of an older version, by their paths.

    Attributes:
        same: Place of the older version → the same place in the newer one, under another code.
        merged: Place of the older version → the place of the newer one into which it was merged.
        split: Place of the newer version → the place of the older one of which it was a part: a merger looked at from
            its end.
    """

    same: dict[str, str] = field(default_factory=dict)
    merged: dict[str, str] = field(default_factory=dict)
    split: dict[str, str] = field(default_factory=dict)

    def now(self, path: str) -> str:
        """The path that something of the older version has in the newer one, as far as its place goes."""
        place, dot, rest = path.partition(".items[")
        return self.same.get(place, place) + dot + rest


def recoding(before: Catalogue, after: Catalogue, divisions: Divisions) -> Recoding:
    """Find the places of two versions that are one under two codes.

    Args:
        before: The older version. Two versions in the wrong order are compared all the same.
        after: The newer version.
        divisions: Codes and their changes.
    """
    olds, news = _places(before), _places(after)
    result = Recoding()
    result.same, result.merged = _became(olds, news, divisions)
    back, result.split = _became(news, olds, divisions)
    for new, old in back.items():
        result.same.setdefault(old, new)
    return result


def _places(catalogue: Catalogue) -> dict[str, Placed]:
    return {path_of(file.record): file for file in catalogue.localities}


def _became(
    olds: Mapping[str, Placed], news: Mapping[str, Placed], divisions: Divisions
) -> tuple[dict[str, str], dict[str, str]]:
    """The places that went on under another code, and those that were merged into another place."""
    came_of: dict[str, list[tuple[str, tuple[Change, ...]]]] = defaultdict(list)
    for path, file in olds.items():
        targets = _targets(file.record, news, divisions) if path not in news else []
        if len(targets) == 1:
            came_of[targets[0][0]].append((path, targets[0][1]))
    same: dict[str, str] = {}
    merged: dict[str, str] = {}
    for target, origins in came_of.items():
        kept = [path for path, changes in origins if all(change.keeps for change in changes)]
        main = kept[0] if len(kept) == 1 and target not in olds else ""
        for path, _ in origins:
            (same if path == main else merged)[path] = target
    return same, merged


def _targets(
    record: LocalityFile, news: Mapping[str, Placed], divisions: Divisions
) -> list[tuple[str, tuple[Change, ...]]]:
    """The places of the other version that a place may have become, each with the changes of its code.

    A township is told by its county's code and its own name: its last three digits may be given out anew.
    """
    found = []
    for code, changes in divisions.later(code_of(record)[:6]).items():
        for path, file in news.items():
            if code_of(file.record)[:6] == code and _alike(record, file.record):
                found.append((path, changes))
    return found


def _alike(old: LocalityFile, new: LocalityFile) -> bool:
    """Whether two files are about the same kind of place: a whole division, or a part of one with the same name."""
    parts = [len(code_of(each)) == _TOWNSHIP or "area" not in each for each in (old, new)]
    return parts == [False, False] or (all(parts) and plain(old["name"]) == plain(new["name"]))


def told(before: Catalogue, after: Catalogue, found: Recoding) -> Iterator[Difference]:
    """One line for each place that has another code or another name, and for each that was merged."""
    olds, news = _places(before), _places(after)
    kept = {path: path for path in olds if path in news} | found.same
    rows = [(old, new, "renamed", "place_recoded" if old != new else "") for old, new in kept.items()]
    rows += [(old, new, "changed", "place_merged") for old, new in found.merged.items()]
    rows += [(old, new, "changed", "place_split") for new, old in found.split.items()]
    for old, new, word, reason in rows:
        places = olds[old], news[new]
        names = [str(each.record["name"]) for each in places]
        if old == new and plain(names[0]) == plain(names[1]):
            continue
        shown = [f"{name} {code_of(each.record)}".strip() for name, each in zip(names, places, strict=True)]
        at = [each.locate("area" if "area" in each.record and old != new else "name") for each in places]
        path = old if word == "changed" and reason == "place_merged" else new
        yield whole(path, names[1], word, (shown[0], shown[1]), (at[0], at[1]), "list", reason)  # type: ignore[arg-type]
