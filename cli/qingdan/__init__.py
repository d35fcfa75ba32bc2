"""Qingdan (清单): lists of employment public services as files, checked against the national standard.

The functions here are the SDK; every command is a thin shell over the one of the same name. Nothing here prints, reads
a clock or opens a socket, and importing this package loads nothing heavy.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from qingdan.checking.check import Checked
    from qingdan.checking.trust import BrokenEdition
    from qingdan.findings import Baseline, Earlier, Finding, Location, Report, Section, Severity, Since
    from qingdan.loading.baselines import BrokenBaseline
    from qingdan.loading.catalogue import Catalogue
    from qingdan.loading.edition import Edition, NoEdition
    from qingdan.loading.opening import NothingThere, UnknownEdition
    from qingdan.loading.searching import AmbiguousSide
    from qingdan.loading.sides import UnknownPlace, UnknownSide
    from qingdan.loading.workspace import Workspace
    from qingdan.publishing.address import BadAddress
    from qingdan.publishing.identity import BadIdentity
    from qingdan.publishing.pages import SameAddress
    from qingdan.publishing.publish import NotPublished, Published, SiteToolsMissing, publish
    from qingdan.publishing.site import NotFitToPublish
    from qingdan.publishing.work import NotOurFolder
    from qingdan.reading.revisions import UnknownRevision
    from qingdan.reports.changelog.facts import Changelog, NotOneList
    from qingdan.reports.coverage.facts import Coverage
    from qingdan.reports.diff.facts import Diff
    from qingdan.reports.diff.sides import CannotCompare, NothingRead
    from qingdan.reports.documents.facts import DocumentStates
    from qingdan.reports.explain.facts import Explanation, NothingCalled
    from qingdan.reports.export.facts import Export
    from qingdan.reports.formats import render
    from qingdan.reports.impact.facts import Impact
    from qingdan.reports.items.facts import NationalItems, UnknownTheme
    from qingdan.reports.region.facts import Region
    from qingdan.reports.rules.facts import Rules
    from qingdan.reports.upgrade.facts import Upgrade
    from qingdan.sdk.checking import check, coverage, describe, export, impact, validate
    from qingdan.sdk.comparing import changelog, compare, git_diff, region, upgrade
    from qingdan.sdk.looking import documents, explain, items, load, national, rules
    from qingdan.selecting import UnknownRule
    from qingdan.skeletons import UnknownItems
    from qingdan.starting import FolderInUse, UnknownProvince, start_catalogue, write_schemas
    from qingdan.upgrading import BrokenList, NoCommonAncestor, NotAList
    from qingdan.writing.beside import WriteProtected
    from qingdan.writing.edits import NotAsMeant
    from qingdan.writing.recovery import PutRight
    from qingdan.writing.replacing import ChangedMeanwhile

__version__ = "0.1.0"
__all__ = [
    "AmbiguousSide",
    "BadAddress",
    "BadIdentity",
    "Baseline",
    "BrokenBaseline",
    "BrokenEdition",
    "BrokenList",
    "CannotCompare",
    "Catalogue",
    "ChangedMeanwhile",
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
    "FolderInUse",
    "Impact",
    "Location",
    "NationalItems",
    "NoCommonAncestor",
    "NoEdition",
    "NotAList",
    "NotAsMeant",
    "NotFitToPublish",
    "NotOneList",
    "NotOurFolder",
    "NotPublished",
    "NothingCalled",
    "NothingRead",
    "NothingThere",
    "Published",
    "PutRight",
    "Region",
    "Report",
    "Rules",
    "SameAddress",
    "Section",
    "Severity",
    "Since",
    "SiteToolsMissing",
    "UnknownEdition",
    "UnknownItems",
    "UnknownPlace",
    "UnknownProvince",
    "UnknownRevision",
    "UnknownRule",
    "UnknownSide",
    "UnknownTheme",
    "Upgrade",
    "Workspace",
    "WriteProtected",
    "__version__",
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
    "items",
    "load",
    "national",
    "publish",
    "region",
    "render",
    "rules",
    "start_catalogue",
    "upgrade",
    "validate",
    "write_schemas",
]


#: Where each public name lives: nothing is imported before it is asked for.
_HOMES = {
    "AmbiguousSide": "loading.searching",
    "Baseline": "findings",
    "BrokenBaseline": "loading.baselines",
    "BadAddress": "publishing.address",
    "BadIdentity": "publishing.identity",
    "BrokenEdition": "checking.trust",
    "BrokenList": "upgrading",
    "CannotCompare": "reports.diff.sides",
    "Catalogue": "loading.catalogue",
    "Checked": "checking.check",
    "Explanation": "reports.explain.facts",
    "NothingCalled": "reports.explain.facts",
    "Rules": "reports.rules.facts",
    "Workspace": "loading.workspace",
    "ChangedMeanwhile": "writing.replacing",
    "Changelog": "reports.changelog.facts",
    "Coverage": "reports.coverage.facts",
    "Diff": "reports.diff.facts",
    "DocumentStates": "reports.documents.facts",
    "Earlier": "findings",
    "Edition": "loading.edition",
    "Export": "reports.export.facts",
    "Finding": "findings",
    "FolderInUse": "starting",
    "Impact": "reports.impact.facts",
    "Location": "findings",
    "NationalItems": "reports.items.facts",
    "NoCommonAncestor": "upgrading",
    "NoEdition": "loading.edition",
    "NotAList": "upgrading",
    "NotAsMeant": "writing.edits",
    "NothingRead": "reports.diff.sides",
    "NotFitToPublish": "publishing.site",
    "NotOneList": "reports.changelog.facts",
    "NotOurFolder": "publishing.work",
    "NotPublished": "publishing.publish",
    "NothingThere": "loading.opening",
    "Region": "reports.region.facts",
    "Published": "publishing.publish",
    "PutRight": "writing.recovery",
    "Report": "findings",
    "SameAddress": "publishing.pages",
    "Section": "findings",
    "Severity": "findings",
    "Since": "findings",
    "SiteToolsMissing": "publishing.publish",
    "UnknownEdition": "loading.opening",
    "UnknownPlace": "loading.sides",
    "UnknownItems": "skeletons",
    "UnknownProvince": "starting",
    "UnknownRevision": "reading.revisions",
    "UnknownRule": "selecting",
    "UnknownSide": "loading.sides",
    "UnknownTheme": "reports.items.facts",
    "Upgrade": "reports.upgrade.facts",
    "WriteProtected": "writing.beside",
    "validate": "sdk.checking",
    "check": "sdk.checking",
    "describe": "sdk.checking",
    "coverage": "sdk.checking",
    "impact": "sdk.checking",
    "export": "sdk.checking",
    "compare": "sdk.comparing",
    "git_diff": "sdk.comparing",
    "region": "sdk.comparing",
    "changelog": "sdk.comparing",
    "upgrade": "sdk.comparing",
    "national": "sdk.looking",
    "items": "sdk.looking",
    "documents": "sdk.looking",
    "explain": "sdk.looking",
    "rules": "sdk.looking",
    "load": "sdk.looking",
    "publish": "publishing.publish",
    "render": "reports.formats",
    "start_catalogue": "starting",
    "write_schemas": "starting",
}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(f"qingdan.{_HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
