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
        a_checked: The words of a beside its ids mean the ids, as those of an edition do: its makers say so.
        b_checked: The same for b.
        a_here: Names of the place of a and of those above it: 柯城区户籍 is 本地户籍 in a list of 柯城.
        b_here: The same for b.
        served: Ids of the people whom the item serves, where it serves these only.
    """

    registries: Registries
    element: str
    a_whole: bool = True
    b_whole: bool = True
    working_days: bool = False
    served: frozenset[str] = frozenset()
    a_checked: bool = False
    b_checked: bool = False
    a_here: frozenset[str] = frozenset()
    b_here: frozenset[str] = frozenset()

    def swapped(self) -> Context:
        """The context of comparing b with a."""
        swapped = replace(self, a_whole=self.b_whole, b_whole=self.a_whole, a_here=self.b_here, b_here=self.a_here)
        return replace(swapped, a_checked=self.b_checked, b_checked=self.a_checked)
