"""What a kind of value needs to know besides the two values."""

from __future__ import annotations

from dataclasses import dataclass, replace

from qingdan.model.registry import Registries


@dataclass(frozen=True, slots=True)
class Context:
    """The surroundings of one comparison of a with b.

    Attributes:
        registries: Ids, names and aliases of the edition.
        element: The element that is compared; it names the list of concepts.
        a_whole: a is known in whole; a list known in part proves presence, never absence.
        b_whole: The same for b.
        working_days: A bare ``day`` means a working day, because a law says so (administrative licences).
    """

    registries: Registries
    element: str
    a_whole: bool = True
    b_whole: bool = True
    working_days: bool = False

    def swapped(self) -> Context:
        """The context of comparing b with a."""
        return replace(self, a_whole=self.b_whole, b_whole=self.a_whole)
