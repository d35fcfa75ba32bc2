"""What stands in a new list: a head that claims nothing, and drafts of items that nobody has looked at yet."""

from __future__ import annotations

from collections.abc import Iterator

from qingdan.loading.edition import Edition
from qingdan.model.divisions import Division
from qingdan.model.edition import NationalItem
from qingdan.model.likeness import closest
from qingdan.problems import UnknownItems

#: Of the fictional province: everything in it is made up, and one item shows what a guide looks like.
_EXAMPLE_HEAD = """\
# yaml-language-server: $schema={schemas}/catalogue.schema.json
schema: catalogue/1
province: "{province}"
name: {name}就业公共服务事项清单
edition: "{edition}"
kind: sample
completeness: partial   # 收齐以后改为 whole，缺项才会报出来
source:
  title: {name}就业公共服务事项清单
  evidence: sample
  seen: whole
"""
_EXAMPLE_ITEM = """\
# yaml-language-server: $schema=../{schemas}/items.schema.json
schema: items/1
items:
  - id: {prefix}-0401
    name: 失业登记
    implements:
      - {{item: JY-0401, relation: exact}}
    type: public-service
    audience:
      - {{id: natural-person, text: 自然人}}
    places:
      - {{id: hukou-place, text: 户籍地}}
      - {{id: usual-residence, text: 常住地}}
      - {{id: workplace, text: 就业地}}
      - {{id: insured-place, text: 参保地}}
    materials:
      - {{id: id-document, name: 有效身份证件, necessity: required}}
    promised_limit:
      - {{amount: 3, unit: working_day, text: 3个工作日}}
    # 还没有核实的内容不要写：没有写的算“没有写”，不会被当成“没有”
"""
_HEAD = """\
# yaml-language-server: $schema={schemas}/catalogue.schema.json
schema: catalogue/1
province: "{province}"
name: {name}就业公共服务事项清单
edition: "{edition}"
kind: {kind}
completeness: partial   # 事项收全以后改为 names（只有名称）、guides（有指南）或 whole，缺项才会报出来
source:                 # 先写这里：照哪份文件录入的
  title: 草稿，照全国基准的名称列出，还没有核对
  evidence: inferred    # 照官方文件录入的改成 official，照副本的改成 copy
  seen: none            # 看过原文的改成 whole（全文）或 part（部分）
"""
_ITEMS = """\
# yaml-language-server: $schema=../{schemas}/items.schema.json
# 待核对的草稿：名称照抄全国基准，不是{name}的规定。本省不办的删去，名称改成本省的叫法，再照原文补：
# 到哪里办 channels、带什么 materials、多久 promised_limit、收不收费 fee、打哪个电话 contact。
# 核对过的事项写自己的 source；还没有核实的内容不要写：没有写的算“没有写”，不会被当成“没有”。
schema: items/1
items:{rows}
"""
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
    place = {"province": division.code, "name": division.name, "prefix": f"P{division.code[:2]}"}
    values = {**place, "schemas": schemas, "edition": edition.id, "kind": "sample" if sample else "list"}
    if sample and not wanted:
        return {"catalogue.yaml": _EXAMPLE_HEAD.format(**values), "items/01.yaml": _EXAMPLE_ITEM.format(**values)}
    found = {"catalogue.yaml": _HEAD.format(**values)}
    themes = list(edition.head["themes"])
    items = list(_chosen(edition, wanted or ALL))
    for number, theme in enumerate(themes, 1):
        rows = "".join(_row(item, values["prefix"]) for item in items if item["theme"] == theme["id"])
        if rows:
            found[f"items/{number:02}-{theme['id']}.yaml"] = _ITEMS.format(rows=rows.rstrip("\n"), **values)
    if not items:
        found["items/01.yaml"] = _ITEMS.format(rows=" []", **values)
    return found


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
