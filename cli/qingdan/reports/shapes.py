"""Which outputs for machines have a schema, beside the files: name → model."""

from __future__ import annotations

from qingdan.model.api import ApiFiles
from qingdan.reports.align.shape import AlignmentReportValue
from qingdan.reports.coverage.shape import CoverageValue
from qingdan.reports.diff.shape import DiffValue
from qingdan.reports.documents.shape import DocumentStatesValue
from qingdan.reports.impact.shape import ImpactValue
from qingdan.reports.imports.shape import ImportAccountValue
from qingdan.reports.items.shape import NationalListValue
from qingdan.reports.region.shape import RegionValue
from qingdan.reports.upgrade.shape import UpgradeValue
from qingdan.reports.validate.shape import ReportValue

OUTPUTS: dict[str, type] = {
    "report": ReportValue,
    "coverage": CoverageValue,
    "diff": DiffValue,
    "region": RegionValue,
    "document-states": DocumentStatesValue,
    "impact": ImpactValue,
    "api": ApiFiles,
    "national-list": NationalListValue,
    "upgrade": UpgradeValue,
    "import-account": ImportAccountValue,
    "alignment-report": AlignmentReportValue,
}
