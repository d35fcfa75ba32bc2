"""Guides for a spreadsheet: a line each, a column for each element."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from qingdan.model.declarations import elements
from qingdan.model.fields import model_of, words_of
from qingdan.printing.spreadsheet import BOM, row
from qingdan.printing.words import word
from qingdan.reports.export.facts import Export, GuideEntry
from qingdan.values import kind_of
from qingdan.values.saying import Sayer, has_words, own_names
from qingdan.words.grammar import Lang, bracketed, joined

#: id → (zh, en): the columns before those of the elements.
_HEADS: dict[str, tuple[str, str]] = {
    "id": ("指南编号", "id"),
    "list": ("清单", "list"),
    "province": ("省级代码", "province"),
    "area": ("地方代码", "area"),
    "place": ("地方", "place"),
    "level": ("层级", "level"),
    "implements": ("对应的全国事项", "implements"),
    "sample": ("是否虚构", "sample"),
    "specimen": ("为什么只是样本", "specimen"),
    "as_of": ("内容截至", "as_of"),
    "evidence": ("证据等级", "evidence"),
    "seen": ("看到多少", "seen"),
    "partly": ("哪些不全", "known in part"),
    "source": ("出处", "source"),
    "url": ("网址", "url"),
}
_YES_NO = (("否", "是"), ("no", "yes"))
_SPECIMEN: dict[str, tuple[str, str]] = {
    "": ("", ""),
    "sample": ("虚构示例", "fiction"),
    "archive": ("存档", "archive"),
    "old": ("两年以上", "older than two years"),
    "undated": ("没有写日期", "no date"),
    "not_yet": ("还没有实施", "not yet in force"),
    "ahead": ("日期还没有到", "date lies ahead"),
}


def lines(export: Export, lang: Lang) -> Iterator[str]:
    """Comma-separated values, a line of headings first; no cell of it is read as a formula.

    Args:
        export: The guides.
        lang: ``zh`` or ``en``.
    """
    names = export.edition.registries.labels
    yield BOM + row(list(headings(lang).values()))
    for entry in export.entries:
        told = [Cell(names, name, lang).told(entry.record.get(name)) for name in elements()]
        yield row([*_head(entry, names, lang), *told])


def headings(lang: Lang) -> dict[str, str]:
    """Id of each column, in order → its heading. The elements have ids of their own: ``id`` is that of a guide."""
    pick = 0 if lang == "zh" else 1
    heads = {id: head[pick] for id, head in _HEADS.items()}
    return heads | {f"record.{name}": words.title if lang == "zh" else name for name, words in elements().items()}


def _head(entry: GuideEntry, names: Mapping[str, str], lang: Lang) -> list[str]:
    head, subject, source = entry.catalogue.head, entry.subject, entry.source
    sample = _YES_NO[lang != "zh"][entry.sample]
    specimen = _SPECIMEN[entry.specimen][lang != "zh"]
    level = names.get(subject.level, subject.level) if lang == "zh" else subject.level
    return [
        entry.id, head["name"], head["province"], subject.area, entry.place, level,
        " ".join(entry.items), sample, specimen, subject.as_of, word(source["evidence"], lang),
        word(source["seen"], lang), joined(list(_partly(entry, lang)), lang), source["title"],
        source.get("url", ""),
    ]  # fmt: skip


def _partly(entry: GuideEntry, lang: Lang) -> Iterator[str]:
    """The elements of which only a part is known."""
    for name in entry.record.get("known_in_part", []):
        if name == "all":
            yield "全部" if lang == "zh" else "all"
        else:
            yield elements()[name].title if lang == "zh" and name in elements() else name


class Cell:
    """Tells an element on one line."""

    def __init__(self, names: Mapping[str, str], element: str, lang: Lang) -> None:
        self._element, self._names, self._lang = element, names, lang
        self._sayer = Sayer(lang, own_names(names, element), printed=True)

    def told(self, value: Any) -> str:
        """A value; nothing where it is not stated."""
        return "" if value is None else self._told(value, model_of(self._element), kind_of(self._element).cell)

    def _told(self, value: Any, model: Any, cell: str) -> str:
        if isinstance(value, list):
            none = "无" if self._lang == "zh" else "none"
            return "；".join(self._told(each, model, cell) for each in value) or none
        if not isinstance(value, Mapping):
            return self._code(value)
        if cell == "phrase":
            return self._narrowed(value) + self._sayer.value([value], model)
        if cell == "name":
            return str(value["name"]) + self._by(value)
        return "；".join(self._part(key, each, model) for key, each in value.items())

    def _part(self, key: str, value: Any, model: Any) -> str:
        words, below = words_of(model)[key]
        title = words.title if self._lang == "zh" else key
        return f"{title}：{self._told(value, below, 'phrase' if has_words(below) else 'parts')}"

    def _code(self, value: Any) -> str:
        """A text as it stands; a code by its name."""
        if value in ("yes", "no"):
            return _YES_NO[self._lang != "zh"][value == "yes"]
        return self._names.get(str(value).replace("_", "-"), str(value)) if self._lang == "zh" else str(value)

    def _narrowed(self, value: Mapping[str, Any]) -> str:
        """The channel, case or step that a value is for, with a colon."""
        parts = [value[key] for key in ("channel", "case", "step") if key in value]
        return f"{joined([self._names.get(part, part) for part in parts], self._lang)}：" if parts else ""

    def _by(self, material: Mapping[str, Any]) -> str:
        """When a paper is asked for, and that nobody need bring what the office fetches."""
        notes = [material[key] for key in ("case", "when") if key in material]
        if material.get("by") == "agency":
            notes.append("经办机构自行获取" if self._lang == "zh" else "fetched by the office")
        return bracketed("；".join(notes), self._lang) if notes else ""
