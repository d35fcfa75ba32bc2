"""From which severity on a command fails."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from qingdan.findings import Finding


class FailOn(StrEnum):
    """From which severity on the exit code is 1."""

    error = "error"
    warning = "warning"
    info = "info"
    never = "never"


#: The option of every command that fails on findings.
FAIL_ON = typer.Option(help="从哪一级起算失败。Exit 1 from this severity on.")


def fails(findings: Iterable[Finding], on: FailOn) -> bool:
    """Whether a command fails.

    Args:
        findings: What it found.
        on: From which severity on.
    """
    levels = [FailOn.info, FailOn.warning, FailOn.error]
    worst = max((finding.severity for finding in findings), default=0)
    return on is not FailOn.never and worst > levels.index(on)
