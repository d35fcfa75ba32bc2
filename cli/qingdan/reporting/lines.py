"""One line a finding: for editors and grep (concise), and for GitHub's workflow commands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from qingdan.findings import Finding, Report
from qingdan.reporting import messages
from qingdan.reporting.escape import command_data, command_property, visible
from qingdan.reporting.words import SEVERITY, Lang, word

#: Names of GitHub's commands for the three severities.
_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def concise(report: Report, lang: Lang) -> str:
    """``file:line:column: severity id message``."""
    lines = []
    for finding in report.findings:
        place = finding.location
        where = f"{visible(place.file)}:{place.line}:{place.column}" if place else "-"
        lines.append(f"{where}: {SEVERITY[lang][finding.severity]} {finding.id} {messages.message(finding, lang)}")
    for finding, waiver in _waived(report):
        place = finding.location
        where = f"{visible(place.file)}:{place.line}:{place.column}" if place else "-"
        said = f"{word('waived', lang)} {finding.id} {messages.message(finding, lang)} {visible(waiver['reason'])}"
        lines.append(f"{where}: {said}")
    return "".join(line + "\n" for line in lines)


def _waived(report: Report) -> Iterator[tuple[Finding, Mapping[str, str]]]:
    """Waived findings are shown in every format."""
    for section in report.sections:
        yield from section.waived


def github(report: Report, lang: Lang) -> str:
    """Workflow commands, which GitHub shows as annotations in a pull request."""
    lines = []
    for finding in report.findings:
        place = finding.location
        where = ""
        if place:
            where = f"file={command_property(visible(place.file))},line={place.line},col={place.column}"
            where += f",endLine={place.end_line},endColumn={place.end_column},"
        text = visible(f"{messages.message(finding, lang)} {messages.advice(finding, lang)}")
        title = command_property(finding.id)
        lines.append(f"::{_COMMANDS[finding.severity.word]} {where}title={title}::{command_data(text)}")
    for finding, waiver in _waived(report):
        said = f"{word('waived', lang)} {messages.message(finding, lang)} {waiver['reason']}"
        lines.append(f"::notice title={command_property(finding.id)}::{command_data(visible(said))}")
    return "".join(line + "\n" for line in lines)
