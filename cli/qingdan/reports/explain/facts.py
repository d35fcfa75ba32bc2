"""What somebody asked about, and by which edition and day it is explained."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qingdan.loading.edition import Edition

if TYPE_CHECKING:
    from qingdan.rules.record import Rule


@dataclass(frozen=True)
class Explanation:
    """What ``qingdan explain`` tells; ``render`` puts it into words.

    Attributes:
        asked: The id or name.
        edition: The national standard that knows it.
        as_of: The day by which it is told what is in force.
        rules: The rules that are known, by id.
    """

    asked: str
    edition: Edition
    as_of: str
    rules: Mapping[str, Rule]
