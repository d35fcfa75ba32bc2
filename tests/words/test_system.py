"""What the system says is told in the words of the reader."""

from __future__ import annotations

import errno
import os

import pytest

from qingdan.words.system import why


@pytest.mark.parametrize("number", [errno.EACCES, errno.ENOSPC, errno.ENOENT, errno.EISDIR])
def test_what_is_often_said_is_said_in_chinese(number: int) -> None:
    error = OSError(number, os.strerror(number), "out.csv")
    assert why(error, "zh").encode("ascii", "ignore") in (b"", b"WPSExcel")
    assert why(error, "en") == os.strerror(number)


def test_what_is_seldom_said_is_told_as_it_is() -> None:
    assert why(OSError(errno.ENODEV, "No such device"), "zh") == "No such device"
    assert why(OSError("strange"), "zh") == "strange"
