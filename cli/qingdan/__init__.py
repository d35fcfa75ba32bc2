"""Qingdan (清单): lists of employment public services as files, checked against the national standard.

The functions here are the SDK; every command is a thin shell over the one of the same name. Nothing here prints, reads
a clock or opens a socket, and importing this package loads nothing heavy.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from qingdan.sdk import (
        BrokenEdition,
        Catalogue,
        Coverage,
        Diff,
        Edition,
        Finding,
        FolderInUse,
        Impact,
        Location,
        NoEdition,
        NothingThere,
        Report,
        Section,
        Severity,
        UnknownEdition,
        UnknownProvince,
        UnknownRevision,
        UnknownRule,
        UnknownSide,
        compare,
        coverage,
        describe,
        impact,
        load,
        national,
        start_catalogue,
        validate,
        write_schemas,
    )

__version__ = "0.1.0"
__all__ = [
    "BrokenEdition",
    "Catalogue",
    "Coverage",
    "Diff",
    "Edition",
    "Finding",
    "FolderInUse",
    "Impact",
    "Location",
    "NoEdition",
    "NothingThere",
    "Report",
    "Section",
    "Severity",
    "UnknownEdition",
    "UnknownProvince",
    "UnknownRevision",
    "UnknownRule",
    "UnknownSide",
    "__version__",
    "compare",
    "coverage",
    "describe",
    "impact",
    "load",
    "national",
    "start_catalogue",
    "validate",
    "write_schemas",
]


def __getattr__(name: str) -> Any:
    if name in __all__:
        from qingdan import sdk

        return getattr(sdk, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
