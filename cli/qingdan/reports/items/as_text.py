"""The national items as text: by theme, each with its names and with what the nation requires."""

from __future__ import annotations

from collections.abc import Iterator

from qingdan.model.edition import NationalItem
from qingdan.printing import item_names
from qingdan.reports.items.facts import NationalItems
from qingdan.reports.rules.as_text import weight
from qingdan.words.grammar import Lang, joined
from qingdan.words.showing import visible

#: So many names as lists print them are shown; the others are found by search and stand in the data.
_PRINTED = 6
_RELATIONS = {"part": ("一部分", "a part"), "wider": ("更宽", "wider")}


def render(found: NationalItems, lang: Lang, today: str) -> str:
    """The items, with a word on what a search came upon."""
    lines = (line for block in (*_head(found, lang), *_themes(found, lang, today)) for line in block.split("\n"))
    return "".join(visible(line) + "\n" for line in lines)


def _head(found: NationalItems, lang: Lang) -> Iterator[str]:
    zh = lang == "zh"
    head, count = found.edition.head, len(found.items)
    yield f"{head['name']} {head['id']}：{count} 项事项" if zh else f"{head['name']} {head['id']}: {count} items"
    if found.ambiguous:
        yield from item_names.ambiguous(found.ambiguous, found.edition, lang)
    if found.gap:
        yield from item_names.gap(found.gap, found.edition, lang)
    if found.near and found.items:
        yield (
            f"没有名称含有“{found.search}”的事项；下面是名称最相近的，相似不等于相同：" if zh
            else f"No name holds '{found.search}'; these come nearest (alike is not the same):"
        )  # fmt: skip
    elif found.near:
        yield (
            f"没有名称含有“{found.search}”或者相近的事项。\n下一步：换一个词，或者不写 --search 看全部" if zh
            else f"No name holds '{found.search}' or comes near it.\nNext: try another word, or leave --search out"
        )  # fmt: skip


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
    zh = lang == "zh"
    colon = "：" if zh else ": "
    yield f"{item['id']}  {item.get('name', '')}"
    if item.get("aliases"):
        yield f"  {'又称' if zh else 'Also'}{colon}{joined(item['aliases'], lang)}"
    if printed := [_printed(row["text"], row.get("relation", ""), lang) for row in item.get("printed_as", [])]:
        more = (f"等 {len(printed)} 种" if zh else f", … ({len(printed)})") if len(printed) > _PRINTED else ""
        yield f"  {'清单上的写法' if zh else 'As lists print it'}{colon}{joined(printed[:_PRINTED], lang)}{more}"
    requirements = found.edition.requirements[item["id"]]
    own = [row for row in requirements if row["id"].startswith(f"{item['id']}-")]
    for row in own:
        yield f"  {row['id']}  {weight(row, found.edition, lang, today)}  {row['explains']}"
    if shared := [row["id"] for row in requirements if row not in own]:
        yield f"  {'与其他事项共有的要求' if zh else 'Requirements shared with others'}{colon}{joined(shared, lang)}"


def _printed(text: str, relation: str, lang: Lang) -> str:
    if relation not in _RELATIONS:
        return text
    word = _RELATIONS[relation][0 if lang == "zh" else 1]
    return f"{text}（{word}）" if lang == "zh" else f"{text} ({word})"
