"""What the allowed values of fields are called in Chinese, so that who writes the word can be told the value."""

from __future__ import annotations

import re

from qingdan.loading.schemas import Node
from qingdan.model.registry import plain

#: Value → Chinese words for it; the first is shown beside it, all are understood.
SAID: dict[str, tuple[str, ...]] = {
    "yes": ("是", "有", "收费", "支持", "允许", "可以", "true", "y", "on", "√"),
    "no": ("否", "无", "没有", "不收费", "免费", "不支持", "不允许", "不可以", "false", "n", "off", "×"),
    "working_day": ("工作日", "个工作日"),
    "calendar_day": ("自然日", "日历日", "个自然日"),
    "day": ("日", "天", "每日", "每天"),
    "month": ("月", "个月", "每月"),
    "year": ("年", "每年"),
    "hour": ("小时", "个小时"),
    "immediate": ("即时", "即办", "即时办结", "当场", "当场办结", "马上办"),
    "once": ("一次性", "一次"),
    "week": ("每周", "周"),
    "quarter": ("每季度", "季度"),
    "half_year": ("每半年", "半年"),
    "exact": ("恰好", "相同", "固定"),
    "max": ("最高", "上限", "不超过"),
    "min": ("最低", "下限", "不低于"),
    "part": ("部分",),
    "wider": ("范围更宽", "更宽"),
    "list": ("省级清单", "清单"),
    "archive": ("存档",),
    "collection": ("零散收集的指南",),
    "sample": ("虚构示例", "示例"),
    "whole": ("全部", "全文", "完整"),
    "partial": ("一部分", "部分", "不完整"),
    "names": ("只有名称", "仅名称"),
    "guides": ("有指南", "有办事指南"),
    "gbt39046": ("国标 GB/T 39046",),
    "c0109": ("国家政务服务平台标准 C 0109",),
    "g108": ("国家政务服务平台标准 G 108",),
    "local": ("地方",),
    "claimed": ("承接", "已承接"),
    "not_claimed": ("未承接", "不承接"),
    "delegated": ("委托",),
    "own": ("本地自有", "自有"),
    "province": ("省级", "省"),
    "prefecture": ("市级", "市", "地市级", "设区市"),
    "county": ("县级", "县", "区县级", "县区级", "区级"),
    "township": ("乡镇级", "乡镇", "镇", "街道", "乡级"),
    "village": ("村级", "村", "社区"),
    "national": ("国家", "国家级"),
    "required": ("必要", "必须", "必需", "是"),
    "conditional": ("特定情形必要", "特定情形"),
    "optional": ("非必要", "不必要", "可选", "否"),
    "deferrable": ("容缺后补", "容缺"),
    "applicant": ("申请人", "申请人自备", "个人"),
    "agency": ("经办机构自行获取", "经办机构", "政府部门", "部门共享"),
    "certificate": ("证件证明", "证明", "证件", "证照"),
    "form": ("表格", "申请表", "申请表格文书"),
    "other": ("其他", "其它"),
    "instant": ("即办件", "即办"),
    "promised": ("承诺件", "承诺"),
    "on_application": ("依申请", "依申请办理"),
    "without_application": ("免申即享",),
    "in_use": ("在用", "有效"),
    "suspended": ("暂停",),
    "cancelled": ("取消", "已取消"),
    "official": ("官方文本", "官方"),
    "copy": ("官方文本的副本", "副本"),
    "secondary": ("转述",),
    "practice": ("实际做法",),
    "recalled": ("凭记忆",),
    "inferred": ("推断",),
    "none": ("未见", "没有看到"),
    "printed": ("照原文", "原文"),
    "paraphrase": ("经过概括", "概括"),
    "place": ("地名", "地方"),
    "date": ("日期",),
    "publicity": ("公示",),
    "expert_review": ("专家评审",),
    "site_visit": ("现场踏勘", "现场核查"),
    "delivery": ("送达",),
    "correction": ("补正",),
}
#: No word for a value is longer.
_LONGEST = 80
_DESCRIBED = re.compile(r"(?:^|；)\s*([a-z][a-z0-9_]*) ([^；（]+)")


def described(words: Node) -> dict[str, str]:
    """The Chinese words that a schema gives in the description of a field: ``working_day 工作日；…``."""
    allowed = words.get("enum", ())
    return {value: said for value, said in _DESCRIBED.findall(words.get("description", "")) if value in allowed}


def value_meant(words: Node, found: object) -> str:
    """The allowed value that a Chinese word, a truth value or another writing stands for; ``""`` where none does.

    Args:
        words: The schema of the field.
        found: What was written.
    """
    if len(str(found)) > _LONGEST:
        return ""
    written = plain(str(found)).casefold()
    here = described(words)
    for value in words.get("enum", ()):
        names = (value, here.get(value, ""), *SAID.get(value, ()))
        if written in {plain(name).casefold() for name in names if name}:
            return str(value)
    return ""


def unit_meant(word: str) -> str:
    """The unit of a limit that a Chinese word stands for, ``""`` where none does."""
    units = ("working_day", "calendar_day", "day", "month", "year", "hour", "immediate")
    return next((unit for unit in units if word in SAID[unit]), "")
