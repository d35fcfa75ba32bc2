"""The account of an import for machines, shaped by ``schemas/1/import-account.schema.json``."""

from __future__ import annotations

from qingdan.importing import Imported
from qingdan.importing.account import FATES
from qingdan.printing.data import head
from qingdan.reports.validate.as_json import finding_value
from qingdan.words.grammar import Lang

FORMAT = "import-account/1"


def value(found: Imported, lang: Lang) -> dict[str, object]:
    """The account as plain data: every cell that holds something."""
    counts = found.account.counts
    return {
        **head(FORMAT),
        "file": found.account.file,
        "notes": list(found.notes),
        "tables": found.tables,
        "items": found.items,
        "linked": found.linked,
        "counts": {fate: counts[fate] for fate in FATES},
        "columns": [{"heading": heading, "to": to} for heading, to in found.mapping.items()],
        "findings": [finding_value(each, lang) for each in found.findings],
        "cells": [
            {
                "sheet": cell.sheet,
                "address": cell.address,
                "row": cell.row,
                "column": cell.column,
                "text": cell.text,
                "fate": cell.fate,
                "target": cell.target,
                "because": cell.because,
            }
            for cell in found.account.cells.values()
        ],
    }
