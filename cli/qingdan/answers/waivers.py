"""Waivers: findings that are accepted for a time. Shown, never hidden; past their day the finding is back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from qingdan.findings import Finding
from qingdan.loading.placed import Placed
from qingdan.model import dates

#: What nobody can accept: files that were not read, entries that were left out, a list with nothing in it.
NEVER = ("RED", "STR", "CAT002")

Waiver = Mapping[str, str]


def split(
    findings: Iterable[Finding], waivers: Iterable[Placed], as_of: str
) -> tuple[list[Finding], list[tuple[Finding, Waiver]]]:
    """The findings that stand, and those that are waived, each with its waiver.

    A waiver names a finding by its fingerprint, or by rule id and path; with neither it covers nothing.

    Args:
        findings: What was found.
        waivers: The rows of ``waivers.yaml``.
        as_of: The day on which a waiver must hold.
    """
    named: dict[tuple[str, str], list[Waiver]] = defaultdict(list)
    for placed in waivers:
        waiver: Waiver = placed.record
        if "fingerprint" in waiver:
            named["", waiver["fingerprint"]].append(waiver)
        if "path" in waiver:
            named[waiver["id"], waiver["path"]].append(waiver)
    standing, covered = [], []
    for finding in findings:
        offered = (
            [*named.get(("", finding.fingerprint), []), *named.get((finding.id, finding.path), [])] if named else []
        )
        holding = [each for each in offered if dates.in_force(each["approved_on"], each["until"], as_of)]
        if holding and not finding.id.startswith(NEVER):
            covered.append((finding, holding[0]))
        else:
            standing.append(finding)
    return standing, covered
