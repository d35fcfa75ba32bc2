"""What a name of a service means, in words: the national item, several that it may be, none, or what comes near."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from qingdan.loading.edition import Edition
from qingdan.model.edition import AmbiguousName, Gap
from qingdan.model.naming_items import Meant
from qingdan.words.grammar import Lang, joined

_RELATIONS = {
    "part": ("叫这个名称的，只办其中一部分", "what is so called is a part of it"),
    "wider": ("叫这个名称的，范围更宽", "what is so called is wider than it"),
}


def remark(meant: Meant, lang: Lang) -> Iterator[str]:
    """How what is called by a name stands to the item, where it is not the item itself."""
    if meant.relation in _RELATIONS:
        yield f"  {_RELATIONS[meant.relation][0 if lang == 'zh' else 1]}（relation: {meant.relation}）"


def ambiguous(row: AmbiguousName, edition: Edition, lang: Lang) -> Iterator[str]:
    """All that an ambiguous name may mean, and what decides."""
    zh = lang == "zh"
    yield (
        "这个名称有几种意思，只凭名称不作认定："
        if zh
        else "This name has several meanings; by it alone nothing is taken:"
    )
    yield from (f"  {each}" for each in called(row["items"], edition))
    if "otherwise" in row:
        yield f"  {'或者没有全国事项：' if zh else 'or no national item: '}{row['otherwise']}"
    yield f"  {'怎样分清：' if zh else 'What decides: '}{row['decides']}"


def gap(row: Gap, edition: Edition, lang: Lang) -> Iterator[str]:
    """A service that no national item covers, and why."""
    zh = lang == "zh"
    yield f"{'没有全国事项：' if zh else 'No national item: '}{row['name']}"
    yield f"  {'为什么：' if zh else 'Why: '}{row['because']}"
    if row.get("near"):
        near = joined(list(called(row["near"], edition)), lang)
        yield f"  {'相近而不是一回事：' if zh else 'Near, and not the same: '}{near}"


def called(ids: Iterable[str], edition: Edition) -> Iterator[str]:
    """Ids of items with their names."""
    return (f"{id} {edition.items[id].get('name', '')}".rstrip() for id in ids if id in edition.items)
