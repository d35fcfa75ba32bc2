"""Compare two sides, whatever they are."""

from __future__ import annotations

from qingdan.answers.diff_editions import compare_editions
from qingdan.answers.diff_lists import lists
from qingdan.answers.diff_nation import nation_province
from qingdan.answers.differences import Diff
from qingdan.loading.sides import Side
from qingdan.model.registry import Registries


def diff(before: Side, after: Side, as_of: str) -> Diff:
    """What differs between two sides.

    Args:
        before: The nation, an older revision, or the first province.
        after: A province, a newer revision, or the second province. A province named before the nation changes places
            with it: the nation is what is measured by.
        as_of: The day by whose rules a list in use is judged.
    """
    if before.catalogue is not None and after.catalogue is None:
        before, after = after, before
    result = Diff(before.name, after.name, "lists", names=_names(after.edition.registries))
    result.unread = [*before.unread, *after.unread]
    if before.catalogue is None and after.catalogue is None:
        result.kind = "editions"
        compare_editions(before.edition, after.edition, result)
    elif before.catalogue is None and after.catalogue is not None:
        result.kind = "nation_province"
        nation_province(after.catalogue, before.edition, as_of, result)
    elif before.catalogue is not None and after.catalogue is not None:
        lists(before.catalogue, after.catalogue, after.edition.registries, result)
    result.settle()
    return result


def _names(registries: Registries) -> dict[str, str]:
    """Ids → names of all registries; where two lists share an id, the first one names it."""
    names: dict[str, str] = {}
    for vocabulary in (registries.evidence, registries.criteria, *registries.concepts.values()):
        for id, name in vocabulary.names.items():
            names.setdefault(id, name)
    return names
