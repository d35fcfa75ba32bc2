"""Which outputs for machines have a schema, beside the files: name → model and Chinese title."""

from __future__ import annotations

from qingdan.model.api import ApiFiles
from qingdan.reports.coverage.shape import CoverageValue
from qingdan.reports.diff.shape import DiffValue
from qingdan.reports.documents.shape import DocumentStatesValue
from qingdan.reports.impact.shape import ImpactValue
from qingdan.reports.items.shape import NationalListValue
from qingdan.reports.region.shape import RegionValue
from qingdan.reports.upgrade.shape import UpgradeValue
from qingdan.reports.validate.shape import ReportValue

OUTPUTS: dict[str, tuple[type, str]] = {
    "report": (ReportValue, "校验报告 qingdan validate --format json"),
    "coverage": (CoverageValue, "覆盖情况 qingdan coverage --format json"),
    "diff": (DiffValue, "比较结果 qingdan diff --format json"),
    "region": (RegionValue, "几个省并排 qingdan diff 省 省 省 --format json"),
    "document-states": (DocumentStatesValue, "文件的状态 qingdan documents --format json"),
    "impact": (ImpactValue, "换用基准的影响 qingdan impact --format json"),
    "api": (ApiFiles, "静态接口 api/v1 和 qingdan export --format jsonl：每个键是一种文件"),
    "national-list": (NationalListValue, "全国事项 qingdan items --format json"),
    "upgrade": (UpgradeValue, "升级的结果 qingdan upgrade --format json"),
}
