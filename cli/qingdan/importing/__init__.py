"""Tables that people keep become lists: what was read, where it went, and what became of every cell."""

from qingdan.importing.account import Account, Accounted, Fate
from qingdan.importing.columns import Placed, placed
from qingdan.importing.layout import Column, Table, tables
from qingdan.importing.run import Imported, imported

__all__ = ["Account", "Accounted", "Column", "Fate", "Imported", "Placed", "Table", "imported", "placed", "tables"]
