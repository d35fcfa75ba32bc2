"""Let two folders change places in one step, where the system can."""

from __future__ import annotations

import ctypes
import errno
import os
from collections.abc import Callable
from functools import cache
from pathlib import Path

_HERE = -100  # AT_FDCWD: names are taken from the folder one is in
_EXCHANGE = 2  # RENAME_EXCHANGE
#: What Linux answers where its kernel, or the disk, cannot do it.
_CANNOT = (errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP)


def exchange(one: Path, other: Path) -> bool:
    """Let two folders on one disk change places; nobody ever sees only one of them.

    Returns:
        Whether it was done. ``False``: the system, or this disk, cannot do it; nothing was changed.

    Raises:
        OSError: The system could, but not these.
    """
    rename = _renameat2()
    if rename is None:
        return False
    if rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in _CANNOT:
        return False
    raise OSError(number, os.strerror(number), str(one), None, str(other))


@cache
def _renameat2() -> Callable[..., int] | None:
    """The function of Linux; ``None`` on other systems and with old libraries."""
    if os.name != "posix":
        return None
    try:
        found = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError):
        return None
    found.argtypes = (ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_uint)
    found.restype = ctypes.c_int
    rename: Callable[..., int] = found
    return rename
