"""The nodes of a JSON-LD document: each once, under a name that stays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Any
from urllib.parse import quote

from qingdan.loading.edition import Edition
from qingdan.model.registry import Vocabulary
from qingdan.values.linking import Node, text


def urn(*parts: str) -> str:
    """A name that stays, wherever the file is kept.

    >>> urn("guide", "433101", "JS-01")
    'urn:qingdan:guide:433101:JS-01'
    """
    return ":".join(("urn:qingdan", *(quote(part, safe="", errors="replace") for part in parts)))


def digest(*parts: str) -> str:
    """A short name made of texts: the same texts have the same one."""
    return sha256("\x1f".join(parts).encode("utf-8", "replace")).hexdigest()[:12]


_NONE = Vocabulary("", {}, {})


class Nodes:
    """Nodes by their names; what several guides share stands in it once.

    Attributes:
        by_id: Name → node, in the order in which they came.
        edition: The national standard that names its terms.
    """

    def __init__(self, edition: Edition) -> None:
        self.by_id: dict[str, Node] = {}
        self.edition = edition

    def put(self, id: str, type: str, more: Node | None = None) -> str:
        """Add a node where it is not there yet.

        Returns:
            Its name.
        """
        if id not in self.by_id:
            self.by_id[id] = {"@id": id, "@type": type, **(more or {})}
        return id

    def concept(self, vocabulary: str, id: str, said: str = "") -> str:
        """A term of a controlled list, found by id or alias; one that it does not know is named by its own text."""
        listed = self.edition.registries.concepts.get(vocabulary, _NONE)
        known = listed.resolve(id, said)
        label = listed.names.get(known) or said or id
        name = urn("concept", vocabulary, known) if known in listed.names else urn("text", digest(label))
        return self.put(name, "Concept", {"notation": known or label, "prefLabel": text(label)})

    def papers(self, options: Iterable[Any]) -> Iterator[str]:
        """The kinds of paper that the registry knows some options by."""
        registry = self.edition.registries.evidence
        for option in options:
            id = registry.resolve(option.get("id"), str(option.get("text") or option.get("name") or ""))
            if id in registry.names:
                more: Node = {"EvidenceType.identifier": id, "prefLabel": text(registry.names[id])}
                yield self.put(f"urn:qingdan:evidence:{id}", "EvidenceType", more)

    def document(self, id: str, title: str = "", number: str = "") -> str:
        """A law or notice; one that the registry does not know is named by its title and number."""
        id = self.edition.registries.documents.resolve(id, number, title)
        row = self.edition.registries.documents.by_id.get(id)
        if row is not None:
            title, number = row["title"], row.get("number", "")
        name = urn("document", id if row else digest(title, number))
        more: Node = {"title": text(title or number or id)}
        if number:
            more["qd:number"] = number
        return self.put(name, "LegalResource", more)
