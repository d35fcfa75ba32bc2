"""The printed sheet as PDF: tagged, for readers of screens too, and with every character or not at all.

Typst leaves out what no font has without a word, but not where it is asked for PDF/UA or PDF/A, which forbid it.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

from qingdan.paged.fonts import chosen, fonts
from qingdan.paged.sheet import Sheet, Table, texts
from qingdan.paged.tallness import tall
from qingdan.problems import NoChineseFont, NotPrintable, PdfMissing
from qingdan.words.grammar import tag

#: For readers of screens, and for archives.
_STANDARDS: list[Literal["ua-1", "a-3a"]] = ["ua-1", "a-3a"]


def written(sheet: Sheet) -> bytes:
    """The sheet as a file: the same bytes for the same sheet and fonts.

    Args:
        sheet: What is printed.

    Raises:
        PdfMissing: Typst is not installed.
        NoChineseFont: No font that will do is on this machine.
        NotPrintable: No font has one of the characters.
    """
    try:
        import typst
    except ImportError as error:
        raise PdfMissing from error
    families = chosen(typst.Fonts().families())
    lacking = next((where for where in fonts() if where not in families), "")
    if lacking:
        raise NoChineseFont([name for name in fonts()[lacking] if name.isascii()])
    source = Path(__file__).with_name("sheet.typ").read_bytes()
    inputs = {"sheet": json.dumps(_data(sheet)), "fonts": json.dumps(families)}
    day = datetime.fromisoformat(sheet.day).replace(tzinfo=UTC)
    try:
        made, warnings = typst.compile_with_warnings(
            source, format="pdf", sys_inputs=inputs, timestamp=day, pdf_standards=[*_STANDARDS]
        )
    except typst.TypstError as error:
        raise NotPrintable(error.message, _with_a_sign_of(error.message, sheet)) from error
    if warnings:
        raise NotPrintable(warnings[0].message)
    assert isinstance(made, bytes)  # one PDF, and no picture for each page
    return made


def _data(sheet: Sheet) -> dict[str, Any]:
    """The sheet as the source of Typst reads it."""
    lang, _, region = tag(sheet.lang).partition("-")
    parts = [{**asdict(part), "table": part.table and _table(part.table)} for part in sheet.parts]
    date = [int(part) for part in sheet.day.split("-")]
    return {**asdict(sheet), "lang": lang, "region": region or None, "date": date, "parts": parts}


def _table(table: Table) -> dict[str, Any]:
    groups = [
        {"title": group.title, "rows": [{"cells": row, "breaks": tall(row, table)} for row in group.rows]}
        for group in table.groups
    ]
    return {"columns": [asdict(column) for column in table.columns], "whole": table.whole, "groups": groups}


def _with_a_sign_of(message: str, sheet: Sheet) -> str:
    """The first text of a sheet with a rare character that a message names; empty where it names none."""
    signs = {each for each in message if not each.isascii()}
    return next((line for line in texts(sheet) if signs & set(line)), "")
