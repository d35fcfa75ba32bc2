"""Which national item does a name mean, as lists print names of services?

A name means an item where it is the item's name, an alias or a name that lists print for it; a serial number before it
is no part of it. Some names mean several things and are declared so: nothing is taken by them alone. Others belong to
services that no national item covers. Anything else is not known here: likeness names what is near and decides nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from qingdan.model.edition import AmbiguousName, Gap, NationalItem
from qingdan.model.near_names import ALIKE, Likeness, folded
from qingdan.model.registry import plain

#: How like the name of a gap a name must be: half of what is asked for is often the name of an item.
ALIKE_TO_A_GAP = 0.55
#: A serial number before a name: 1.1.8, 3、, （九）, ①.
_SERIAL = re.compile(
    r"\s*(?:[(（][一二三四五六七八九十0-9]{1,3}[)）]|[①-⑳]|[0-9]{1,3}(?:\.[0-9]{1,3})+|[0-9]{1,3}[.、．)）](?![0-9])"
    r"|[一二三四五六七八九十]{1,3}、)"
)


def bare(text: str) -> str:
    """A name as it is compared: as every text is, and without the number of its row.

    >>> bare("（九）一次性创业资助"), bare("1.1.8 稳岗补贴申请"), bare("“12333”电话咨询服务")
    ('一次性创业资助', '稳岗补贴申请', '12333电话咨询服务')
    """
    return plain(text[match.end() :] if (match := _SERIAL.match(text)) else text)


@dataclass(frozen=True, slots=True)
class Meant:
    """A national item that a name means, and how what is so called stands to it."""

    item: str
    relation: Literal["exact", "part", "wider"]


def names_of(item: NationalItem) -> Iterator[tuple[str, Meant]]:
    """Every name of a national item with what it says: its own, aliases, names that lists print."""
    for text in (item.get("name", ""), *item.get("aliases", ())):
        if text:
            yield text, Meant(item["id"], "exact")
    for row in item.get("printed_as", ()):
        yield row["text"], Meant(item["id"], row.get("relation", "exact"))


class ItemNames:
    """The names of an edition's items, its ambiguous names, and names of services that it lacks.

    Attributes:
        items: Ids of the items.
        gaps: Ids of the services that the edition lacks, with their rows.
        likeness: Every name that is known with what it stands for: an item or a gap.
        unclear: Every ambiguous name with the items that it may mean.
    """

    def __init__(
        self, items: Iterable[NationalItem], ambiguous: Iterable[AmbiguousName] = (), gaps: Iterable[Gap] = ()
    ) -> None:
        self.items: dict[str, None] = {}
        self.gaps = {row["id"]: row for row in gaps}
        self.likeness, self.unclear = Likeness(), Likeness()
        self._means: dict[str, tuple[Meant, ...]] = {}
        self._folded: dict[str, list[Meant]] = {}
        for text, meant in (pair for item in items for pair in names_of(item)):
            self.items[meant.item] = None
            known = self._means.get(bare(text), ())
            self._means[bare(text)] = known if meant in known else (*known, meant)
            self.likeness.add(bare(text), (meant.item,))
            self._folded.setdefault(folded(bare(text)), []).append(meant)
        self._ambiguous: dict[str, AmbiguousName] = {}
        for row in ambiguous:
            for text in row["names"]:
                self._ambiguous.setdefault(folded(bare(text)), row)
                self.unclear.add(bare(text), row["items"])
        self._gaps = {bare(text): row for row in self.gaps.values() for text in row["names"]}
        for text, gap in self._gaps.items():
            self.likeness.add(text, (gap["id"],))

    def means(self, text: str) -> tuple[Meant, ...]:
        """The national items that a name means; several where one row of a list holds several services."""
        return () if self._declared(text) else self._means.get(bare(text), ())

    def folded_means(self, known: str) -> Sequence[Meant]:
        """What a name of the likeness, which is folded, means: the same as its first name that folds to it."""
        return self._folded.get(known, ())

    def ambiguous(self, text: str) -> AmbiguousName | None:
        """What a name may mean, where it is known to mean several things.

        Words for applying and granting around it change nothing; a name that means an item is not ambiguous.
        """
        if found := self._declared(text):
            return found
        return None if bare(text) in self._means else self._ambiguous.get(folded(bare(text)))

    def gap(self, text: str) -> Gap | None:
        """The service without a national item that is called so."""
        return None if self.means(text) or self.ambiguous(text) else self._gaps.get(bare(text))

    def same_but_for_asking(self, text: str) -> list[str]:
        """Ids of the national items of which a name is the same but for words of asking and granting around it."""
        return [id for id in self.likeness.same(bare(text)) if id in self.items]

    def nearest(self, text: str, most: int = 3) -> list[str]:
        """Ids of the national items whose names come nearest, the nearest first: to look at, never to take.

        All that an ambiguous name may mean stand before the others, however many they are.
        """
        row = self.ambiguous(text)
        may_be = list(row["items"]) if row else []
        near = [id for id in self._nearest(text) if id in self.items and id not in may_be]
        return [*may_be, *near[: max(0, most - len(may_be))]]

    def nearest_gap(self, text: str) -> Gap | None:
        """The service without a national item of which a name comes nearest: it may be this one instead."""
        if self.same_but_for_asking(text) or self.ambiguous(text):
            return None
        return next((self.gaps[id] for id in self._nearest(text, ALIKE_TO_A_GAP) if id in self.gaps), None)

    def _nearest(self, text: str, alike: float = ALIKE) -> list[str]:
        return self.likeness.nearest(bare(text), len(self.items) + len(self.gaps), alike)

    def _declared(self, text: str) -> AmbiguousName | None:
        """The row that names this very text; it outweighs an alias, so that a slip in the data takes nothing."""
        row = self._ambiguous.get(folded(bare(text)))
        return row if row and bare(text) in map(bare, row["names"]) else None
