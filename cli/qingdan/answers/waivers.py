"""Waivers: findings that are accepted for a time. Shown, never hidden; past their day the finding is back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from qingdan.findings import Finding
from qingdan.loading.placed import Placed
from qingdan.model import dates


def waived_by(finding: Finding, waivers: Iterable[Placed], as_of: str) -> Mapping[str, str] | None:
    """The waiver that covers a finding on a day, if there is one.

    A waiver names the finding by its fingerprint, or by rule id and path; with neither it covers nothing.
    """
    for placed in waivers:
        waiver: Mapping[str, str] = placed.record
        named = waiver.get("fingerprint") == finding.fingerprint or (
            waiver["id"] == finding.id and "path" in waiver and finding.path == waiver["path"]
        )
        if named and dates.in_force(waiver["approved_on"], waiver["until"], as_of):
            return waiver
    return None


def split(
    findings: Iterable[Finding], waivers: Iterable[Placed], as_of: str
) -> tuple[list[Finding], list[tuple[Finding, Mapping[str, str]]]]:
    """The findings that stand, and those that are waived, each with its waiver."""
    waivers = list(waivers)
    standing, covered = [], []
    for finding in findings:
        waiver = waived_by(finding, waivers, as_of) if waivers else None
        if waiver is None:
            standing.append(finding)
        else:
            covered.append((finding, waiver))
    return standing, covered
