"""How a value becomes nodes of linked data: what a kind asks of the guide that the nodes hang from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Protocol

from qingdan.model.base import Property
from qingdan.model.languages import language

Node = dict[str, object]


def text(value: object, said: Iterable[str] = ()) -> Node:
    """A text as it is printed, with its language.

    Args:
        value: What is printed.
        said: The languages besides Chinese that its record states.
    """
    return {"@language": language(str(value), said), "@value": str(value)}


class Linker(Protocol):
    """Who links an element of a guide: its name, the list of its concepts, and what makes the nodes."""

    element: str
    listed: str

    def put(self, kind: str, said: str, type: str, more: Node) -> str:
        """Add a node below the guide, named by what it says; its name."""

    def shared(self, id: str, type: str, more: Node) -> str:
        """Add a node that other guides may share; its name."""

    def concept(self, vocabulary: str, id: str, said: str = "") -> str:
        """A term of a controlled list."""

    def document(self, id: str, title: str = "", number: str = "") -> str:
        """A law or notice."""

    def papers(self, options: Iterable[object]) -> Iterator[str]:
        """The kinds of paper that the registry knows some options by."""

    def text(self, value: str) -> Node:
        """A text in the languages of the record."""

    def say(self, value: object) -> str:
        """A value in the words of the text."""

    def also(self, property: Property, node: object) -> None:
        """What the guide links to besides, by another property than that of the element."""


@dataclass(frozen=True, slots=True)
class Linked:
    """How a value of some model is linked.

    Attributes:
        nodes: A value as it stands in a file → the nodes that the guide links to.
        parts: The parts of it that they say; ``None`` where they say all of it. The rest is told in words.
    """

    nodes: Callable[[Any, Linker], Iterable[Any]]
    parts: frozenset[str] | None = None


def hours(value: str, linker: Linker) -> Node:
    """When something is open, in words."""
    return {"@type": "TemporalEntity", "TemporalEntity.description": [linker.text(value)]}
