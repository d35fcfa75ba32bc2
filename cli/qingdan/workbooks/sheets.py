"""The sheets of a workbook and their columns: one declaration, from what the model says, for writing and reading.

A matter is a row. What may have many parts has a sheet of its own, a row an entry, with the id of the matter in the
first column; a part of something that is there once has a column of its own; everything else stands in one cell.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from qingdan.model.catalogue import CatalogueHead, LocalityFile, Row
from qingdan.model.fields import model_of, of_model
from qingdan.model.item import Item
from qingdan.model.parts import Channel, Material, Question, Step
from qingdan.model.values import Citation, Condition, Limit
from qingdan.values import registry_of
from qingdan.workbooks.cells import Field, fields

#: What marks such a workbook, whatever program saved it last.
MARK = "qingdan-workbook/1"
#: What a column is there for, besides fields: the id of the matter; the item of which it is a part; the place; its
#: name, shown only; the order in its list; what was found; the file; the path; the value; where a comment stands.
Role = Literal["", "id", "owner", "place", "shown", "order", "problem", "file", "path", "value", "where"]
#: Heading of each of them.
HEADINGS: dict[Role, str] = {
    "id": "事项编号",
    "owner": "所属事项编号",
    "place": "地方",
    "shown": "事项（只供查看）",
    "order": "序号",
    "problem": "问题（校验）",
    "file": "文件",
    "path": "位置",
    "value": "内容",
    "where": "在上方或行末",
}
#: What has a sheet of its own, a row an entry: the first element that lists such entries → the sheet.
OWN = {
    of_model(model)[0]: name
    for model, name in (
        (Material, "材料"),
        (Step, "流程"),
        (Channel, "渠道"),
        (Citation, "依据"),
        (Condition, "条件"),
        (Question, "常见问题"),
    )
}
GUIDE, SUMMARY, HEAD, ITEMS, PLACES, ROWS = "填写说明", "问题汇总", "清单", "事项", "地方", "各地"
REST, COMMENTS, DICTIONARY = "其他", "注释", "字典"
#: What stands in other sheets, or goes without saying.
_ELSEWHERE = frozenset((*OWN, "id", "handling_items", "items", "schema"))

#: What stands first of a matter, so that a person sees what it is.
_FIRST = ("name", "item", "status", "implements")


@dataclass(frozen=True)
class Column:
    """A column of a sheet.

    Attributes:
        title: Its heading; no other column of its sheet has it.
        role: What it is there for; empty for a field.
        path: The keys of its field, from the record on.
        field: What the model says of it; ``None`` for a role.
    """

    title: str
    role: Role = ""
    path: tuple[str, ...] = ()
    field: Field | None = None


@dataclass(frozen=True)
class Sheet:
    """A sheet: its name, its columns, and the element whose entries are its rows, where they are."""

    name: str
    columns: tuple[Column, ...]
    element: str = ""

    def number(self, role: Role) -> int:
        """The column of a role, from 0; -1 where there is none."""
        return next((at for at, each in enumerate(self.columns) if each.role == role), -1)


@cache
def sheets(problems: bool = False) -> dict[str, Sheet]:
    """The sheets that hold a list, by name, in order.

    Args:
        problems: With a column for what was found.
    """
    found = [
        Sheet(HEAD, (*_roles(problems, "problem"), *_fields(CatalogueHead))),
        Sheet(ITEMS, _matters(Item, ("id", "owner", "order"), problems)),
    ]
    for element, name in OWN.items():
        told = tuple(Column(each.words.title, "", (key,), each) for key, each in entry_fields(element).items())
        roles = _roles(problems, "id", "place", "shown", "order", "problem")
        found.append(Sheet(name, (*roles, *told), element))
    found += [
        Sheet(PLACES, (*_roles(problems, "place", "order", "problem"), *_fields(LocalityFile), *_roles(False, "file"))),
        Sheet(ROWS, _matters(Row, ("id", "place", "order"), problems)),
        Sheet(REST, _roles(problems, "file", "path", "value", "problem")),
        Sheet(COMMENTS, _roles(problems, "file", "path", "order", "where", "value")),
    ]
    return {each.name: each for each in found}


@cache
def entry_fields(element: str) -> dict[str, Field]:
    """The fields of the entries of an element that has a sheet of its own."""
    return dict(fields(model_of(element), registry_of(element)))


@cache
def columns_of(sheet: str, problems: bool = False) -> dict[tuple[str, ...], int]:
    """Path of a field → its column, from 0."""
    return {each.path: at for at, each in enumerate(sheets(problems)[sheet].columns) if each.path}


def _roles(problems: bool, *roles: Role) -> tuple[Column, ...]:
    return tuple(Column(HEADINGS[role], role) for role in roles if problems or role != "problem")


def _matters(model: object, roles: tuple[Role, ...], problems: bool) -> tuple[Column, ...]:
    """The columns of a sheet of matters: who they are, what they are called, and what they say."""
    told = list(_fields(model))
    first = [each for key in _FIRST for each in told if each.path == (key,)]
    others = [each for each in told if each not in first]
    last = _roles(problems, "file") if model is Item else ()
    return (*_roles(False, *roles), *first[:1], *_roles(problems, "problem"), *first[1:], *others, *last)


def _fields(model: object, before: tuple[Field, ...] = ()) -> Iterator[Column]:
    """The columns of a record: one a field, or one a part of what is there once and has no words of its own."""
    for key, each in fields(model).items():
        if not before and key in _ELSEWHERE:
            continue
        if each.model is not None and not each.many and each.model is not Limit:
            yield from _fields(each.model, (*before, each))
        else:
            title = "·".join(one.words.title for one in (*before, each))
            yield Column(title, "", (*(one.key for one in before), key), each)
