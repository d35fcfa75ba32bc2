"""The rows of a list drawn as a workbook: what is to be filled in is open, what is chosen has a list to choose from."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from qingdan.sources import address
from qingdan.words.grammar import Lang, joined
from qingdan.words.said import Phrases
from qingdan.workbooks import widths
from qingdan.workbooks.cells import Cells
from qingdan.workbooks.remarks import ours
from qingdan.workbooks.sheets import (
    COMMENTS,
    DICTIONARY,
    GUIDE,
    HEAD,
    HEADINGS,
    ITEMS,
    MARK,
    OWN,
    PLACES,
    REST,
    ROWS,
    SUMMARY,
    Column,
    Sheet,
    sheets,
)
from qingdan.workbooks.strict import MESSAGE, TITLE, heard, new_workbook, sure
from qingdan.workbooks.taking import NONE, Place, Taken

if TYPE_CHECKING:
    from xlsxwriter import Workbook  # type: ignore[import-untyped]
    from xlsxwriter.format import Format  # type: ignore[import-untyped]
    from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

_says = Phrases("workbook")
#: Rows that stay open below those of the list.
_ROOM = 500
#: So many characters stand side by side on a page that can be read.
_PAGE = 150
#: Colours of the tabs: what is to be filled in, what may be, what only tells.
_TABS = {HEAD: "#1F6F5C", ITEMS: "#1F6F5C", PLACES: "#7A8C3C", ROWS: "#7A8C3C", REST: "#888888", COMMENTS: "#888888"}
#: What may be done on a sheet although it is protected.
_ALLOWED = dict.fromkeys(
    ("format_cells", "format_columns", "format_rows", "insert_rows", "delete_rows", "sort", "autofilter"), True
)


@dataclass(frozen=True)
class Problem:
    """Something that was found, at a cell.

    Attributes:
        severity: ``error``, ``warning`` or ``info``, in the language of the workbook.
        id: Of the rule or the requirement.
        message: What was found.
        advice: What to do next.
        place: The cell; ``None`` where it is about the list as a whole.
    """

    severity: str
    id: str
    message: str
    advice: str
    place: Place | None


@dataclass(frozen=True)
class Drawn:
    """What is drawn.

    Attributes:
        taken: The list.
        title: What it is called.
        as_of: The day of the workbook: ``2026-11-22``.
        remarks: Cell → what the nation requires there, line by line.
        problems: What was found; ``None`` where nobody asked.
        lang: The language of what the program says.
        shown: Paths of fields that are shown although nothing stands in them.
    """

    taken: Taken
    title: str
    as_of: str
    remarks: Mapping[Place, Sequence[str]] = field(default_factory=dict)
    problems: Sequence[Problem] | None = None
    lang: Lang = "zh"
    shown: frozenset[tuple[str, ...]] = frozenset()


def drawn(what: Drawn, cells: Cells) -> bytes:
    """The workbook, the same bytes every time.

    Raises:
        TablesMissing: ``qingdan[tables]`` is not installed.
        NotWritten: XlsxWriter would have left something out.
    """
    out = io.BytesIO()
    book = new_workbook(out)
    book.set_properties({"title": what.title, "created": datetime.fromisoformat(what.as_of), "comments": MARK})
    with heard():
        _Drawing(book, what, cells).draw()
        sure(book.close)
    return out.getvalue()


class _Drawing:
    def __init__(self, book: Workbook, what: Drawn, cells: Cells) -> None:
        self._book, self._what, self._cells = book, what, cells
        self._formats: dict[tuple[tuple[str, Any], ...], Format] = {}
        self._lists: dict[tuple[str, ...], str] = {}
        self._dictionary: list[tuple[str, tuple[str, ...]]] = []

    def draw(self) -> None:
        """All sheets, in their order; what the drop-downs choose from stands on the last."""
        plans = sheets(self._what.problems is not None)
        self._guide(self._book.add_worksheet(GUIDE))
        summary = self._book.add_worksheet(SUMMARY) if self._what.problems is not None else None
        drawn = {name: self._book.add_worksheet(name) for name in plans}
        dictionary = self._book.add_worksheet(DICTIONARY)
        for name, plan in plans.items():
            self._sheet(drawn[name], plan, self._what.taken.rows[name])
        if summary is not None:
            self._summary(summary)
        self._words(dictionary)
        drawn[ITEMS if self._what.taken.rows[ITEMS] or not self._what.taken.rows[ROWS] else ROWS].activate()

    def _format(self, **looks: Any) -> Format:
        key = tuple(sorted(looks.items()))
        if key not in self._formats:
            usual = {"font_name": "宋体", "font_size": 10, "valign": "top", "text_wrap": True}
            self._formats[key] = self._book.add_format({**usual, **looks})
        return self._formats[key]

    def _sheet(self, sheet: Worksheet, plan: Sheet, rows: Sequence[Mapping[int, str | int]]) -> None:
        across = [self._width(plan, at, rows) for at in range(len(plan.columns))]
        hidden = {at for at in range(len(plan.columns)) if self._is_hidden(plan, at, rows)}
        for at, column in enumerate(plan.columns):
            options = {"hidden": True} if at in hidden else {}
            sure(sheet.set_column, at, at, across[at], self._open(column), options)
            self._heading(sheet, at, column)
            self._choice(sheet, at, column, len(rows))
        told = self._problems_by_row(plan.name)
        remarks = {place[1:]: lines for place, lines in self._what.remarks.items() if place[0] == plan.name}
        for number, row in enumerate(rows, 1):
            texts = {at: str(told_) for at, told_ in row.items()}
            if number in told:
                texts[plan.number("problem")] = "\n".join(f"{each.severity} {each.message}" for each in told[number])
            high = widths.height((text, across[at]) for at, text in texts.items() if at not in hidden)
            sure(sheet.set_row, number, high)
            for at, column in enumerate(plan.columns):
                if at in texts:
                    self._cell(sheet, number, at, column, row.get(at, texts[at]))
                elif at not in hidden:
                    sure(sheet.write_blank, number, at, None, self._open(column, lined=True))
        self._comments(sheet, plan, told, remarks)
        self._set_up(sheet, plan, len(rows), across, hidden)

    def _cell(self, sheet: Worksheet, row: int, at: int, column: Column, told: str | int) -> None:
        if isinstance(told, int):
            sure(sheet.write_number, row, at, told, self._open(column, held=True))
        else:
            sure(sheet.write_string, row, at, told, self._open(column, held=True))

    def _open(self, column: Column, *, held: bool = False, lined: bool = False) -> Format:
        """How a cell looks: what names a matter is locked once it is there, everything else is open."""
        number = column.role == "order" or (column.field is not None and column.field.whole)
        looks: dict[str, Any] = {"num_format": "0" if number else "@", "locked": False}
        if held or lined:
            looks |= {"border": 1, "border_color": "#C8C8C8"}
        if column.role in ("id", "owner", "place", "file", "path") and held:
            looks |= {"locked": True, "bg_color": "#F0F0F0"}
        if column.role in ("shown", "order", "file"):
            looks |= {"font_color": "#707070"}
        if column.role == "order":
            looks |= {"align": "center"}
        if column.role == "problem":
            looks |= {"font_color": "#B00020"}
        return self._format(**looks)

    def _heading(self, sheet: Worksheet, at: int, column: Column) -> None:
        group = column.path[0] if len(column.path) > 1 else ""
        colour = "#5B6770" if column.role else "#3E7C6B" if group else "#1F6F5C"
        looks: dict[str, Any] = {
            "bold": True,
            "font_color": "#FFFFFF",
            "bg_color": colour,
            "border": 1,
            "border_color": "#C8C8C8",
        }
        sure(
            sheet.write_string,
            0,
            at,
            column.title,
            self._format(**looks, locked=True, align="center", valign="vcenter"),
        )

    def _choice(self, sheet: Worksheet, at: int, column: Column, rows: int) -> None:
        """What may stand in a column: one of a list, a number, a text that is not too long; with words that say so."""
        if column.field is None or column.field.many or column.field.model is not None:
            return
        title, description = column.title[-TITLE:], column.field.words.description
        rule: dict[str, Any] = {"ignore_blank": True, "error_title": title}
        choices = self._cells.choices(column.field)
        if choices:
            closed = bool(column.field.codes)
            rule |= {"validate": "list", "source": self._listed(column.title, tuple(choices.values()))}
            rule |= {
                "error_message": _says("choose", self._what.lang),
                "error_type": "stop" if closed else "information",
            }
        elif column.field.whole:
            rule |= {"validate": "integer", "criteria": "between", "minimum": 0, "maximum": 1_000_000_000}
            rule |= {"error_message": _says("whole", self._what.lang)}
        else:
            rule |= {"validate": "length", "criteria": "<=", "value": column.field.longest}
            rule |= {"error_message": _says("length", self._what.lang, n=column.field.longest)}
        if description and len(description) <= MESSAGE:
            rule |= {"input_title": title, "input_message": description}
        sure(sheet.data_validation, 1, at, rows + _ROOM, at, rule)

    def _listed(self, title: str, names: tuple[str, ...]) -> str:
        """Where a list of names stands in the dictionary; it is put there at its first use."""
        if names not in self._lists:
            letters = _letters(len(self._dictionary))
            self._lists[names] = f"='{DICTIONARY}'!${letters}$4:${letters}${len(names) + 3}"
            self._dictionary.append((title, names))
        return self._lists[names]

    def _problems_by_row(self, name: str) -> dict[int, list[Problem]]:
        found: dict[int, list[Problem]] = {}
        for each in self._what.problems or ():
            if each.place and each.place[0] == name and each.place[1]:
                found.setdefault(each.place[1], []).append(each)
        return found

    def _comments(
        self,
        sheet: Worksheet,
        plan: Sheet,
        told: Mapping[int, Sequence[Problem]],
        remarks: Mapping[tuple[int, int], Sequence[str]],
    ) -> None:
        """What the nation requires, and what was found, at the cell."""
        texts: dict[tuple[int, int], list[str]] = {}
        for place, lines in remarks.items():
            texts.setdefault(place, []).extend([_says("required", self._what.lang), *lines])
        for row, problems in told.items():
            for each in problems:
                assert each.place is not None  # those of a row have one
                texts.setdefault((row, each.place[2]), []).extend(
                    [f"{each.severity} {each.id}", each.message, each.advice]
                )
        for (row, at), lines in sorted(texts.items()):
            said = ours(lines)
            high = sum(widths.lines(line, 44) for line in said.split("\n"))
            size = {"x_scale": 2.6, "height": min(420, 18 * high + 12), "font_size": 9, "author": "清单"}
            sure(sheet.write_comment, row, at, said, size)

    def _width(self, plan: Sheet, at: int, rows: Sequence[Mapping[int, str | int]]) -> int:
        column = plan.columns[at]
        if column.role == "problem":
            return widths.WIDEST if self._problems_by_row(plan.name) else 2 * widths.NARROWEST
        return widths.column(column.title, (str(row[at]) for row in rows if at in row))

    def _is_hidden(self, plan: Sheet, at: int, rows: Sequence[Mapping[int, str | int]]) -> bool:
        """Whether a column of a wide sheet is folded away: nothing stands in it, and nothing has to."""
        column = plan.columns[at]
        if plan.name not in (ITEMS, ROWS) or any(at in row for row in rows):
            return False
        return column.role in ("owner", "file") or bool(column.path and column.path not in self._what.shown)

    def _set_up(self, sheet: Worksheet, plan: Sheet, rows: int, across: Sequence[int], hidden: set[int]) -> None:
        """What stays in sight, how it is printed, and that nobody changes an id by mistake."""
        name = next((at for at, each in enumerate(plan.columns) if each.path == ("name",)), -1)
        fixed = name + 1 if plan.name == ITEMS else 3 if plan.number("shown") >= 0 else 1
        sure(sheet.freeze_panes, 1, fixed)
        sure(sheet.set_row, 0, 32)
        sure(sheet.autofilter, 0, 0, max(1, rows), len(plan.columns) - 1)
        sure(sheet.set_landscape)
        sure(sheet.set_paper, 9)
        sure(sheet.set_margins, 0.4, 0.4, 0.6, 0.6)
        sure(sheet.repeat_rows, 0)
        wide = sum(each for at, each in enumerate(across) if at not in hidden)
        if plan.name in (ITEMS, ROWS):
            sure(sheet.repeat_columns, 0, max(fixed - 1, 0))
        across_pages = -(-wide // _PAGE) if plan.name in (ITEMS, ROWS) else 1
        sure(sheet.fit_to_pages, max(1, across_pages), 0)
        sure(sheet.set_header, f"&L{_head(self._what.title)}&R&A")
        sure(sheet.set_footer, _says("page", self._what.lang))
        sure(sheet.protect, "", _ALLOWED)
        if plan.name in _TABS:
            sure(sheet.set_tab_color, _TABS[plan.name])

    def _guide(self, sheet: Worksheet) -> None:
        """The first sheet: how the workbook is filled in."""
        lang = self._what.lang
        sure(sheet.set_column, 0, 0, 70)
        sure(sheet.hide_gridlines, 2)
        sure(sheet.write_string, 0, 0, self._what.title, self._format(bold=True, font_size=16))
        sure(sheet.set_row, 0, 28)
        names = {"items": ITEMS, "places": PLACES, "rows": ROWS, "rest": REST, "comments": COMMENTS, "none": NONE}
        names |= {"parts": joined(list(OWN.values()), "zh"), "dictionary": DICTIONARY, "order": HEADINGS["order"]}
        lines = [_says(f"guide.{key}", lang, **names) for key in Phrases("workbook.guide")]
        for row, line in enumerate(lines, 2):
            sure(sheet.write_string, row, 0, line, self._format(font_size=11))
            sure(sheet.set_row, row, 17 * widths.lines(line, 64) + 4)
        sure(sheet.write_string, len(lines) + 3, 0, _says("mark", lang, mark=MARK), self._format(font_color="#808080"))
        sure(sheet.set_paper, 9)
        sure(sheet.fit_to_pages, 1, 0)
        sure(sheet.protect, "", _ALLOWED)

    def _summary(self, sheet: Worksheet) -> None:
        """What was found, a row each, with a link to its cell."""
        lang, head = self._what.lang, self._format(bold=True, bg_color="#7A1F1F", font_color="#FFFFFF", border=1)
        across = {"severity": 8, "where": 22, "rule": 14, "message": 60, "advice": 60}
        for at, key in enumerate(across):
            sure(sheet.set_column, at, at, across[key])
            sure(sheet.write_string, 0, at, _says(f"summary.{key}", lang), head)
        plain, link = (
            self._format(border=1, border_color="#C8C8C8"),
            self._format(font_color="#0B5394", underline=1, border=1, border_color="#C8C8C8"),
        )
        for row, each in enumerate(self._what.problems or (), 1):
            for at, text in ((0, each.severity), (2, each.id), (3, each.message), (4, each.advice)):
                sure(sheet.write_string, row, at, text, plain)
            if each.place:
                name, down, right = each.place
                cell = f"{_letters(right)}{down + 1}"
                sure(sheet.write_url, row, 1, f"internal:'{name}'!{cell}", link, f"{name} {cell}")
            sure(sheet.set_row, row, widths.height(((each.message, 60), (each.advice, 60))))
        sure(sheet.freeze_panes, 1, 0)
        sure(sheet.set_landscape)
        sure(sheet.set_paper, 9)
        sure(sheet.repeat_rows, 0)
        sure(sheet.fit_to_pages, 1, 0)
        sure(sheet.set_footer, _says("page", lang))
        sure(sheet.set_tab_color, "#B00020")

    def _words(self, sheet: Worksheet) -> None:
        """The dictionary: a column for each list from which is chosen."""
        sure(
            sheet.write_string,
            0,
            0,
            _says("mark", self._what.lang, mark=MARK),
            self._format(font_color="#808080", text_wrap=False),
        )
        head = self._format(bold=True, bg_color="#5B6770", font_color="#FFFFFF", border=1)
        for at, (title, names) in enumerate(self._dictionary):
            sure(sheet.set_column, at, at, widths.column(title, names))
            sure(sheet.write_string, 2, at, title, head)
            for row, name in enumerate(names, 3):
                sure(sheet.write_string, row, at, name, self._format(num_format="@"))
        sure(sheet.freeze_panes, 3, 0)
        sure(sheet.set_landscape)
        sure(sheet.set_paper, 9)
        sure(sheet.fit_to_pages, 1, 0)
        sure(sheet.protect, "", _ALLOWED)


def _letters(column: int) -> str:
    """A column, from 0, as people write it."""
    return address(1, column + 1).rstrip("1")


def _head(title: str) -> str:
    """A title for the head of a page: an ampersand begins a code there."""
    return title.replace("&", "&&")[:120]
