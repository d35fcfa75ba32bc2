"""Qingdan (清单): lists of employment public services as files, checked against the national standard.

The functions here are the SDK; every command is a thin shell over the one of the same name. Nothing here prints, reads
a clock or opens a socket, and importing this package loads nothing heavy.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from qingdan.sdk import load, national, validate

__version__ = "0.1.0"
__all__ = ["__version__", "load", "national", "validate"]


def __getattr__(name: str) -> Any:
    if name in __all__:
        from qingdan import sdk

        return getattr(sdk, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
