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
from qingdan.words.grammar import Lang, bracketed, joined, reads_chinese
from qingdan.words.said import Phrases

_says = Phrases("export")

#: id → (zh, en): the columns before those of the elements.
_HEADS = Phrases("export.head")
_SPECIMEN = Phrases("export.specimen")


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
    heads = {id: _HEADS(id, lang) for id in _HEADS}
    chinese = reads_chinese(lang)
    return heads | {f"record.{name}": words.title if chinese else name for name, words in elements().items()}


def _head(entry: GuideEntry, names: Mapping[str, str], lang: Lang) -> list[str]:
    head, subject, source = entry.catalogue.head, entry.subject, entry.source
    sample = _says("yes" if entry.sample else "no", lang)
    specimen = _SPECIMEN(entry.specimen, lang) if entry.specimen else ""
    level = names.get(subject.level, subject.level) if reads_chinese(lang) else subject.level
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
            yield _says("all", lang)
        else:
            yield elements()[name].title if reads_chinese(lang) and name in elements() else name


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
    told = {titles.get(key, key) if reads_chinese(lang) else key: each for key, each in value.items()}
    return "；".join(f"{key}：{_told('', each, names, lang)}" for key, each in told.items())


def _code(value: Any, names: Mapping[str, str], lang: Lang) -> str:
    """A text as it stands; a code by its name."""
    if value in ("yes", "no"):
        return _says(value, lang)
    return names.get(str(value).replace("_", "-"), str(value)) if reads_chinese(lang) else str(value)


def _narrowed(value: Mapping[str, Any], names: Mapping[str, str], lang: Lang) -> str:
    """The channel, case or step that a value is for, with a colon."""
    parts = [value[key] for key in ("channel", "case", "step") if key in value]
    return f"{joined([names.get(part, part) for part in parts], lang)}：" if parts else ""


def _by(material: Mapping[str, Any], lang: Lang) -> str:
    """When a paper is asked for, and that nobody need bring what the office fetches."""
    notes = [material[key] for key in ("case", "when") if key in material]
    if material.get("by") == "agency":
        notes.append(_says("fetched_by_office", lang))
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
