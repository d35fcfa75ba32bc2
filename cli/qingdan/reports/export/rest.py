"""What a record states beyond what a page or a format has a place for: nothing that is stated is left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from qingdan.model.declarations import elements, titled
from qingdan.model.fields import hidden_in, model_of
from qingdan.model.registry import NameOf
from qingdan.values import registry_of
from qingdan.values.saying import Sayer
from qingdan.words.grammar import Lang, bracketed

#: Element → its parts that have a place of their own; ``None`` where all of it has.
Shown = Mapping[str, frozenset[str] | None]


def rest(record: Mapping[str, Any], shown: Shown, names: NameOf, lang: Lang) -> Iterator[tuple[str, str, str]]:
    """The parts of a record that have no place of their own, in the order of a guide.

    Args:
        record: A merged record.
        shown: What has a place of its own.
        names: What registries call an id.
        lang: ``zh`` or ``en``.

    Yields:
        Element, title of the part, and what it says.
    """
    for element, words in elements().items():
        if element not in record or words.hidden or (element in shown and shown[element] is None):
            continue
        sayer, model = Sayer(lang, names, registry_of(element), printed=True), model_of(element)
        title, kept, value = titled(element, lang), shown.get(element), record[element]
        if not kept:
            yield element, title, sayer.coded(value, words, model)
            continue
        for entry in value if isinstance(value, list) else [value]:
            left = {key: each for key, each in entry.items() if key not in kept and key not in hidden_in(model)}
            if not left:
                continue
            named = str(entry.get("name", "")) if isinstance(value, list) else ""
            yield element, title + (bracketed(named, lang) if named else ""), sayer.fields(left, model)
