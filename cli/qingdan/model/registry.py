"""When are two texts the same? Names, aliases and ids of the registries of an edition.

Likeness never decides: a text is the same as another by id, by a listed alias, or by being the same text once width,
spaces, 《》 and quotes are dropped.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from qingdan.model.base import RegistryKind
from qingdan.model.edition import Abolished, Concept, CriterionType, Document, EvidenceType
from qingdan.model.folding import folded, signs_apart
from qingdan.model.naming import Namer, Printed
from qingdan.model.wording import Wordings

#: The name that the registry of a kind gives to an id; "" where it has none.
NameOf = Callable[[RegistryKind, str], str]


def unnamed(kind: RegistryKind, id: str) -> str:
    """The names where there are no registries: none."""
    return ""


#: Between the members of a list in one text.
_LISTED = re.compile("[、,;/]|以及|及|和|与|或者|或")
#: Names of so many characters are found in a sentence by chance.
_SHORT = 2
_DROPPED = {ord(c): None for c in " \t\r\n　《》〈〉<>“”‘’\"'「」『』"}


@lru_cache(maxsize=65536)
def plain(text: str) -> str:
    """The text as it is compared: folded, without spaces, 《》 and quotes.

    >>> plain("《就业创业证》 （复印件）")
    '就业创业证(复印件)'
    """
    return folded(signs_apart(text)).translate(_DROPPED)


@dataclass(frozen=True)
class Vocabulary:
    """One registry or one list of concepts: ids with their names, aliases and relations."""

    name: str
    names: Mapping[str, str]
    #: plain name or alias → id
    aliases: Mapping[str, str]
    #: id → ids that are wider than it
    broader: Mapping[str, frozenset[str]] = field(default_factory=dict)
    #: id → the disjoint atoms it stands for
    atoms: Mapping[str, frozenset[str]] = field(default_factory=dict)
    #: "broader": listing the wider serves the narrower (people); "narrower": the other way round (channels)
    covered_by: str = "broader"
    #: ids that stand for one of the official codes of persons and bodies, or for several of them
    basic: frozenset[str] = frozenset()
    #: id → official set of codes → its code there
    codes: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def resolve(self, id: str | None, text: str | None) -> str:
        """The id of a member by id or by its words; "" if it is not known. ``local/…`` ids stand for themselves."""
        if id:
            return id if id in self.names or id.startswith("local/") else ""
        return self.read(plain(text)) if text else ""

    def named(self, text: str | None) -> str:
        """The id of which a text is the registered name or an alias, word for word; "" if it is none."""
        return self.aliases.get(plain(text), "") if text else ""

    def read(self, text: str) -> str:
        """The id that a plain text means, as it is printed."""
        return self.aliases.get(text, "")

    def listed(self, text: str) -> tuple[str, ...]:
        """The ids of a text that names several, 户籍地、常住地或参保地; empty where a part of it is not known."""
        pieces = [piece for piece in _LISTED.split(plain(text)) if piece]
        found = [self.read(piece) for piece in pieces]
        return tuple(dict.fromkeys(found)) if len(found) > 1 and all(found) else ()

    def formal(self, listed: str, wanted: str) -> bool:
        """Whether a concept is one of the basic ones of the official codes, and another only a part of it."""
        return listed in self.basic and wanted not in self.basic

    def vouches(self, id: str, text: str) -> bool:
        """Whether the words beside an id say what the id says, if less or more exactly; for ``local/…`` all do."""
        if id not in self.names or not text:
            return True
        meant = self.resolve(None, text)
        return bool(meant) and (
            meant == id
            or meant in self.broader.get(id, ())
            or id in self.broader.get(meant, ())
            or bool(self.stands_for(id) & self.stands_for(meant))
        )

    def stands_for(self, id: str) -> frozenset[str]:
        """The atoms of a wider concept, or the concept itself."""
        return self.atoms.get(id) or frozenset({id})

    def covers(self, listed: str, wanted: str) -> bool:
        """Whether listing one concept serves a wish for another."""
        if listed == wanted:
            return True
        low, high = (wanted, listed) if self.covered_by == "broader" else (listed, wanted)
        return high in self.broader.get(low, frozenset())


@dataclass(frozen=True)
class Papers(Vocabulary):
    """The registry of papers: printed names are known by what is left without form words, place and owner."""

    namer: Namer = field(default_factory=lambda: Namer({}, {}))
    #: id → kind: proof, form, photo, commitment, account
    kinds: Mapping[str, str] = field(default_factory=dict)
    #: id → the people whose identity document it is
    holders: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def mentioned(self, text: str) -> frozenset[str]:
        """The ids of the proofs whose names stand in a text, at least three characters long."""
        return frozenset(self.aliases[name] for name in self._proofs.findall(plain(text)))

    @cached_property
    def _proofs(self) -> re.Pattern[str]:
        names = [name for name, id in self.aliases.items() if len(name) > _SHORT and self.kinds.get(id) == "proof"]
        return re.compile("|".join(map(re.escape, sorted(names, key=len, reverse=True))) or "(?!)")

    def read(self, text: str) -> str:
        """The id of an entry that names one paper."""
        return self.namer.id(text)

    def printed(self, text: str) -> Printed:
        """A printed name taken apart."""
        return self.namer.read(plain(text))

    def vouches(self, id: str, text: str) -> bool:
        """The same for papers; the name of a form, or of what is filled in, need not be that of the registry."""
        if super().vouches(id, text):
            return True
        meant = self.resolve(None, text)
        return "proof" not in (self.kinds.get(id, "proof"), self.kinds.get(meant, "proof"))


@dataclass(frozen=True)
class Criteria(Vocabulary):
    """The registry of criteria, which knows a wording with its number."""

    wordings: Wordings = field(default_factory=lambda: Wordings({}))
    #: Ids of criteria that everybody meets: they ask for nothing.
    everybody: frozenset[str] = frozenset()

    def vouches(self, id: str, text: str) -> bool:
        """Whether the words are those of the id: what they imply asks more than it, what implies them asks less."""
        return id not in self.names or not text or self.resolve(None, text) == id

    def read(self, text: str) -> str:
        """The id of a text that is one criterion."""
        meant = self.wordings.one(text)
        return meant.id if meant else ""


class Closure(Mapping[str, frozenset[str]]):
    """All ids that are reached from an id, found when they are asked for; a cycle ends where it began."""

    def __init__(self, direct: Mapping[str, Iterable[str]]) -> None:
        self._direct = direct
        self._found: dict[str, frozenset[str]] = {}

    def __getitem__(self, start: str) -> frozenset[str]:
        if start not in self._found:
            reached: set[str] = set()
            todo = list(self._direct[start])
            while todo:
                id = todo.pop()
                if id not in reached:
                    reached.add(id)
                    todo.extend(self._direct.get(id, ()))
            self._found[start] = frozenset(reached)
        return self._found[start]

    def __iter__(self) -> Iterator[str]:
        return iter(self._direct)

    def __len__(self) -> int:
        return len(self._direct)


def _names(entries: Iterable[tuple[str, str, Iterable[str]]]) -> tuple[dict[str, str], dict[str, str]]:
    names: dict[str, str] = {}
    aliases: dict[str, str] = {}
    for id, name, others in entries:
        names[id] = name
        for text in (name, *others):
            aliases.setdefault(plain(text), id)
    return names, aliases


def concepts(name: str, entries: Iterable[Concept], covered_by: str = "broader") -> Vocabulary:
    """The vocabulary of one list of concepts."""
    rows = list(entries)
    names, aliases = _names((row["id"], row["name"], row.get("aliases", [])) for row in rows)
    broader = Closure({row["id"]: row.get("broader", []) for row in rows})
    atoms = {row["id"]: frozenset(row["atoms"]) for row in rows if "atoms" in row}
    widest = covered_by == "broader"  # codes of channels, of which the narrower serve, say all that there is to say
    basic = frozenset(row["id"] for row in rows if widest and ("codes" in row or "atoms" in row))
    codes = {row["id"]: {str(each["set"]): each["code"] for each in row.get("codes", [])} for row in rows}
    return Vocabulary(name, names, aliases, broader, atoms, covered_by, basic, codes)


def evidence(entries: Iterable[EvidenceType]) -> tuple[Papers, Mapping[str, str]]:
    """The vocabulary of papers and the kind of each (proof, form, photo, …)."""
    rows = list(entries)
    names, aliases = _names((row["id"], row["name"], row.get("aliases", [])) for row in rows)
    wider: dict[str, list[str]] = {row["id"]: [] for row in rows}
    for row in rows:
        for narrow in row.get("narrower", []):
            wider.setdefault(narrow, []).append(row["id"])
    kinds = {row["id"]: str(row["kind"]) for row in rows}
    endings = {plain(ending): row["id"] for row in rows for ending in row.get("endings", [])}
    holders = {row["id"]: frozenset(row["holders"]) for row in rows if "holders" in row}
    namer = Namer(aliases, endings, Closure(wider))
    return Papers(
        "evidence", names, aliases, Closure(wider), {}, "narrower", namer=namer, kinds=kinds, holders=holders
    ), kinds


def criteria(entries: Iterable[CriterionType]) -> tuple[Criteria, Mapping[str, str]]:
    """The vocabulary of criteria (``broader`` holds what each one implies) and in which direction each is stricter."""
    rows = list(entries)
    names, aliases = _names((row["id"], row["wording"], row.get("aliases", [])) for row in rows)
    stricter = {row["id"]: row.get("stricter", "") for row in rows}
    groups = frozenset(row["id"] for row in rows if row.get("names") == "people")
    implied = Closure({row["id"]: row.get("implies", []) for row in rows})
    everybody = frozenset(row["id"] for row in rows if row.get("names") == "everybody")
    ties = frozenset(row["id"] for row in rows if row.get("names") == "ties")
    wordings = Wordings(aliases, groups, ties)
    return Criteria("criteria", names, aliases, implied, wordings=wordings, everybody=everybody), stricter


@dataclass(frozen=True)
class Documents:
    """The documents of an edition, found by id, number, title or alias, with the chain of their successors."""

    by_id: Mapping[str, Document]
    aliases: Mapping[str, str]

    def resolve(self, id: str | None, number: str | None, title: str | None) -> str:
        """The id of a cited document; "" if it is not known."""
        if id and id in self.by_id:
            return id
        for text in (number, title):
            if text and (found := self.aliases.get(plain(text), "")):
                return found
        return ""

    def family(self, id: str) -> frozenset[str]:
        """The document with its predecessors and successors."""
        return self._families.get(id, frozenset({id}))

    @cached_property
    def _families(self) -> dict[str, frozenset[str]]:
        """Id → family, for all documents that have a successor or are one."""
        families: dict[str, set[str]] = {}
        for id, row in self.by_id.items():
            if "successor" in row:
                joined = families.get(id, {id}) | families.get(row["successor"], {row["successor"]})
                families.update(dict.fromkeys(joined, joined))
        return {id: frozenset(family) for id, family in families.items()}


def documents(entries: Iterable[Document]) -> Documents:
    """Index documents. A number finds one document; a title shared by several finds none."""
    rows = list(entries)
    by_id = {row["id"]: row for row in rows}
    owners: dict[str, set[str]] = {}
    for row in rows:
        for text in (row.get("number"), row["title"], *row.get("aliases", [])):
            if text:
                owners.setdefault(plain(text), set()).add(row["id"])
    return Documents(by_id, {text: next(iter(ids)) for text, ids in owners.items() if len(ids) == 1})


@dataclass(frozen=True)
class Registries:
    """All vocabularies of an edition."""

    evidence: Papers
    #: kind of each paper: proof, form, photo, commitment, account
    evidence_kinds: Mapping[str, str]
    criteria: Criteria
    #: direction in which a criterion's parameter is stricter: more, less or ""
    stricter: Mapping[str, str]
    #: list name → vocabulary
    concepts: Mapping[str, Vocabulary]
    #: element → list name
    lists: Mapping[str, str]
    documents: Documents
    #: paper → since when and by which document it is no longer issued
    abolished: Mapping[str, Abolished] = field(default_factory=dict)

    @cached_property
    def _by_kind(self) -> Mapping[RegistryKind, Vocabulary]:
        of_elements = {element: self.concepts[name] for element, name in self.lists.items()}
        return {**self.concepts, **of_elements, "evidence": self.evidence, "criteria": self.criteria}

    def vocabulary(self, kind: RegistryKind) -> Vocabulary:
        """The registry of a kind; an empty one where the edition has none."""
        return self._by_kind.get(kind) or Vocabulary(kind, {}, {})

    def name(self, kind: RegistryKind, id: str) -> str:
        """The name that the registry of a kind gives to an id; "" where it has none, whatever others call it."""
        return self.vocabulary(kind).names.get(id, "")
