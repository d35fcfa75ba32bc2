"""Guides for a spreadsheet: a line each, a column for each element."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Required, get_args, get_origin

from typing_extensions import get_type_hints, is_typeddict

from qingdan.model import parts
from qingdan.model.declarations import elements, words_of
from qingdan.model.item import Elements
from qingdan.printing.spreadsheet import BOM, row
from qingdan.printing.words import word
from qingdan.reports.export.facts import Export, GuideEntry
from qingdan.values import kind_of
from qingdan.values.saying import say
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
        told = [_told(name, entry.record.get(name), names, lang) for name in elements()]
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


def _told(element: str, value: Any, names: Mapping[str, str], lang: Lang) -> str:
    """A value on one line; nothing where it is not stated."""
    if value is None:
        return ""
    if isinstance(value, list):
        return "；".join(_told(element, each, names, lang) for each in value) or say([], lang)
    if not isinstance(value, dict):
        return _code(value, names, lang)
    cell = kind_of(element).cell if element else "parts"
    if cell == "phrase" or "unit" in value:
        return _narrowed(value, names, lang) + say([value], lang, names, element, printed=True)
    if cell == "name":
        return str(value["name"]) + _by(value, lang)
    titles = {**_titles_of_parts(), **_titles(element)}
    told = {titles.get(key, key) if lang == "zh" else key: each for key, each in value.items()}
    return "；".join(f"{key}：{_told('', each, names, lang)}" for key, each in told.items())


def _code(value: Any, names: Mapping[str, str], lang: Lang) -> str:
    """A text as it stands; a code by its name."""
    if value in ("yes", "no"):
        return _YES_NO[lang != "zh"][value == "yes"]
    return names.get(str(value).replace("_", "-"), str(value)) if lang == "zh" else str(value)


def _narrowed(value: Mapping[str, Any], names: Mapping[str, str], lang: Lang) -> str:
    """The channel, case or step that a value is for, with a colon."""
    parts = [value[key] for key in ("channel", "case", "step") if key in value]
    return f"{joined([names.get(part, part) for part in parts], lang)}：" if parts else ""


def _by(material: Mapping[str, Any], lang: Lang) -> str:
    """When a paper is asked for, and that nobody need bring what the office fetches."""
    notes = [material[key] for key in ("case", "when") if key in material]
    if material.get("by") == "agency":
        notes.append("经办机构自行获取" if lang == "zh" else "fetched by the office")
    return bracketed("；".join(notes), lang) if notes else ""


@cache
def _titles(element: str) -> dict[str, str]:
    """Field → Chinese title, for an element whose value, or each entry of it, has fields."""
    value = get_args(get_type_hints(Elements, include_extras=True).get(element) or list[str])[0]
    return _titles_in(next((each for each in (value, *get_args(value)) if is_typeddict(each)), None))


@cache
def _titles_of_parts() -> dict[str, str]:
    """Field → Chinese title, for what lies deeper: the first part of the model that has a field of that name."""
    found: dict[str, str] = {}
    for part in vars(parts).values():
        if is_typeddict(part):
            found = {**_titles_in(part), **found}
    return found


def _titles_in(fields: Any) -> dict[str, str]:
    hints = get_type_hints(fields, include_extras=True) if fields else {}
    return {name: words_of(_bare(hint)).title for name, hint in hints.items() if get_args(_bare(hint))}


def _bare(hint: Any) -> Any:
    origin: Any = get_origin(hint)
    return get_args(hint)[0] if origin is Required else hint
