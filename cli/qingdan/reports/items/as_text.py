"""The national items as text: by theme, each with its names and with what the nation requires."""

from __future__ import annotations

from collections.abc import Iterator

from qingdan.model.edition import NationalItem
from qingdan.printing import item_names
from qingdan.reports.items.facts import NationalItems
from qingdan.reports.rules.as_text import weight
from qingdan.words.grammar import Lang, colon, joined
from qingdan.words.said import Phrases
from qingdan.words.showing import visible

_says = Phrases("items")

#: So many names as lists print them are shown; the others are found by search and stand in the data.
_PRINTED = 6
_RELATIONS = Phrases("items")


def render(found: NationalItems, lang: Lang, today: str) -> str:
    """The items, with a word on what a search came upon."""
    lines = (line for block in (*_head(found, lang), *_themes(found, lang, today)) for line in block.split("\n"))
    return "".join(visible(line) + "\n" for line in lines)


def _head(found: NationalItems, lang: Lang) -> Iterator[str]:
    head, count = found.edition.head, len(found.items)
    yield _says("counted", lang, name=head["name"], id=head["id"], count=count)
    if found.ambiguous:
        yield from item_names.ambiguous(found.ambiguous, found.edition, lang)
    if found.gap:
        yield from item_names.gap(found.gap, found.edition, lang)
    if found.near and found.items:
        yield _says("only_near", lang, search=found.search)
    elif found.near:
        yield _says("nothing_near", lang, search=found.search)


def _themes(found: NationalItems, lang: Lang, today: str) -> Iterator[str]:
    """The items under their themes; what only comes near stands in the order of likeness instead."""
    if found.near:
        for item in found.items:
            yield from ("", *_item(item, found, lang, today))
        return
    for theme in found.edition.head["themes"]:
        items = [item for item in found.items if item["theme"] == theme["id"]]
        if items:
            yield f"\n{theme['name']} {theme['id']}"
        for item in items:
            yield from ("", *_item(item, found, lang, today))


def _item(item: NationalItem, found: NationalItems, lang: Lang, today: str) -> Iterator[str]:
    yield f"{item['id']}  {item.get('name', '')}"
    if item.get("aliases"):
        yield f"  {_says('also', lang)}{colon(lang)}{joined(item['aliases'], lang)}"
    if printed := [_printed(row["text"], row.get("relation", ""), lang) for row in item.get("printed_as", [])]:
        more = _says("and_more", lang, n=len(printed)) if len(printed) > _PRINTED else ""
        yield f"  {_says('as_lists_print', lang)}{colon(lang)}{joined(printed[:_PRINTED], lang)}{more}"
    requirements = found.edition.requirements[item["id"]]
    own = [row for row in requirements if row["id"].startswith(f"{item['id']}-")]
    for row in own:
        yield f"  {row['id']}  {weight(row, found.edition, lang, today)}  {row['explains']}"
    if shared := [row["id"] for row in requirements if row not in own]:
        yield f"  {_says('shared_requirements', lang)}{colon(lang)}{joined(shared, lang)}"


def _printed(text: str, relation: str, lang: Lang) -> str:
    if relation not in _RELATIONS:
        return text
    word = _RELATIONS(relation, lang)
    return _says("with_relation", lang, text=text, word=word)
