"""The documents of an edition, and what rests on them."""

from __future__ import annotations

from qingdan.loading.edition import Edition
from qingdan.model.edition import Requirement


def resting_on(document: str, edition: Edition) -> list[Requirement]:
    """The requirements that name a document as a basis, in order of id."""
    return [
        row for _, row in sorted(edition.by_id.items())
        if any(basis["document"] == document for basis in row["basis"])
    ]  # fmt: skip
