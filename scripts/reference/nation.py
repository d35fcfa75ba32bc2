"""The national items and the requirements on them, from the edition."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from scripts.reference.elements import RELATION
from scripts.reference.markdown import code, codes, page, table, text

from qingdan.judging.verdicts import bases_of
from qingdan.loading.edition import Edition
from qingdan.loading.opening import national
from qingdan.model.declarations import elements
from qingdan.model.edition import Requirement
from qingdan.printing.messages import basis_line
from qingdan.printing.words import word
from qingdan.reports.documents.grounds import open_note
from qingdan.reports.rules.as_text import weight
from qingdan.values.saying import say


def _items(edition: Edition) -> Iterator[str]:
    names = edition.registries.name
    for theme in edition.head["themes"]:
        yield f"## {text(theme['name'])}"
        yield ""
        rows = [
            (
                code(item["id"]), text(item.get("name", "")), text("、".join(item.get("aliases", []))),
                text(say(item["audience"], "zh", names, "audience")) if "audience" in item else "",
                str(len(edition.requirements[item["id"]])), word(item["evidence"], "zh"), text(item.get("source", "")),
                text(item.get("note", "")),
            )
            for item in edition.items.values()
            if item["theme"] == theme["id"]
        ]  # fmt: skip
        yield from table(("编号", "名称", "又称", "对象", "要求", "名称的证据", "名称的出处", "说明"), rows)


def _requirement(row: Requirement, edition: Edition, head: str = "####") -> Iterator[str]:
    element, names = elements()[row["element"]], edition.registries.name
    period: Any = row.get("in_force", {})
    day = edition.head.get("as_of", "")
    yield f"{head} {row['id']}"
    yield ""
    yield f"{text(row['explains'])}（{weight(row, edition, 'zh', day)}）"
    yield ""
    value = say(next(iter(row["value"].values())), "zh", names, row["element"])
    yield f"- 要素：{text(element.title)} {code(row['element'])}；{RELATION[row['relation']]}：{text(value)}"
    if "tolerated" in row:
        room = say(next(iter(row["tolerated"].values())), "zh", names, row["element"])
        yield f"- 不作判断的：{text(room)}。只因它们而超出的是未定"
    for key, label in (("channel", "渠道"), ("case", "情形")):
        if key in row:
            yield f"- {label}：{text(names(key, row[key]) or row[key])}"  # type: ignore[literal-required]
    if period:
        yield f"- 有效期：{period.get('since', '')} 至 {period.get('until', '今')}"
    yield from (f"- 依据：{text(basis_line(basis, 'zh'))}" for basis in bases_of(row, edition, day))
    if note := open_note(row, edition, day, "zh"):
        yield f"- 未定：{text(note)}"
    if "note" in row:
        yield f"- 说明：{text(row['note'])}"
    yield ""


def _requirements(edition: Edition) -> Iterator[str]:
    shared = {id for id in edition.by_id if not id.startswith("JY-")}
    yield "## 对许多事项都成立的要求"
    yield ""
    for id in sorted(shared):
        yield from _requirement(edition.by_id[id], edition, "###")
        held = [item for item, rows in edition.requirements.items() if any(row["id"] == id for row in rows)]
        yield f"适用：{'全部事项' if len(held) == len(edition.items) else codes(held)}"
        yield ""
    for theme in edition.head["themes"]:
        yield f"## {text(theme['name'])}"
        yield ""
        for item in edition.items.values():
            if item["theme"] != theme["id"]:
                continue
            rows = edition.requirements[item["id"]]
            yield f"### {item['id']} {text(item.get('name', ''))}"
            yield ""
            for row in rows:
                if row["id"] not in shared:
                    yield from _requirement(row, edition)
            others = [row["id"] for row in rows if row["id"] in shared]
            if others:
                yield "另见：" + "、".join(f"[{id}](#{id.lower()})" for id in others)
                yield ""
            elif not rows:
                yield "没有具体要求。"
                yield ""


def pages() -> dict[str, str]:
    """The pages of the national items and of the requirements."""
    edition = national()
    notes = [f"- {text(note)}" for note in edition.head.get("note", [])]
    head = f"{text(edition.head['name'])}，编号 {code(edition.id)}，内容截至 {edition.head.get('as_of', '')}。"
    lead = (
        f"{head}每项要求写明依据和证据等级：官方文本和副本可以报错误，转述和实际做法至多报警告，凭记忆和推断的只作提示。"
        "“只展示”的不判断。"
    )
    return {
        "national-items.md": page("全国事项", head, [*notes, "", *_items(edition)]),
        "requirements.md": page("全国要求", lead, _requirements(edition)),
    }
