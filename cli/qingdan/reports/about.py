"""What each output for machines holds, and a short one that holds: the description and the example of its schema."""

from __future__ import annotations

_TOOL = {"name": "qingdan", "version": "0.1.0"}
_MADE = {"tool": _TOOL, "lang": "zh", "as_of": "2026-11-22"}
_PAIRS = {"stated": 1, "regulated": 1, "decided": 1, "unsettled": 0, "not_stated": 0}
_COUNTS = {"pairs": _PAIRS, "verdicts": {"yes": 1}, "effects": {"none": 1}}
_SUMMARY = {"word": "met", "statuses": {"covered": 1}, "counts": _COUNTS, "lists": {}, "indicators": []}
_EDITION = {"id": "2025", "hash": "0123456789abcdef"}

#: Output → what it holds, and an example.
OUTPUTS: dict[str, tuple[str, dict[str, object]]] = {
    "report": (
        "qingdan validate --format json 写出的报告：每份清单的发现、判断和统计。可以当作基线（--baseline）再用。"
        "同样的输入写出的报告逐字节相同。",
        {
            "schema": "report/1", **_MADE, "tool": {**_TOOL, "fast_parser": True}, "edition": _EDITION,
            "complete": True, "rules_run": ["TIM003"], "rules_not_run": [],
            "sections": [
                {
                    "label": "provinces/990000-example", "name": "示例省（虚构）就业公共服务事项清单", "kind": "sample",
                    "items": 1, "pairs": {"stated": 1}, "verdicts": {"yes": 1}, "effects": {"none": 1}, "later": {},
                    "inputs": {}, "unread": [], "not_applicable": [], "findings": [], "waived": [], "judgements": [],
                }
            ],
        },
    ),
    "coverage": (
        "qingdan coverage --format json 写出的覆盖情况：每个全国事项在每份清单里写到了没有。",
        {
            "schema": "coverage/1", **_MADE, "scope": "nation", "complete": True, "items": [], "lists": [],
            "columns": [], "counted": 0, "words": {}, "total": _SUMMARY,
        },
    ),
    "diff": (
        "qingdan diff --format json 写出的比较结果：每一处不同，变没变、对群众好不好、允不允许，各是一个答案。",
        {
            "schema": "diff/1", **_MADE, "before": "全国基准", "after": "示例省（虚构）", "kind": "nation_province",
            "editions": {"before": "2025", "after": "2025"}, "notes": [], "complete": True, "unread": [],
            "left_out": [], "same": 1, "suggestions": [],
            "counts": {"change": {"changed": 1}, "effect": {"worse": 1}, "allowed": {"no": 1}},
            "differences": [
                {
                    "path": "items[SL-0401].promised_limit", "name": "失业登记", "what": "element", "change": "changed",
                    "effect": "worse", "allowed": "no", "element": "promised_limit", "requirement": "JY-0401-R02",
                    "before_text": "3 个工作日", "after_text": "5 个工作日", "fingerprint": "0123456789abcdef",
                }
            ],
        },
    ),
    "region": (
        "qingdan diff 省 省 省 --format json 写出的并排比较：几个省对同一事项的同一要素各怎么写。",
        {
            "schema": "region/1", **_MADE, "provinces": ["示例省（虚构）", "示例市（虚构）"], "edition": "2025",
            "notes": [], "complete": True, "unread": [], "left_out": [], "counts": {}, "absent": {}, "several": {},
            "points": [],
        },
    ),
    "impact": (
        "qingdan impact --format json 写出的影响：换一版全国基准以后，各清单多了、少了哪些发现，哪些判断变了。",
        {
            "schema": "impact/1", **_MADE, "before": _EDITION, "after": {"id": "2099", "hash": "fedcba9876543210"},
            "complete": True, "lists": [], "total": {"counts": {}, "verdicts": [], "effects": []},
        },
    ),
    "national-list": (
        "qingdan items --format json 写出的全国事项：整版的，或者名称、别名与查的词相同或相近的。",
        {
            "schema": "national-list/1", "tool": _TOOL, "lang": "zh", "search": "", "near": False, "items": [],
            "edition": {"id": "2025", "name": "全国基准（据公开文件整理，非官方发布）", "kind": "national"},
        },
    ),
    "document-states": (
        "qingdan documents --format json 写出的文件状态：登记的各份文件在某一天有效还是已经变了，哪些清单引用它们。",
        {
            "schema": "document-states/1", "tool": _TOOL, "edition": "2025", "as_of": "2026-11-22",
            "changed": False, "since": "", "lists": [], "documents": [],
        },
    ),
    "upgrade": (
        "qingdan upgrade --format json 写出的结果：升级到新一版全国基准改了哪些地方，哪些要人来定。",
        {
            "schema": "upgrade/1", "tool": _TOOL, "lang": "zh", "name": "示例省（虚构）就业公共服务事项清单",
            "before": "2025", "after": "2099", "kept": 1, "behind": {}, "written": [], "edits": [],
            "conflicts": [{"path": "items[SL-0401].fee", "reason": "both_changed", "reason_text": "两边都改了"}],
            "diffs": {},
        },
    ),
    "api": (
        "公众网站的静态接口 api/v1 和 qingdan export --format jsonl 里的文件：每个键是一种文件，值是它的样子；"
        "没有一个文件同时有这几个键。",
        {},
    ),
}  # fmt: skip
