"""One line a finding: for editors and grep (concise), and for GitHub's workflow commands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from qingdan.findings import Finding, Location, Report
from qingdan.reporting import messages, since
from qingdan.reporting.escape import command_data, command_property, visible
from qingdan.reporting.words import SEVERITY, Lang, word

#: Names of GitHub's commands for the three severities.
_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def concise(report: Report, lang: Lang) -> str:
    """``file:line:column: severity id message``."""
    lines = []
    for finding in report.findings:
        said = f"{SEVERITY[lang][finding.severity]} {finding.id} {messages.message(finding, lang)}"
        lines.append(f"{_place(finding.location)}: {said}")
    for finding, waiver in _waived(report):
        said = f"{word('waived', lang)} {finding.id} {messages.message(finding, lang)}"
        lines.append(f"{_place(finding.location)}: {said} {messages.terms(waiver, lang)}")
    lines.extend(f"-: {line}" for line in since.lines(report, lang))
    return "".join(line + "\n" for line in lines)


def _waived(report: Report) -> Iterator[tuple[Finding, Mapping[str, str]]]:
    """Waived findings are shown in every format."""
    for section in report.sections:
        yield from section.waived


def _place(place: Location | None) -> str:
    return f"{visible(place.file)}:{place.line}:{place.column}" if place else "-"


def _properties(place: Location | None) -> str:
    """The place as a workflow command names it, with the comma before the next property."""
    if place is None:
        return ""
    where = f"file={command_property(visible(place.file))},line={place.line},col={place.column}"
    return f"{where},endLine={place.end_line},endColumn={place.end_column},"


def github(report: Report, lang: Lang) -> str:
    """Workflow commands, which GitHub shows as annotations in a pull request."""
    lines = []
    for finding in report.findings:
        where = _properties(finding.location)
        text = visible(f"{messages.message(finding, lang)} {messages.advice(finding, lang)}")
        title = command_property(finding.id)
        lines.append(f"::{_COMMANDS[finding.severity.word]} {where}title={title}::{command_data(text)}")
    for finding, waiver in _waived(report):
        said = f"{word('waived', lang)} {messages.message(finding, lang)} {messages.terms(waiver, lang)}"
        where = _properties(finding.location)
        lines.append(f"::notice {where}title={command_property(finding.id)}::{command_data(visible(said))}")
    lines.extend(f"::notice title=qingdan::{command_data(line)}" for line in since.lines(report, lang))
    return "".join(line + "\n" for line in lines)
