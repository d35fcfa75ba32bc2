"""The elements of an item, from their declarations."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.reference.markdown import code, codes, page, table, text

from qingdan.model.declarations import elements, told
from qingdan.publishing.words import told as said

GROUPS = {
    "identity": "身份", "basis": "依据", "provider": "谁来办", "audience": "给谁办、什么条件", "materials": "材料",
    "results": "结果", "channels": "渠道和地点", "steps": "流程", "time": "时限", "visits": "跑动次数", "fee": "收费",
    "benefit": "补贴和标准", "cross_region": "通办", "follow_up": "后续", "remedy": "投诉和救济", "guide": "指南",
    "exchange": "交换",
}  # fmt: skip
BETTER = {"less": "越少越好", "more": "越多越好", "none": "不分好坏"}
RELATION = {"within": "不多于", "covers": "不少于", "equal": "相同", "excludes": "不得有", "free": "不判断"}
HEADS = (
    "要素", "名称", "说明", "种类", "方向", "对全国", "省内", "网页上", "群众的说法", "关联数据", "见过的列名",
)  # fmt: skip
_LEAD = (
    "一个事项由下面这些要素组成，都可以不写：没有写的算“没有写”，不会被当成“没有”。“对全国”是没有具体要求时省对全国的"
    "默认关系，“省内”是市县对省的关系；“种类”决定怎样比较。“网页上”是指南网页的哪一段，“关联数据”是 JSON-LD 里的属性，"
    "`qd:` 开头的是本项目自己的。字段的写法见[文件格式](files.md)。"
)


def _rows() -> Iterator[str]:
    groups = dict.fromkeys(words.declaration.group for words in elements().values() if words.declaration)
    for group in groups:
        yield f"## {GROUPS.get(group, group)}"
        yield ""
        rows = []
        for name, words in elements().items():
            declared = words.declaration
            if declared is None or declared.group != group:
                continue
            rows.append((
                code(name), text(words.title), text(words.description), code(declared.kind), BETTER[declared.better],
                RELATION[declared.relation], RELATION[declared.inside], *_where(name), codes(words.columns),
            ))  # fmt: skip
        yield from table(HEADS, rows)


def _where(name: str) -> tuple[str, str, str]:
    """The section of the page, the word of citizens and the property of the linked data."""
    where = told().get(name)
    if where is None:
        return "不显示", "", ""
    section = "标题" if where.section == "heading" else said(where.section, "zh")
    return section, where.called.zh if where.called else "", code(where.property)


def pages() -> dict[str, str]:
    """The page of the elements."""
    return {"elements.md": page("要素", _LEAD, _rows())}
