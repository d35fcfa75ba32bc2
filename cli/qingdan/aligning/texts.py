"""Papers, conditions, places and audiences of a list that no registry knows: what of the registries comes near.

Likeness suggests here and never decides: a narrower paper, or a condition with another number, reads nearly alike.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from qingdan.loading.catalogue import Catalogue
from qingdan.loading.edition import Edition
from qingdan.model.near_names import Likeness
from qingdan.model.registry import Vocabulary, plain
from qingdan.values import registry_of

#: Elements with members of a registry, and where the words of a member stand.
ELEMENTS = {"materials": "name", "conditions": "text", "audience": "text", "places": "text"}
#: So many are shown, and none that is less like than this.
MOST, SHOWN = 3, 0.4


@dataclass(frozen=True, slots=True)
class NearEntry:
    """An entry of a registry that a text may be.

    Attributes:
        id: Its id.
        name: Its name.
        score: How like the text is, from 0 to 1.
    """

    id: str
    name: str
    score: float


@dataclass(frozen=True, slots=True)
class UnlinkedText:
    """A text of a list that no registry knows.

    Attributes:
        element: Where it stands: ``materials``, ``conditions``, ``audience``, ``places``.
        text: As printed.
        items: Ids of the items that have it.
        candidates: What it may be, the likest first; none where nothing comes near.
    """

    element: str
    text: str
    items: tuple[str, ...]
    candidates: tuple[NearEntry, ...]


def unlinked(catalogue: Catalogue, edition: Edition) -> list[UnlinkedText]:
    """The texts of a list that no registry knows, element by element, each once."""
    found = []
    for element, key in ELEMENTS.items():
        vocabulary = edition.registries.vocabulary(registry_of(element))
        where: dict[str, list[str]] = {}
        for item in catalogue.items:
            for text in _texts(item.record, element, key):
                if not vocabulary.resolve(None, text):
                    where.setdefault(text, []).append(item.record["id"])
        likeness = _likeness(vocabulary)
        found += [
            UnlinkedText(element, text, tuple(dict.fromkeys(ids)), tuple(_near(text, likeness, vocabulary)))
            for text, ids in where.items()
        ]
    return found


def _texts(record: Mapping[str, Any], element: str, key: str) -> Iterator[str]:
    for member in record.get(element) or ():
        if isinstance(member, Mapping) and "id" not in member and "any_of" not in member and member.get(key):
            yield str(member[key])


def _likeness(vocabulary: Vocabulary) -> Likeness:
    likeness = Likeness()
    for text, id in vocabulary.aliases.items():
        likeness.add(text, [id])
    return likeness


def _near(text: str, likeness: Likeness, vocabulary: Vocabulary) -> Iterator[NearEntry]:
    best: dict[str, float] = {}
    for known, score in likeness.known(plain(text)).items():
        for id in likeness.ids(known) if score >= SHOWN else ():
            best[id] = max(score, best.get(id, 0))
    for id in sorted(best, key=lambda id: (-best[id], id))[:MOST]:
        yield NearEntry(id, vocabulary.names.get(id, ""), round(best[id], 3))
