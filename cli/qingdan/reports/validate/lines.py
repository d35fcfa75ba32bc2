"""One line a finding: for editors and grep (concise), and for GitHub's workflow commands."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from qingdan.findings import Finding, Location, Report
from qingdan.printing import messages
from qingdan.printing.escape import command_data, command_property
from qingdan.printing.places import where
from qingdan.printing.words import SEVERITY, word
from qingdan.reports.validate import since
from qingdan.reports.validate.totals import counted
from qingdan.words.grammar import Lang
from qingdan.words.said import Phrases
from qingdan.words.showing import visible

#: Names of GitHub's commands for the three severities.
_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}
#: So many annotations of each of the three GitHub shows for one step; the rest stands in the log only.
_says = Phrases("validate")
_SHOWN_BY_GITHUB = 10


def concise(report: Report, lang: Lang) -> str:
    """``file:line:column: severity id message``."""
    lines = []
    for finding in report.findings:
        said = f"{SEVERITY(finding.severity.word, lang)} {finding.id} {messages.message(finding, lang)}"
        lines.append(f"{_place(finding.location, lang)}: {said}")
    for finding, waiver in _waived(report):
        said = f"{word('waived', lang)} {finding.id} {messages.message(finding, lang)}"
        lines.append(f"{_place(finding.location, lang)}: {said} {messages.terms(waiver, lang)}")
    lines.extend(f"-: {line}" for line in since.lines(report, lang))
    return "".join(line + "\n" for line in lines)


def _waived(report: Report) -> Iterator[tuple[Finding, Mapping[str, str]]]:
    """Waived findings are shown in every format."""
    for section in report.sections:
        yield from section.waived


def _place(place: Location | None, lang: Lang) -> str:
    return where(place, lang) if place else "-"


def _properties(place: Location | None, root: str) -> str:
    """The place as a workflow command names it, with the comma before the next property."""
    if place is None:
        return ""
    named = f"file={command_property(visible(_from(root, place.file)))},line={place.line},col={place.column}"
    return f"{named},endLine={place.end_line},endColumn={place.end_column},"


def _from(root: str, file: str) -> str:
    """A file as it is called from the root of the checkout; as it is called here where it lies elsewhere."""
    path = Path(os.path.realpath(file))
    top = Path(os.path.realpath(root))
    return path.relative_to(top).as_posix() if root and path.is_relative_to(top) else file


def github(report: Report, lang: Lang, root: str = "") -> str:
    """Workflow commands, which GitHub shows as annotations in a pull request: the worst first, the totals last.

    Args:
        report: What was found.
        lang: ``zh`` or ``en``.
        root: The folder of the checkout, from which GitHub counts paths; empty: that of the process.
    """
    lines = []
    for finding in sorted(report.findings, key=lambda each: -each.severity):
        text = visible(f"{messages.message(finding, lang)} {messages.advice(finding, lang)}")
        lines.append(_command(_COMMANDS[finding.severity.word], finding, text, root))
    for finding, waiver in _waived(report):
        said = f"{word('waived', lang)} {messages.message(finding, lang)} {messages.terms(waiver, lang)}"
        lines.append(_command("notice", finding, visible(said), root))
    told = [*since.lines(report, lang), _totals(report, Counter(line.split(" ")[0] for line in lines), lang)]
    lines.extend(f"::notice title=qingdan::{command_data(line)}" for line in told)
    return "".join(line + "\n" for line in lines)


def _command(name: str, finding: Finding, text: str, root: str) -> str:
    where = _properties(finding.location, root)
    return f"::{name} {where}title={command_property(finding.id)}::{command_data(text)}"


def _totals(report: Report, commands: Mapping[str, int], lang: Lang) -> str:
    """How much was found, and that GitHub shows only some of it, where it is more."""
    more = max(commands.values(), default=0) > _SHOWN_BY_GITHUB
    return _says("told_on_github" if more else "told", lang, told=counted(report, lang), shown=_SHOWN_BY_GITHUB)
