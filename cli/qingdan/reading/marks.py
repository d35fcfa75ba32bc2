"""Where each key and each value stands in its text, in flat arrays of integers.

One node is one value: a scalar, a list or a mapping. Nodes stand in document order, a container before its children, so
that the children of node *n* begin at *n* + 1 and the next sibling of a node begins where its own subtree ends. That
costs 24 bytes a node; a dictionary of paths costs several hundred.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right

Pointer = tuple[str | int, ...]

#: Key number of a node without a key: the root and the entries of lists.
NO_KEY = 0

#: Key number of a node that is not part of the value: the value of a duplicate key, a complex key.
DROPPED = 0xFFFF_FFFF


class Marks:
    """Positions of all nodes of one document, as offsets in code points; ends are exclusive."""

    __slots__ = ("_children", "_numbers", "afters", "ends", "key_ends", "key_numbers", "key_starts", "names", "starts")

    def __init__(self) -> None:
        #: Text of each key by its number; equal keys share one string.
        self.names: list[str] = [""]
        self._numbers: dict[str, int] = {}
        self.key_numbers = array("I")
        self.key_starts = array("I")
        self.key_ends = array("I")
        self.starts = array("I")
        self.ends = array("I")
        #: The node behind the subtree of each node; 0 while the node is still open.
        self.afters = array("I")
        self._children: dict[int, tuple[dict[str | int, int], list[int]]] = {}

    def __len__(self) -> int:
        return len(self.starts)

    def number(self, key: str) -> int:
        """The number of a key, given at its first use."""
        found = self._numbers.get(key)
        if found is None:
            found = self._numbers[key] = len(self.names)
            self.names.append(key)
        return found

    def child(self, node: int, step: str | int) -> int | None:
        """The child of a node under a key or at an index.

        The table of children is made when it is first asked for and goes on growing while the node is open.
        """
        table, cursor = self._children.setdefault(node, ({}, [node + 1, 0]))
        end = self.afters[node] or len(self.starts)
        while cursor[0] < end:
            current = cursor[0]
            cursor[0] = self.afters[current] or end
            number = self.key_numbers[current]
            if number == NO_KEY:
                table[cursor[1]] = current
                cursor[1] += 1
            elif number != DROPPED:
                table.setdefault(self.names[number], current)
        return table.get(step)

    def find(self, pointer: Pointer) -> tuple[int | None, bool]:
        """The node of a pointer.

        Returns:
            The node, or its nearest existing ancestor, or None in a document without nodes; and whether it is the node
            itself.
        """
        if not len(self):
            return None, False
        node = 0
        for step in pointer:
            below = self.child(node, step)
            if below is None:
                return node, False
            node = below
        return node, True

    def scalar_at(self, offset: int) -> tuple[int, int] | None:
        """The range of the key or the scalar value that covers an offset, or None between them."""
        node = bisect_right(self.starts, offset) - 1
        if node >= 0 and self.afters[node] == node + 1 and offset < self.ends[node]:
            return self.starts[node], self.ends[node]
        behind = node + 1
        if behind < len(self) and self.key_starts[behind] <= offset < self.key_ends[behind]:
            return self.key_starts[behind], self.key_ends[behind]
        return None
