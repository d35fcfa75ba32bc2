"""What a record states beyond what a page or a format has a place for: nothing that is stated is left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from qingdan.model.declarations import elements
from qingdan.model.fields import model_of, words_of
from qingdan.values.saying import Sayer, own_names
from qingdan.words.grammar import Lang, bracketed, titled

#: Element → its parts that have a place of their own; ``None`` where all of it has.
Shown = Mapping[str, frozenset[str] | None]
#: Path of a part → why no reader is shown it.
HIDDEN: dict[str, str] = {
    "exchange": "columns that only tables for exchange need",
    "materials.id": "the name of the paper stands in its place",
    "materials.order": "the order of the list says it",
    "materials.matched_by": "who checked the match is for the office",
    "materials.any_of.id": "the text of the option stands in its place",
    "materials.any_of.matched_by": "who checked the match is for the office",
    "faq.order": "the order of the list says it",
    "fee.lines.money": "the standard of the line says it in words",
}


def rest(
    record: Mapping[str, Any], shown: Shown, names: Mapping[str, str], lang: Lang
) -> Iterator[tuple[str, str, str]]:
    """The parts of a record that have no place of their own, in the order of a guide.

    Args:
        record: A merged record.
        shown: What has a place of its own.
        names: Ids of registries → names.
        lang: ``zh`` or ``en``.

    Yields:
        Element, title of the part, and what it says.
    """
    for element, words in elements().items():
        if element not in record or element in HIDDEN or (element in shown and shown[element] is None):
            continue
        sayer, model = Sayer(lang, own_names(names, element), printed=True), model_of(element)
        title = titled(words.title, element, lang)
        kept, value = shown.get(element), record[element]
        if kept is None:
            yield element, title, sayer.coded(value, words, model)
            continue
        for entry in value if isinstance(value, list) else [value]:
            left = {key: each for key, each in entry.items() if key not in kept and f"{element}.{key}" not in HIDDEN}
            if not left:
                continue
            named = str(entry.get("name", "")) if isinstance(value, list) else ""
            yield element, title + (bracketed(named, lang) if named else ""), sayer.fields(left, model)


def parts_of(element: str) -> frozenset[str]:
    """The parts that an element can have; empty for plain text."""
    model = model_of(element)
    return frozenset(words_of(model)) if model else frozenset()
