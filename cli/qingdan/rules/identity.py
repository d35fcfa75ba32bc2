"""Rules on what an item calls itself: it is not its own neighbour, and its basic code is not that of others."""

from __future__ import annotations

from collections.abc import Iterator

from qingdan.findings import Argument
from qingdan.loading.catalogue import Catalogue
from qingdan.loading.placed import Placed
from qingdan.rules.record import Hit, Related, Rule, RuleContext, Said, Severity, on

_ITEMS = "--- file: items/a.yaml\nschema: items/1\nitems:\n"


def related_to_itself(catalogue: Catalogue, context: RuleContext) -> Iterator[Hit]:
    """An item that is named among what goes with it, or among the ids that it had."""
    for item in catalogue.items:
        id = item.record["id"]
        for field in ("related", "moved"):
            named = item.record.get(field, [])
            if id in named:
                args = {"field": field, "item": id}
                yield on(item, field, named.index(id), path=f"items[{id}].{field}[{id}]", args=args)


def shared_basic_code(catalogue: Catalogue, context: RuleContext) -> Iterator[Hit]:
    """Several items in use with one basic code: one remark a code. A main item and its parts may well share one."""
    holders: dict[tuple[str, str], list[Placed]] = {}
    for item in catalogue.items:
        codes = item.record.get("codes", {})
        for key in ("basic", "local_basic"):
            if key in codes and item.record.get("state") != "cancelled":
                holders.setdefault((key, codes[key]), []).append(item)
    for (key, code), items in holders.items():
        ids = [item.record["id"] for item in items]
        parts = {item.record.get("parent", item.record["id"]) for item in items}
        if len(items) > 1 and len(parts) > 1:
            related = (Related(items[0].locate("codes", key), "first_defined"),)
            path = f"items[{ids[1]}].codes[{key}]"
            extra: dict[str, Argument] = {"count": len(ids), "items": ids[:10]}
            yield on(items[1], "codes", key, path=path, args={"code": code}, extra=extra, related=related)


RULES = (
    Rule(
        id="CAT016", severity=Severity.WARNING, scope="catalogue", since="0.1",
        title=Said("事项写成与自己有关", "An item that names itself"),
        message=Said("{item} 在{field}里写了自己的编号", "{item} names itself among its {field}"),
        advice=Said("删去，或者改成想写的那个编号", "Remove it, or write the id that was meant"),
        why=Said("指向自己的链接什么也没有说，想写的那个事项就没有连上",
                 "A link to oneself says nothing, and the item that was meant is not linked"),
        words={"field": {"related": Said("关联事项", "related items"), "moved": Said("曾用编号", "former ids")}},
        bad=_ITEMS + "  - {id: SL-01, name: 失业登记, related: [SL-01]}\n",
        good=_ITEMS + "  - {id: SL-01, name: 失业登记, related: [SL-02]}\n  - {id: SL-02, name: 就业登记}\n",
        check=related_to_itself,
    ),
    Rule(
        id="CAT017", severity=Severity.INFO, scope="catalogue", since="0.1",
        title=Said("几个事项用了同一个基本编码", "Several items with one basic code"),
        message=Said("基本编码 {code} 有 {count} 个事项在用：{items}",
                     "{count} items have the basic code {code}: {items}"),
        advice=Said("核对；确是一个主项的几个部分的，用 parent 写明主项",
                    "Check; where they are parts of one main item say so with parent"),
        why=Said("基本编码是一个事项的代号，别的系统会把它们当成同一个事项",
                 "A basic code stands for one item; other systems will take them for the same one"),
        bad=_ITEMS + '  - {id: SL-01, name: 失业登记, codes: {basic: "002099806003"}}\n'
                     '  - {id: SL-02, name: 就业登记, codes: {basic: "002099806003"}}\n',
        good=_ITEMS + '  - {id: SL-01, name: 失业登记, codes: {basic: "002099806003"}}\n'
                      '  - {id: SL-02, name: 就业登记, codes: {basic: "002099806004"}}\n',
        check=shared_basic_code,
    ),
)  # fmt: skip
