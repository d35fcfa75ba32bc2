"""A place of a finding as people read it: a line of a file, or a cell of a sheet."""

from __future__ import annotations

from qingdan.findings import CellLocation, Location
from qingdan.sources.grid import address
from qingdan.words.grammar import Lang
from qingdan.words.said import Phrases
from qingdan.words.showing import visible

_says = Phrases("imports")


def where(place: Location, lang: Lang) -> str:
    """File, line and column; of a table file, sheet and cell.

    >>> where(Location("items/01.yaml", 3, 9), "zh"), where(CellLocation("清单.xlsx", 12, 6, sheet="事项"), "zh")
    ('items/01.yaml:3:9', '清单.xlsx 表“事项”F12')
    """
    if isinstance(place, CellLocation):
        cell = _says("place", lang, sheet=visible(place.sheet), address=address(place.line, place.column))
        return f"{visible(place.file)} {cell}"
    return f"{visible(place.file)}:{place.line}:{place.column}"
