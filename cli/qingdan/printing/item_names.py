"""What a name of a service means, in words: the national item, several that it may be, none, or what comes near."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from qingdan.loading.edition import Edition
from qingdan.model.edition import AmbiguousName, Gap
from qingdan.model.naming_items import Meant
from qingdan.words.grammar import Lang, bracketed, joined
from qingdan.words.said import Phrases

_says = Phrases("printed_as")

_RELATIONS = Phrases("printed_as")


def remark(meant: Meant, lang: Lang) -> Iterator[str]:
    """How what is called by a name stands to the item, where it is not the item itself."""
    if meant.relation in _RELATIONS:
        yield f"  {_RELATIONS(meant.relation, lang)}{bracketed(f'relation: {meant.relation}', lang)}"


def ambiguous(row: AmbiguousName, edition: Edition, lang: Lang) -> Iterator[str]:
    """All that an ambiguous name may mean, and what decides."""
    yield _says("several_meanings", lang)
    yield from (f"  {each}" for each in called(row["items"], edition))
    if "otherwise" in row:
        yield f"  {_says('or_no_national_item', lang)}{row['otherwise']}"
    yield f"  {_says('what_decides', lang)}{row['decides']}"


def gap(row: Gap, edition: Edition, lang: Lang) -> Iterator[str]:
    """A service that no national item covers, and why."""
    yield f"{_says('no_national_item', lang)}{row['name']}"
    yield f"  {_says('why', lang)}{row['because']}"
    if row.get("near"):
        near = joined(list(called(row["near"], edition)), lang)
        yield f"  {_says('near', lang)}{near}"


def called(ids: Iterable[str], edition: Edition) -> Iterator[str]:
    """Ids of items with their names."""
    return (f"{id} {edition.items[id].get('name', '')}".rstrip() for id in ids if id in edition.items)
