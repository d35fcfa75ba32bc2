"""Rules on links inside one list: localities to items, items to each other."""

from __future__ import annotations

from collections.abc import Iterator

from qingdan.loading.catalogue import Catalogue, path_of
from qingdan.loading.placed import Placed
from qingdan.model.likeness import closest
from qingdan.rules import written
from qingdan.rules.paths import strings, values
from qingdan.rules.record import Hit, Rule, RuleContext, Said, Severity, on

#: Fields of an item that name other items of the same list.
LINKS = ("parent", "successor", "related[]")


def ids_of(catalogue: Catalogue) -> set[str]:
    """The ids of all items and handling items, and former ids, which still mean the item that had them.

    An item that was left out for its form is there all the same.
    """
    ids = {text for entry in written.entries(catalogue, "items") for at, text in strings(entry) if at[-1] == "id"}
    for item in catalogue.items:
        ids.add(item.record["id"])
        ids.update(item.record.get("moved", []))
        ids.update(handling["id"] for handling in item.record.get("handling_items", []))
    return ids


def _whole(catalogue: Catalogue) -> bool:
    """Whether all items of the list are known by id; of a file sent alone or beside an unread one, nobody knows."""
    files = catalogue.files
    return "catalogue" in files.heads and not files.unread and not written.nameless(files, "items")


def row_without_item(catalogue: Catalogue, context: RuleContext) -> Iterator[Hit]:
    """The row of a locality must name an item of the province, by which it is completed."""
    known = {item.record["id"] for item in catalogue.items} | written.ids(catalogue.files, "items")
    for file in catalogue.localities if _whole(catalogue) else ():
        for index, row in enumerate(file.record["items"]):
            if row is None or row.get("item", "") in known or "item" not in row:
                continue
            near, path = closest(row["item"], known), f"{path_of(file.record)}.items[{row['id']}].item"
            args = {"item": row["item"]}
            yield on(file, "items", index, "item", path=path, args=args, suggestions=(near,) if near else ())


def unknown_link(catalogue: Catalogue, context: RuleContext) -> Iterator[Hit]:
    """Parent, successor and related items must be in the list."""
    known = ids_of(catalogue)
    for item in catalogue.items if _whole(catalogue) else ():
        for path in LINKS:
            for below, id in values(item.record, path):
                if id not in known:
                    near = closest(id, known)
                    field = str(below[0])
                    path, args = f"items[{item.record['id']}].{field}[{id}]", {"field": field, "item": id}
                    yield on(item, *below, path=path, args=args, suggestions=(near,) if near else ())


def cycle(catalogue: Catalogue, context: RuleContext) -> Iterator[Hit]:
    """Going up by ``parent``, or on by ``successor``, must come to an end. One finding a circle."""
    by_id: dict[str, Placed] = {item.record["id"]: item for item in catalogue.items}
    for field in ("parent", "successor"):
        done: set[str] = set()
        for start in by_id:
            walked: dict[str, None] = {}  # a set that keeps the order of the walk
            id: object = start
            while id in by_id and id not in done and id not in walked:
                walked[id] = None
                id = by_id[id].record.get(field)
            if id in walked:
                steps = list(walked)
                circle = steps[steps.index(id) :]
                first = min(circle)
                yield on(by_id[first], field, path=f"items[{first}].{field}", args={"field": field, "items": circle})
            done.update(walked)


def former_id_in_use(catalogue: Catalogue, context: RuleContext) -> Iterator[Hit]:
    """An id that an item once had must not be given to another one."""
    owners = {item.record["id"]: item for item in catalogue.items}
    for item in catalogue.items:
        for former in item.record.get("moved", []):
            if former in owners and owners[former] is not item:
                other = owners[former]
                yield on(
                    other, "id", path=f"items[{former}].id", args={"id": former, "former_owner": item.record["id"]}
                )


_FIELDS = {
    "parent": Said("主项", "parent"),
    "successor": Said("后继事项", "successor"),
    "related": Said("关联事项", "related item"),
}
_ITEMS = "--- file: items/a.yaml\nschema: items/1\nitems:\n  - {id: SL-01, name: 失业登记}\n"
_TWO = "--- file: items/a.yaml\nschema: items/1\nitems:\n"
_ROWS = (
    _ITEMS + '--- file: localities/990100.yaml\nschema: locality/1\narea: "990100"\nname: 示例市\nlevel: prefecture\n'
)

RULES = (
    Rule(
        id="REF006", severity=Severity.ERROR, scope="catalogue", since="0.1",
        title=Said("地方文件对应的省级事项不存在", "The row of a locality names no item of the list"),
        message=Said("地方文件写明对应省级事项 {item}，省级清单里没有这一项", "The list has no item {item}"),
        advice=Said("核对编号；本地自有的事项把 status 写成 own 并删去 item",
                    "Check the id; for an item of the locality's own write status: own and remove item"),
        why=Said("对应不上省级事项，本地没有写的要素就补不齐",
                 "Without the item, the elements that the locality leaves to the province are missing"),
        bad=_ROWS + "items: [{id: SL-A, item: SL-10, status: claimed}]\n",
        good=_ROWS + "items: [{id: SL-A, item: SL-01, status: claimed}]\n",
        check=row_without_item,
    ),
    Rule(
        id="REF007", severity=Severity.ERROR, scope="catalogue", since="0.1",
        title=Said("指向的事项不在清单中", "A link names no item of the list"),
        message=Said("{field} {item} 不在本清单中", "The {field} {item} is not in this list"),
        advice=Said("核对编号；事项已经取消的，留在清单里并把 state 写成 cancelled",
                    "Check the id; an item that was cancelled stays in the list with state: cancelled"),
        why=Said("办事人会被引向不存在的事项", "Readers would be sent to an item that is not there"),
        words={"field": _FIELDS},
        bad=_TWO + "  - {id: SL-01, name: 失业登记}\n  - {id: SL-02, name: 失业保险金申领, related: [SL-10]}\n",
        good=_TWO + "  - {id: SL-01, name: 失业登记}\n  - {id: SL-02, name: 失业保险金申领, related: [SL-01]}\n",
        check=unknown_link,
    ),
    Rule(
        id="REF008", severity=Severity.ERROR, scope="catalogue", since="0.1",
        title=Said("主项或后继事项绕成一圈", "Parents or successors run in a circle"),
        message=Said("沿着 {field} 从一项到另一项，又回到了起点：{items}",
                     "Following the {field} from item to item leads back to the start: {items}"),
        advice=Said("核对这几项，去掉写反的一处", "Check these items and remove the link that is the wrong way round"),
        why=Said("层级和沿革要有起点和终点，页面才能排出来", "A hierarchy and a history need a beginning and an end"),
        words={"field": _FIELDS},
        bad=_TWO + "  - {id: SL-01, name: 失业登记, parent: SL-02}\n  - {id: SL-02, name: 登记, parent: SL-01}\n",
        good=_TWO + "  - {id: SL-01, name: 失业登记, parent: SL-02}\n  - {id: SL-02, name: 登记}\n",
        check=cycle,
    ),
    Rule(
        id="REF009", severity=Severity.ERROR, scope="catalogue", since="0.1",
        title=Said("曾用编号又给了别的事项", "A former id was given to another item"),
        message=Said("编号 {id} 是事项 {former_owner} 的曾用编号，又用在了另一个事项上",
                     "{id} is a former id of item {former_owner} and is now used by another one"),
        advice=Said("给新事项一个没有用过的编号", "Give the new item an id that was never used"),
        why=Said("编号再用，旧的链接、豁免和变更记录就会指错事项",
                 "Old links, waivers and change logs would point to the wrong item"),
        bad=_TWO + "  - {id: SL-02, name: 失业登记, moved: [SL-01]}\n  - {id: SL-01, name: 职业指导}\n",
        good=_TWO + "  - {id: SL-02, name: 失业登记, moved: [SL-01]}\n  - {id: SL-03, name: 职业指导}\n",
        check=former_id_in_use,
    ),
)  # fmt: skip
