"""A tree of files → an edition of the national standard."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from qingdan.loading.as_read import AsRead
from qingdan.loading.files import Files, read_files
from qingdan.loading.placed import Placed
from qingdan.model import registry
from qingdan.model.edition import EditionHead, Group, NationalItem, Requirement
from qingdan.model.naming_items import ItemNames
from qingdan.model.registry import Registries
from qingdan.model.ways import NO_WAYS, WaysFile
from qingdan.problems import NoEdition
from qingdan.reading import Tree

PLACES = {
    "edition.yaml": ["edition"],
    "items/*.yaml": ["national-items"],
    "requirements/*.yaml": ["requirements"],
    "evidence.yaml": ["evidence"],
    "criteria.yaml": ["criteria"],
    "concepts/*.yaml": ["concepts"],
    "documents.yaml": ["documents"],
    "groups.yaml": ["groups"],
    "crosswalks/*.yaml": ["crosswalk"],
    "left-out.yaml": ["left-out"],
    "ambiguous.yaml": ["ambiguous"],
    "gaps.yaml": ["gaps"],
    "ways.yaml": ["ways"],
}


@dataclass(frozen=True)
class Edition:
    """The national standard of one edition.

    Attributes:
        head: ``edition.yaml``.
        items: Id → national item.
        requirements: Item id → the requirements on it, its own and the shared ones, in order of id.
        by_id: Requirement id → requirement.
        registries: Papers, criteria, concepts, documents.
        groups: Key groups.
        ways: Everyday words for items, and the ways in from the home page.
        files: What was read, with places and findings.
    """

    head: EditionHead
    items: Mapping[str, NationalItem]
    requirements: Mapping[str, tuple[Requirement, ...]]
    by_id: Mapping[str, Requirement]
    registries: Registries
    groups: tuple[Group, ...]
    ways: WaysFile
    crosswalks: tuple[Placed, ...]
    files: Files

    @property
    def id(self) -> str:
        """The edition's id, such as ``2025``."""
        return self.head["id"]

    @cached_property
    def names(self) -> ItemNames:
        """What the names of lists mean among its items."""
        return ItemNames(self.items.values(), self.files.records("ambiguous"), self.files.records("gaps"))


def load_edition(tree: Tree, *, prefix: str = "", as_read: Mapping[str, AsRead] | None = None) -> Edition:
    """Load an edition.

    Args:
        tree: A folder with ``edition.yaml``.
        prefix: Put before file names in locations.
        as_read: Name → what was read of the file before.

    Raises:
        NoEdition: There is no readable ``edition.yaml``.
    """
    return edition_of(read_files(tree, PLACES, prefix=prefix, as_read=as_read), tree.label)


def edition_of(files: Files, label: str) -> Edition:
    """The edition that was read from the files of a folder; ``label`` names the folder.

    Raises:
        NoEdition: There is no readable ``edition.yaml``.
    """
    if "edition" not in files.heads:
        raise NoEdition(label, files.findings)
    items: dict[str, NationalItem] = {}
    for item in files.records("national-items"):
        items.setdefault(item["id"], item)
    on_item, by_id = _requirements(files, items)
    head, groups = files.heads["edition"].record, tuple(files.records("groups"))
    ways = files.heads["ways"].record if "ways" in files.heads else NO_WAYS
    lists = tuple(files.files.get("crosswalk", []))
    return Edition(head, items, on_item, by_id, _registries(files), groups, ways, lists, files)


def _requirements(
    files: Files, items: Mapping[str, NationalItem]
) -> tuple[dict[str, tuple[Requirement, ...]], dict[str, Requirement]]:
    shared: list[Requirement] = files.records("requirements")
    on_item = {}
    by_id: dict[str, Requirement] = {row["id"]: row for row in shared}
    for id, item in items.items():
        own = item.get("requirements", [])
        by_id.update((row["id"], row) for row in own)
        here = [row for row in shared if id in row.get("items", [id]) and id not in row.get("excluding", [])]
        on_item[id] = tuple(sorted([*own, *here], key=lambda row: row["id"]))
    return on_item, by_id


def _registries(files: Files) -> Registries:
    papers, kinds = registry.evidence(files.records("evidence"))
    criteria, stricter = registry.criteria(files.records("criteria"))
    lists: dict[str, registry.Vocabulary] = {}
    of_element: dict[str, str] = {}
    for file in files.files.get("concepts", []):
        name = file.document.name.rsplit("/", 1)[-1].removesuffix(".yaml")
        rows = [row for row in file.record["concepts"] if row is not None]
        lists[name] = registry.concepts(name, rows, file.record.get("covered_by", "broader"))
        of_element.update((element, name) for element in file.record["elements"])
    documents = registry.documents(files.records("documents"))
    abolished = {row["id"]: row["abolished"] for row in files.records("evidence") if "abolished" in row}
    return Registries(papers, kinds, criteria, stricter, lists, of_element, documents, abolished)
