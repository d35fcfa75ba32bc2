"""The items of an edition, all of them or those that a word or a theme finds."""

from __future__ import annotations

from dataclasses import dataclass

from qingdan.loading.edition import Edition
from qingdan.model.edition import AmbiguousName, Gap, NationalItem
from qingdan.model.naming_items import names_of
from qingdan.model.registry import plain
from qingdan.problems import UnknownTheme


@dataclass(frozen=True)
class NationalItems:
    """National items, in the order of the edition.

    Attributes:
        edition: The edition.
        items: The items that were asked for.
        search: The word that was searched for; empty for all.
        near: Whether no name holds the word, so that the items are only those whose names come nearest, likest first.
        ambiguous: What the word may mean, where it is a name with several meanings.
        gap: The service without a national item that is called so.
    """

    edition: Edition
    items: tuple[NationalItem, ...]
    search: str = ""
    near: bool = False
    ambiguous: AmbiguousName | None = None
    gap: Gap | None = None


def items_of(edition: Edition, search: str = "", theme: str = "") -> NationalItems:
    """The items of an edition.

    Args:
        edition: The edition.
        search: A word of a name, an id or the beginning of one; a name as lists print it.
        theme: Id or name of a theme.

    Raises:
        UnknownTheme: There is no such theme.
    """
    themes = {row["id"]: row["name"] for row in edition.head["themes"]}
    wanted = {id for id, name in themes.items() if theme in ("", id, name)}
    if not wanted:
        raise UnknownTheme(theme, tuple(themes.items()))
    here = {id: item for id, item in edition.items.items() if item["theme"] in wanted}
    if not search:
        return NationalItems(edition, tuple(here.values()))
    row = edition.names.ambiguous(search)
    gap = edition.names.gap(search)
    may_be = row["items"] if row else []
    found = [id for id, item in here.items() if id in may_be or _holds(item, search)]
    near = not found
    if near:
        found = [id for id in edition.names.nearest(search) if id in here]
    return NationalItems(edition, tuple(here[id] for id in found), search, near, row, gap)


def _holds(item: NationalItem, word: str) -> bool:
    """Whether a name of an item holds a word, or its id begins with it."""
    if item["id"].startswith(word.upper()):
        return True
    names = [text for text, _ in names_of(item)]
    return any(plain(word) in plain(name) for name in (*names, item.get("everyday_name", "")))
