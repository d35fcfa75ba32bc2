"""A tree of files → the list of one province: its items, its localities, and what applies where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, cast

from qingdan.findings import Location
from qingdan.loading.answers import aligned
from qingdan.loading.files import Files, read_files
from qingdan.loading.placed import Placed
from qingdan.model.catalogue import CatalogueHead, LocalityFile
from qingdan.model.declarations import elements
from qingdan.model.item import Record
from qingdan.reading import Tree

PLACES = {
    "catalogue.yaml": ["catalogue"],
    "items/*.yaml": ["items"],
    "localities/*.yaml": ["locality"],
    "waivers.yaml": ["waivers"],
    "rules.yaml": ["own-rules"],
    "profiles/*.yaml": ["profile"],
    "mapping.yaml": ["mapping"],
    "alignment.yaml": ["alignment"],
    # files that stand alone, as a person sends them
    "*.yaml": ["items", "locality"],
    "*.yml": ["items", "locality"],
    "*.json": ["items", "locality"],
    "items/*.json": ["items"],
    "*.jsonl": ["items"],
}


@dataclass(frozen=True)
class Effective:
    """An item as it holds in one place: the upper layer replaces whole elements of the one below.

    Attributes:
        id: Id of the item, the handling item or the row of a locality.
        record: The merged record.
        layers: The records it was merged from, lowest first.
        area: Code of the place, or of the place it lies in.
        place: Name of the place.
        level: province, prefecture, county, township or village.
        path: Path by identity: ``items[ZJ-57]`` or ``localities[433101].items[JS-01]``.
    """

    id: str
    record: Record
    layers: tuple[Placed, ...]
    area: str
    place: str
    level: str
    path: str
    as_of: str

    @property
    def below(self) -> str:
        """Path of the item of the province that a row or a handling item is laid over; ``""`` where there is none."""
        id = self.layers[-1].record.get("item") if self.level != "province" else ""
        if not id and len(self.layers) > 1:
            id = self.layers[-2].record["id"]
        return f"items[{id}]" if id else ""

    def origin(self, element: str) -> Placed:
        """The layer that states an element; the top layer where none does."""
        return next((layer for layer in reversed(self.layers) if element in layer.record), self.layers[-1])

    def locate(self, element: str, *below: str | int, key: bool = False) -> Location:
        """Where an element, or something below it, stands."""
        layer = self.origin(element)
        if element not in layer.record:
            return layer.locate("id") if "id" in layer.record else layer.locate()
        return layer.locate(element, *below, key=key)

    def known_in_whole(self, element: str) -> bool:
        """Whether a list is known in whole, so that what is not in it can be called absent."""
        partly = self.record.get("known_in_part", [])
        return element not in partly and "all" not in partly


@dataclass(frozen=True)
class Catalogue:
    """The list of one province.

    Attributes:
        head: ``catalogue.yaml``; for a file without one, what can be assumed (kind list, partial).
        items: The items of the province, placed.
        localities: Its localities, placed, in order of code: a place without one stands with the place it lies in.
        files: What was read, with places and findings.
        complete: Whether every file of it could be read.
    """

    head: CatalogueHead
    items: tuple[Placed, ...]
    localities: tuple[Placed, ...]
    waivers: tuple[Placed, ...]
    files: Files
    label: str

    @property
    def province(self) -> str:
        """Code of the province, ``""`` if not known."""
        return self.head.get("province", "")

    def effective(self) -> Iterator[Effective]:
        """Every item in every place where it is stated: province first, then each locality."""
        by_id: dict[str, Effective] = {}
        moved: dict[str, Effective] = {}  # a row may still name an item by the id that it had
        for item in self.items:
            here = self._at_province(item, (item,), item.record["id"])
            by_id[here.id] = here
            moved.update((former, here) for former in item.record.get("moved", []))
            yield here
            for index, handling in enumerate(item.record.get("handling_items", [])):
                layer = Placed(handling, item.document, (*item.pointer, "handling_items", index))
                yield self._at_province(item, (item, layer), handling["id"])
        for locality in self.localities:
            yield from self._of_locality(locality, {**moved, **by_id})

    def _at_province(self, item: Placed, layers: tuple[Placed, ...], id: str) -> Effective:
        as_of = date_of(item.record) or self.head.get("as_of", "")
        record = merged(layers)
        return Effective(id, record, layers, self.province, self.head["name"], "province", f"items[{id}]", as_of)

    def _of_locality(self, file: Placed, by_id: dict[str, Effective]) -> Iterator[Effective]:
        locality = cast(LocalityFile, file.record)
        area = code_of(locality)
        for index, row in enumerate(locality["items"]):
            if row is None or row["status"] == "not_claimed":
                continue
            layer = Placed(row, file.document, ("items", index))
            below = by_id.get(row.get("item", ""))
            layers = (*below.layers, layer) if below else (layer,)
            as_of = date_of(row) or locality.get("as_of", "") or (below.as_of if below else self.head.get("as_of", ""))
            path = f"{path_of(locality)}.items[{row['id']}]"
            yield Effective(row["id"], merged(layers), layers, area, locality["name"], locality["level"], path, as_of)


def code_of(locality: LocalityFile) -> str:
    """The code of a locality, or of the place it lies in."""
    return locality.get("area") or locality.get("zone", {}).get("within", "")


def path_of(locality: LocalityFile) -> str:
    """Path by identity of a locality: by its code, or by its name within the place that has one."""
    within = locality.get("zone", {}).get("within", "")
    return f"localities[{locality['area'] if 'area' in locality else within + '/' + locality['name']}]"


#: Keys of a record that describe one layer only and are not handed up.
_OWN = ("id", "status", "because", "handling_items", "notes", "changes")


def merged(layers: tuple[Placed, ...]) -> Record:
    """Lay records over each other: a key of an upper layer replaces that of the lower one as a whole."""
    if len(layers) == 1:
        return cast(Record, layers[0].record)
    result: dict[str, Any] = {}
    for layer in layers:
        result.update((key, value) for key, value in layer.record.items() if key not in _OWN)
    top = layers[-1].record
    if "known_in_part" in result and "known_in_part" not in top:
        result["known_in_part"] = [name for name in result["known_in_part"] if name not in top]
    return cast(Record, {**result, "id": top["id"]})


def date_of(record: Record) -> str:
    """The day of which a record speaks, as far as its source says."""
    source = record.get("source", {})
    return source.get("as_of", "") or source.get("date", "")


def stated(record: Record) -> list[str]:
    """The elements that a record states, in the order of a guide."""
    return [name for name in elements() if name in record]


def load_catalogue(tree: Tree, *, prefix: str = "") -> Catalogue:
    """Load a province's list.

    Args:
        tree: A folder with ``catalogue.yaml``, or a tree with single files of items.
        prefix: Put before file names in locations.
    """
    files = read_files(tree, PLACES, prefix=prefix)
    head = cast(CatalogueHead, files.heads["catalogue"].record) if "catalogue" in files.heads else _assumed(tree.label)
    localities = sorted(files.files.get("locality", []), key=lambda placed: code_of(placed.record))
    items, waivers = (tuple(files.entries.get(kind, [])) for kind in ("items", "waivers"))
    items = aligned(items, files.records("alignment"))
    return Catalogue(head, items, tuple(localities), waivers, files, tree.label)


def _assumed(label: str) -> CatalogueHead:
    """A head for files that stand alone: judged as a list, but never expected to be whole."""
    return CatalogueHead(
        schema="catalogue/1",
        province="",
        name=label,
        edition="",
        kind="list",
        completeness="partial",
        source={"title": label, "evidence": "practice", "seen": "part"},
    )
