"""XlsxWriter, held to its word: what it would leave out in silence is an error.

It answers -1, -2, … where a text is too long, a title has more than 32 characters or a list more than 255, and writes
the workbook without the text or the whole validation; at other times it warns. Both raise here.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from qingdan.problems.of_packages import TablesMissing

if TYPE_CHECKING:
    from xlsxwriter import Workbook  # type: ignore[import-untyped]

#: What a title and a message of a drop-down may hold, and a list that is written inside it.
TITLE, MESSAGE, INLINE = 32, 255, 255


class NotWritten(RuntimeError):
    """Raised when a part of a workbook would have been left out: a fault of the program."""


def sure(write: Callable[..., Any], *args: Any, **more: Any) -> Any:
    """Call a function of XlsxWriter, and see that it did what it was asked for.

    Raises:
        NotWritten: It answered with a number below zero.
    """
    answer = write(*args, **more)
    if isinstance(answer, int) and answer < 0:
        raise NotWritten(f"{write.__name__}{args[:2]}: {answer}")
    return answer


@contextmanager
def heard() -> Iterator[None]:
    """While a workbook is drawn: a warning is an error.

    Raises:
        NotWritten: XlsxWriter warned.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("error", UserWarning)
        try:
            yield
        except UserWarning as warning:
            raise NotWritten(str(warning)) from warning


def new_workbook(out: io.BytesIO) -> Workbook:
    """An empty workbook; texts stay texts in it, whatever they begin with.

    Raises:
        TablesMissing: ``qingdan[tables]`` is not installed.
    """
    try:
        from xlsxwriter import Workbook
    except ImportError as error:
        raise TablesMissing from error
    off = dict.fromkeys(("strings_to_formulas", "strings_to_urls", "strings_to_numbers"), False)
    return Workbook(out, {"in_memory": True, **off})
