"""The registries: which ids may be written, and which texts count as the same."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.reference.markdown import code, codes, page, table, text

from qingdan.loading.edition import Edition
from qingdan.loading.opening import national
from qingdan.model.registry import Vocabulary
from qingdan.printing.words import word

_KINDS = {"proof": "证明", "form": "表格", "photo": "照片", "commitment": "承诺书", "account": "收款账户"}
_STATUS = {
    "in_force": "有效", "amended": "已修订", "replaced": "已被替代", "repealed": "已废止", "expired": "已到期",
    "unknown": "不明",
}  # fmt: skip
_LEAD = (
    "写清单时用到的编号。文字与名称或别名相同（空白、书名号、引号和全角半角不计）就算同一种，不写编号也能认出；"
    "写了编号最稳妥。确实不属于任何一种的，编号写成 `local/` 开头。"
)


def _aliases(vocabulary: Vocabulary, id: str) -> str:
    own = {alias for alias, owner in vocabulary.aliases.items() if owner == id} - {vocabulary.names[id]}
    return text("、".join(sorted(own)))


def _evidence(edition: Edition) -> Iterator[str]:
    yield "## 证明材料"
    yield ""
    yield "只有“证明”算向群众要的材料。"
    yield ""
    registries = edition.registries
    rows = (
        (code(id), text(name), _KINDS[registries.evidence_kinds[id]], _aliases(registries.evidence, id))
        for id, name in registries.evidence.names.items()
    )
    yield from table(("编号", "名称", "种类", "别名"), rows)


def _criteria(edition: Edition) -> Iterator[str]:
    yield "## 条件"
    yield ""
    vocabulary, stricter = edition.registries.criteria, edition.registries.stricter
    sense = {"more": "越大越严", "less": "越小越严"}
    rows = (
        (code(id), text(name), sense.get(stricter[id], ""), codes(sorted(vocabulary.broader.get(id, ()))),
         _aliases(vocabulary, id))
        for id, name in vocabulary.names.items()
    )  # fmt: skip
    yield from table(("编号", "表述", "参数", "蕴含", "别名"), rows)


def _concepts(edition: Edition) -> Iterator[str]:
    used: dict[str, list[str]] = {}
    for element, name in edition.registries.lists.items():
        used.setdefault(name, []).append(element)
    for name, vocabulary in sorted(edition.registries.concepts.items()):
        yield f"## 概念：{code(name)}"
        yield ""
        if name in used:
            yield f"用于 {codes(used[name])}。"
            yield ""
        rows = (
            (code(id), text(label), codes(sorted(vocabulary.broader.get(id, ()))), _aliases(vocabulary, id))
            for id, label in vocabulary.names.items()
        )
        yield from table(("编号", "名称", "上位", "别名"), rows)


def _documents(edition: Edition) -> Iterator[str]:
    rows = (
        (code(id), text(row["title"]), text(row.get("number", "")), text(row.get("date", "")), _STATUS[row["status"]],
         code(row["successor"]) if "successor" in row else "", word(row["evidence"], "zh"), word(row["seen"], "zh"))
        for id, row in edition.registries.documents.by_id.items()
    )  # fmt: skip
    yield from table(("编号", "标题", "文号", "日期", "状态", "后继", "证据", "看到多少"), rows)


def pages() -> dict[str, str]:
    """The pages of the registries and of the documents."""
    edition = national()
    lines = [*_evidence(edition), *_criteria(edition), *_concepts(edition)]
    lead = "设定依据里用 `document` 引用的编号。“有效”只表示没有看到相反的情况，没有向发布机关核实。"
    return {
        "registries.md": page("登记表", _LEAD, lines),
        "documents.md": page("法律和文件", lead, _documents(edition)),
    }
