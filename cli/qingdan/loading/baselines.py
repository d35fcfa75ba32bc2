"""An earlier report as a baseline. It comes from anywhere, so everything in it is checked before it is believed."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qingdan.findings import Earlier, NotRun, Severity
from qingdan.loading.schemas import faults
from qingdan.problems import BrokenBaseline

#: Thirty-one provinces make a quarter of a megabyte.
MAX_BYTES = 64 * 1024 * 1024
FORMAT = "report/1"


@dataclass(frozen=True)
class EarlierList:
    """One list of an earlier report.

    Attributes:
        label: The path as it was given then.
        name: Its own name then.
        findings: What was found, waived or not.
        unread: Some of its files could not be read.
        skipped: Rules and requirements that did not apply to it, or not to one of its items.
        left_out: Paths of entries that were left out for their structure, in whole or in part.
    """

    label: str
    name: str
    findings: tuple[Earlier, ...]
    unread: bool
    skipped: tuple[NotRun, ...]
    left_out: tuple[str, ...]


@dataclass(frozen=True)
class EarlierReport:
    """An earlier report, as far as it can be compared with."""

    name: str
    as_of: str
    lang: str
    edition: str
    edition_hash: str
    rules_run: frozenset[str]
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    lists: tuple[EarlierList, ...]


def read_baseline(path: Path) -> EarlierReport:
    """Read an earlier report that ``qingdan validate --format json`` made.

    Args:
        path: The file; a pipe will do.

    Raises:
        BrokenBaseline: It is no such report.
        OSError: It cannot be read.
    """
    name = path.as_posix()
    value = _checked(name, _parsed(name, path))
    id, digest = value["edition"]["id"], value["edition"]["hash"]
    rules, lists = frozenset(value["rules_run"]), tuple(map(_list, value["sections"]))
    select, ignore = tuple(value.get("select", ())), tuple(value.get("ignore", ()))
    return EarlierReport(name, value["as_of"], value["lang"], id, digest, rules, select, ignore, lists)


def _parsed(name: str, path: Path) -> object:
    with path.open("rb") as file:
        data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise BrokenBaseline(name, "too_large", str(MAX_BYTES // 1024 // 1024))
    try:
        return json.loads(_decoded(name, data))
    except json.JSONDecodeError as error:
        raise BrokenBaseline(name, "not_json", f"{error.lineno}:{error.colno}") from None
    except (RecursionError, ValueError):  # nested too deeply; a number of thousands of digits
        raise BrokenBaseline(name, "not_json") from None


def _decoded(name: str, data: bytes) -> str:
    """The text: what a shell on Windows wrote may be UTF-16 or the Chinese code page."""
    for encoding in (json.detect_encoding(data), "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise BrokenBaseline(name, "encoding")


def _checked(name: str, value: Any) -> Mapping[str, Any]:
    stated = value.get("schema") if isinstance(value, dict) else None
    if stated != FORMAT:
        other = isinstance(stated, str) and stated.startswith("report/")
        raise BrokenBaseline(
            name, "version" if other else "not_a_report", stated[:40] if isinstance(stated, str) else ""
        )
    try:
        fault = next(faults("report", value), None)
    except (ValueError, RecursionError):  # what the validator itself cannot hold: half a character, endless numbers
        raise BrokenBaseline(name, "faults") from None
    if fault is not None:
        raise BrokenBaseline(name, "faults", "/" + "/".join(map(str, fault.pointer)))
    if "baseline" in value:
        raise BrokenBaseline(name, "compared")
    return dict(value)


def _list(section: Mapping[str, Any]) -> EarlierList:
    paths = [row.get("path", "") for row in section["findings"] if row["id"] in ("STR009", "STR010")]
    found, unread, left_out = tuple(_findings(section)), bool(section["unread"]), tuple(filter(None, paths))
    skipped = tuple(NotRun(**row) for row in section["not_applicable"])
    return EarlierList(section["label"], section["name"], found, unread, skipped, left_out)


def _findings(section: Mapping[str, Any]) -> Iterator[Earlier]:
    waived = [row["finding"] for row in section["waived"]]
    for rows, given in ((section["findings"], False), (waived, True)):
        for row in rows:
            severity = Severity[row["severity"].upper()]
            path, args, extra = row.get("path", ""), row.get("args", {}), row.get("extra", {})
            known = row["id"], severity, row["fingerprint"], row["message"], path, str(extra.get("requirement", ""))
            yield Earlier(*known, given, args, extra.get("stated"))
