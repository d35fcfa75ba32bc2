"""The report as test results (JUnit XML), which GitLab and Jenkins show: what is not allowed is a failure."""

from __future__ import annotations

from xml.etree import ElementTree as xml

from qingdan.findings import Report, Section
from qingdan.reports.validate import rows as report_rows
from qingdan.reports.validate.rows import Row
from qingdan.words.grammar import Lang
from qingdan.words.showing import visible

#: Nobody measures time here, and a suite must have some.
_WHEN = "T00:00:00"
_DAYS = 3


def render(report: Report, lang: Lang) -> str:
    """One suite a list, one case a finding: an error fails, a warning or a remark passes, what is waived is skipped.

    A list without findings is one case that passes. The time of a suite is the day of the judgement.
    """
    suites = xml.Element("testsuites")
    for number, section in enumerate(report.sections):
        suites.append(_suite(section, number, report, lang))
    xml.indent(suites)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + xml.tostring(suites, encoding="unicode") + "\n"


def _suite(section: Section, number: int, report: Report, lang: Lang) -> xml.Element:
    rows = report_rows.rows(section, lang)
    day = report.as_of if len(report.as_of.split("-")) == _DAYS else "1970-01-01"
    levels = [row.level for row in rows]
    name, package = visible(report_rows.named(section, lang)), visible(section.label)
    suite = xml.Element("testsuite", name=name, package=package, id=str(number), timestamp=day + _WHEN)
    suite.attrib |= {"hostname": "localhost", "tests": str(len(rows) or 1), "failures": str(levels.count("error"))}
    suite.attrib |= {"errors": "0", "skipped": str(levels.count("waived")), "time": "0"}
    properties = xml.SubElement(suite, "properties")
    for name, value in (("version", report.version), ("edition", report.edition), ("as_of", report.as_of)):
        xml.SubElement(properties, "property", name=name, value=visible(value))
    for row in rows:
        _case(suite, row)
    if not rows:
        xml.SubElement(suite, "testcase", name=visible(section.name), classname=visible(section.label), time="0")
    passed = [row for row in rows if row.level in ("warning", "info")]
    notes = [visible(note) for note in report_rows.notes(section, report, lang)]
    xml.SubElement(suite, "system-out").text = "\n".join((*map(_told, passed), *notes))
    xml.SubElement(suite, "system-err")
    return suite


def _case(suite: xml.Element, row: Row) -> None:
    """Adds a finding: where it stands is its class."""
    said, id, where, found, step = map(visible, row.cells)
    case = xml.SubElement(suite, "testcase", name=f"{said} {id} {found}", classname=where or id, time="0")
    if row.level == "error":
        xml.SubElement(case, "failure", message=found, type=id).text = _told(row)
    if row.level == "waived":
        xml.SubElement(case, "skipped", message=step)


def _told(row: Row) -> str:
    """A finding with its place, its next step and what it rests on, a line each."""
    said, id, where, found, step = row.cells
    return "\n".join(visible(line) for line in (f"{said} {id} {found}", where, *row.basis, step) if line)
