"""A few lines of a guide, checked by one rule."""

from __future__ import annotations

from qingdan.findings import Finding
from qingdan.loading.opening import known_divisions, national
from qingdan.rules import all_rules
from qingdan.rules.examples import run

AS_OF = "2026-11-22"
HEAD = """--- file: catalogue.yaml
schema: catalogue/1
province: "{province}"
name: 清单
edition: "2025"
kind: {kind}
completeness: {completeness}
{more}source: {{title: 测试, evidence: sample, seen: whole}}
"""


def head(kind: str = "list", province: str = "330000", completeness: str = "whole", more: str = "") -> str:
    return HEAD.format(kind=kind, province=province, completeness=completeness, more=more)


def item(lines: str = "", id: str = "A-01", name: str = "失业登记") -> str:
    """One item of a file of items; the lines are its elements."""
    body = "".join(f"    {line}\n" for line in lines.splitlines())
    return f"  - id: {id}\n    name: {name}\n{body}"


def items(*parts: str, file: str = "items/a.yaml") -> str:
    return f"--- file: {file}\nschema: items/1\nitems:\n" + "".join(parts)


def locality(rows: str, area: str = "330100", level: str = "prefecture", file: str = "") -> str:
    name = file or f"localities/{area}.yaml"
    return f'--- file: {name}\nschema: locality/1\narea: "{area}"\nname: 某地\nlevel: {level}\nitems:\n{rows}'


def check(id: str, text: str, as_of: str = AS_OF) -> list[Finding]:
    """What one rule finds."""
    return run(all_rules()[id], text, national(), known_divisions(), as_of)


def alone(id: str, lines: str, as_of: str = AS_OF) -> list[Finding]:
    """What one rule finds in one item that is sent alone."""
    return check(id, "schema: items/1\nitems:\n" + item(lines), as_of)
