"""Several lists of one province: an archive that stands beside another one carries its date, so that both have a place.

An archive that stands alone keeps the plain address of its province.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from qingdan.loading.catalogue import Catalogue


def days_of(catalogues: Sequence[Catalogue]) -> list[str]:
    """For each list the day by which it is told from the others of its province; empty where it needs none.

    Two lists that are told apart by nothing are told by their pages having one address.
    """
    number = Counter(each.province for each in catalogues)
    return [
        each.head.get("as_of", "") if each.province and number[each.province] > 1 and _archive(each) else ""
        for each in catalogues
    ]


def _archive(catalogue: Catalogue) -> bool:
    return catalogue.head["kind"] == "archive"
