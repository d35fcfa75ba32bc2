"""Qingdan (清单): lists of employment public services as files, checked against the national standard.

The functions here are the SDK; every command is a thin shell over the one of the same name. Nothing here prints, reads
a clock or opens a socket, and importing this package loads nothing heavy.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from qingdan.problems import PUBLIC as _PROBLEMS
from qingdan.problems import Problem as _Problem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qingdan.aligning.run import Alignment
    from qingdan.checking.check import Checked
    from qingdan.findings import Baseline, Earlier, Finding, Location, Report, Section, Severity, Since
    from qingdan.importing.run import Imported
    from qingdan.loading.catalogue import Catalogue
    from qingdan.loading.edition import Edition
    from qingdan.loading.workspace import Workspace
    from qingdan.problems import *
    from qingdan.publishing.publish import Published, publish
    from qingdan.reports.changelog.facts import Changelog
    from qingdan.reports.coverage.facts import Coverage
    from qingdan.reports.diff.facts import Diff
    from qingdan.reports.documents.facts import DocumentStates
    from qingdan.reports.explain.facts import Explanation
    from qingdan.reports.export.facts import Export
    from qingdan.reports.formats import render
    from qingdan.reports.impact.facts import Impact
    from qingdan.reports.items.facts import NationalItems
    from qingdan.reports.region.facts import Region
    from qingdan.reports.rules.facts import Rules
    from qingdan.reports.upgrade.facts import Upgrade
    from qingdan.sdk.aligning import align, write_alignment
    from qingdan.sdk.checking import check, coverage, describe, export, impact, template, validate
    from qingdan.sdk.comparing import changelog, compare, git_diff, region, upgrade
    from qingdan.sdk.importing import import_table, update_list, write_imported
    from qingdan.sdk.looking import all_rules, documents, explain, items, load, national
    from qingdan.starting import start_catalogue, write_schemas
    from qingdan.words.grammar import Lang
    from qingdan.writing.recovery import PutRight

__version__ = "0.1.0"
__all__ = [
    "Alignment",
    "Baseline",
    "Catalogue",
    "Changelog",
    "Checked",
    "Coverage",
    "Diff",
    "DocumentStates",
    "Earlier",
    "Edition",
    "Explanation",
    "Export",
    "Finding",
    "Impact",
    "Location",
    "Imported",
    "NationalItems",
    "Published",
    "PutRight",
    "Region",
    "Report",
    "Rules",
    "Section",
    "Severity",
    "Since",
    "Upgrade",
    "Workspace",
    "__version__",
    "align",
    "all_rules",
    "changelog",
    "check",
    "compare",
    "coverage",
    "describe",
    "documents",
    "explain",
    "export",
    "git_diff",
    "impact",
    "import_table",
    "items",
    "load",
    "national",
    "publish",
    "region",
    "render",
    "start_catalogue",
    "template",
    "upgrade",
    "validate",
    "update_list",
    "write_alignment",
    "write_imported",
    "write_schemas",
    *_PROBLEMS,
]


#: Where the public names live: nothing is imported before it is asked for.
_ROOMS: dict[str, Iterable[str]] = {
    "aligning.run": ("Alignment",),
    "checking.check": ("Checked",),
    "findings": ("Baseline", "Earlier", "Finding", "Location", "Report", "Section", "Severity", "Since"),
    "loading.catalogue": ("Catalogue",),
    "loading.edition": ("Edition",),
    "loading.workspace": ("Workspace",),
    "publishing.publish": ("Published", "publish"),
    "reports.changelog.facts": ("Changelog",),
    "reports.coverage.facts": ("Coverage",),
    "reports.diff.facts": ("Diff",),
    "reports.documents.facts": ("DocumentStates",),
    "reports.explain.facts": ("Explanation",),
    "reports.export.facts": ("Export",),
    "reports.formats": ("render",),
    "reports.impact.facts": ("Impact",),
    "reports.items.facts": ("NationalItems",),
    "reports.region.facts": ("Region",),
    "reports.rules.facts": ("Rules",),
    "reports.upgrade.facts": ("Upgrade",),
    "sdk.aligning": ("align", "write_alignment"),
    "sdk.checking": ("validate", "check", "describe", "coverage", "impact", "export", "template"),
    "sdk.comparing": ("compare", "git_diff", "region", "changelog", "upgrade"),
    "importing.run": ("Imported",),
    "sdk.importing": ("import_table", "update_list", "write_imported"),
    "sdk.looking": ("national", "items", "documents", "explain", "all_rules", "load"),
    "starting": ("start_catalogue", "write_schemas"),
    "writing.recovery": ("PutRight",),
    "problems": _PROBLEMS,
}
_HOMES = {name: room for room, names in _ROOMS.items() for name in names}


def _message(finding: Finding, lang: Lang) -> str:
    from qingdan.printing.messages import message

    return message(finding, lang)


_Problem._message = staticmethod(_message)


def __getattr__(name: str) -> object:
    if name in _HOMES:
        return getattr(import_module(f"qingdan.{_HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
