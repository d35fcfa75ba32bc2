"""Waivers: findings that are accepted for a time. Shown, never hidden; past their day the finding is back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from qingdan.findings import Finding
from qingdan.rules.waiving import Met

Waiver = Mapping[str, str]


def split(findings: Iterable[Finding], met: Sequence[Met]) -> tuple[list[Finding], list[tuple[Finding, Waiver]]]:
    """The findings that stand, and those that are waived, each with the first waiver that holds for it.

    Args:
        findings: What was found.
        met: What each waiver meets.
    """
    holding = [each for each in reversed(met) if each.state == "holds"]
    by_fingerprint: dict[str, Waiver] = {
        finding.fingerprint: each.waiver.record for each in holding for finding in each.findings
    }
    standing, waived = [], []
    for finding in findings:
        waiver = by_fingerprint.get(finding.fingerprint)
        if waiver is None:
            standing.append(finding)
        else:
            waived.append((finding, waiver))
    return standing, waived
