"""Qingdan (清单): lists of employment public services as files, checked against the national standard.

The functions here are the SDK; every command is a thin shell over the one of the same name. Nothing here prints, reads
a clock or opens a socket, and importing this package loads nothing heavy.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from qingdan.problems import PUBLIC as _PROBLEMS
from qingdan.problems import Problem as _Problem

if TYPE_CHECKING:
    from qingdan.answers.changelog import Changelog
    from qingdan.answers.coverage import Coverage
    from qingdan.answers.differences import Diff
    from qingdan.answers.documents import DocumentStates
    from qingdan.answers.entries import Export
    from qingdan.answers.impact import Impact
    from qingdan.answers.national import NationalItems
    from qingdan.answers.region import Region
    from qingdan.answers.upgrading import Upgrade
    from qingdan.findings import Baseline, Earlier, Finding, Location, Report, Section, Severity, Since
    from qingdan.loading.catalogue import Catalogue
    from qingdan.loading.edition import Edition
    from qingdan.problems import *
    from qingdan.publishing.publish import Published, publish
    from qingdan.reporting.formats import render
    from qingdan.sdk import (
        changelog,
        compare,
        coverage,
        describe,
        documents,
        export,
        impact,
        items,
        load,
        national,
        region,
        upgrade,
        validate,
    )  # fmt: skip
    from qingdan.starting import start_catalogue, write_schemas
    from qingdan.words.grammar import Lang
    from qingdan.writing.recovery import PutRight

__version__ = "0.1.0"
__all__ = [
    "Baseline",
    "Catalogue",
    "Changelog",
    "Coverage",
    "Diff",
    "DocumentStates",
    "Earlier",
    "Edition",
    "Export",
    "Finding",
    "Impact",
    "Location",
    "NationalItems",
    "Published",
    "PutRight",
    "Region",
    "Report",
    "Section",
    "Severity",
    "Since",
    "Upgrade",
    "__version__",
    "changelog",
    "compare",
    "coverage",
    "describe",
    "documents",
    "export",
    "impact",
    "items",
    "load",
    "national",
    "publish",
    "region",
    "render",
    "start_catalogue",
    "upgrade",
    "validate",
    "write_schemas",
    *_PROBLEMS,
]


#: Where each public name lives, if not in ``qingdan.sdk``: nothing is imported before it is asked for.
_HOMES = {
    "Baseline": "findings",
    "Catalogue": "loading.catalogue",
    "Changelog": "answers.changelog",
    "Coverage": "answers.coverage",
    "Diff": "answers.differences",
    "DocumentStates": "answers.documents",
    "Earlier": "findings",
    "Edition": "loading.edition",
    "Export": "answers.entries",
    "Finding": "findings",
    "Impact": "answers.impact",
    "Location": "findings",
    "NationalItems": "answers.national",
    "Region": "answers.region",
    "Published": "publishing.publish",
    "PutRight": "writing.recovery",
    "Report": "findings",
    "Section": "findings",
    "Severity": "findings",
    "Since": "findings",
    "Upgrade": "answers.upgrading",
    "publish": "publishing.publish",
    "render": "reporting.formats",
    "start_catalogue": "starting",
    "write_schemas": "starting",
    **dict.fromkeys(_PROBLEMS, "problems"),
}


def _message(finding: Finding, lang: Lang) -> str:
    from qingdan.reporting.messages import message

    return message(finding, lang)


_Problem._message = staticmethod(_message)


def __getattr__(name: str) -> Any:
    if name in __all__:
        return getattr(import_module(f"qingdan.{_HOMES.get(name, 'sdk')}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
