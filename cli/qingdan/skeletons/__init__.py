"""What stands in a new list: a head that claims nothing, and drafts of items that nobody has looked at yet."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from qingdan.loading.edition import Edition
from qingdan.model.divisions import Division
from qingdan.model.edition import NationalItem
from qingdan.model.likeness import closest
from qingdan.problems import UnknownItems

_ROW = """
  - id: {id}
    name: {name}
    implements: [{{item: {item}}}]
"""
#: What may be asked for beside ids.
ALL, NONE = "all", "none"


def files(division: Division, edition: Edition, wanted: str, schemas: str) -> dict[str, str]:
    """The files of a new list by their paths in its folder.

    Args:
        division: The province.
        edition: The national standard that it is written against.
        wanted: ``all``, ``none``, or ids of national items with commas between them; empty for all items of a real
            province, and for one worked example of the fictional one.
        schemas: The folder of the schemas.

    Raises:
        UnknownItems: An item is not in the edition.
    """
    sample = division.origin == "fiction"
    values = {
        "schemas": schemas, "province": division.code, "name": division.name, "edition": edition.id,
        "prefix": f"P{division.code[:2]}", "kind": "sample" if sample else "list",
    }  # fmt: skip
    if sample and not wanted:
        # everything in it is made up, and one item shows what a guide looks like
        head, example = (_filled(f"example-{name}.txt", **values) for name in ("catalogue", "items"))
        return {"catalogue.yaml": head, "items/01.yaml": example}
    found = {"catalogue.yaml": _filled("catalogue.txt", **values)}
    themes = list(edition.head["themes"])
    items = list(_chosen(edition, wanted or ALL))
    for number, theme in enumerate(themes, 1):
        rows = "".join(_row(item, values["prefix"]) for item in items if item["theme"] == theme["id"])
        if rows:
            found[f"items/{number:02}-{theme['id']}.yaml"] = _filled("items.txt", rows=rows.rstrip("\n"), **values)
    if not items:
        found["items/01.yaml"] = _filled("items.txt", rows=" []", **values)
    return found


def template_of(
    division: Division, edition: Edition, wanted: str
) -> tuple[dict[str, object], dict[str, tuple[str, ...]]]:
    """A list of which only the matters are known, as it stands in a workbook that is to be filled in.

    Args:
        division: The province.
        edition: The national standard that it is written against.
        wanted: ``all``, or ids of national items with commas between them.

    Returns:
        Path → value of its files; id of each matter → the national items that it implements.

    Raises:
        UnknownItems: An item is not in the edition.
    """
    prefix = f"P{division.code[:2]}"
    chosen = [(item, f"{prefix}-{item['id'].rpartition('-')[2]}") for item in _chosen(edition, wanted or ALL)]
    rows = [{"id": id, "name": item["name"], "implements": [{"item": item["id"]}]} for item, id in chosen]
    head = {
        "province": division.code,
        "name": f"{division.name}就业公共服务事项清单",
        "edition": edition.id,
        "kind": "sample" if division.origin == "fiction" else "list",
        "completeness": "partial",
    }
    files: dict[str, object] = {"catalogue.yaml": head, "items/01.yaml": {"items": rows}}
    return files, {id: (item["id"],) for item, id in chosen}


def _filled(file: str, /, **values: str) -> str:
    """A file of this folder with its values."""
    return Path(__file__).with_name(file).read_text("utf-8").format(**values)


def _chosen(edition: Edition, wanted: str) -> Iterator[NationalItem]:
    in_use = [item for item in edition.items.values() if item.get("state", "in_use") == "in_use"]
    if wanted in (ALL, NONE):
        yield from in_use if wanted == ALL else ()
        return
    ids = list(dict.fromkeys(part.strip().upper() for part in wanted.replace("，", ",").split(",") if part.strip()))
    unknown = [id for id in ids if id not in edition.items]
    if unknown or not ids:
        raise UnknownItems(unknown or [wanted], closest(unknown[0], edition.items) if unknown else "", edition.id)
    yield from (edition.items[id] for id in ids)


def _row(item: NationalItem, prefix: str) -> str:
    """A draft of one item: what it is called by the nation, and nothing else."""
    id = f"{prefix}-{item['id'].rpartition('-')[2]}"
    return _ROW.format(id=id, name=item.get("name", item["id"]), item=item["id"])
