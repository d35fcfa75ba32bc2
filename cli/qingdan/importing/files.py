"""The files of an imported list, as a person would keep them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from qingdan.importing.columns import NOTES
from qingdan.importing.matters import Row
from qingdan.model.divisions import Division
from qingdan.sources import Book
from qingdan.writing.yaml_text import dumped

#: What a matter of a list of names has.
_NAMES = frozenset(("id", "name", "aliases", "notes", "implements"))
#: What stands first in a matter.
_FIRST = ("id", "name", "implements")


def files_of(
    records: Sequence[Row],
    book: Book,
    province: Division,
    edition: str,
    mapping: Mapping[str, str],
    whole: bool,
) -> dict[str, str]:
    """Path in the folder of a list → its text.

    Args:
        records: The matters.
        book: From which they come.
        province: Whose list it is.
        edition: Id of the national standard that it is held against.
        mapping: Heading → where its column went.
        whole: A person says that these are all matters of the province.
    """
    bare = all(set(record) <= _NAMES for record in records)
    head = {
        "schema": "catalogue/1",
        "province": province.code,
        "name": f"{province.name}就业公共服务事项清单",
        "edition": edition,
        "kind": "list",
        "completeness": ("names" if bare else "guides") if whole else "partial",
        "source": {"title": book.file, "evidence": "inferred", "seen": "whole"},
    }
    listed = [{"heading": heading, "to": to or NOTES} for heading, to in mapping.items()]
    rows = [{**{key: row[key] for key in _FIRST if key in row}, **row} for row in records]
    return {
        "catalogue.yaml": dumped(head, "由 qingdan import 写成：出处、完整程度、证据等级由人核对后改"),
        "items/01.yaml": dumped({"schema": "items/1", "items": rows}, f"由 qingdan import 从 {book.file} 写成"),
        "mapping.yaml": dumped({"schema": "mapping/1", "columns": listed}, "表头 → 写到哪里；改了再导入"),
    }
