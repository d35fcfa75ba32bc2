"""Guides full of attacks: what a hostile list could hold, and what no reader of files would let through."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import qingdan
from qingdan.reports.export.facts import Export, GuideEntry

AS_OF = "2026-11-22"
SCRIPT = "</script><script>alert(1)</script><!--<img src=x onerror=alert(1)>"
BIDI = "\u202e\u2066"
ATTACK = f"=cmd|' /C calc'!A0 {SCRIPT} ![x](https://evil.example/a.png) {BIDI}\x1b[31m\ud83d]]>&amp;"
URL = "javascript:alert(document.domain)"
#: None of these may come out as a character.
STEERING = (*BIDI, "\x1b", "\ud83d")


def example() -> Export:
    """The example province."""
    return qingdan.export(Path(__file__).resolve().parents[2] / "provinces/990000-example", as_of=AS_OF)


def attacked(export: Export) -> Export:
    """The same guides with an attack in every text that a person wrote, and in every address."""
    return replace(export, entries=tuple(_attacked(entry) for entry in export.entries))


def _attacked(entry: GuideEntry) -> GuideEntry:
    head: Any = _hostile(entry.catalogue.head)
    subject = replace(entry.subject, record=_hostile(entry.subject.record), place=ATTACK)
    return GuideEntry(subject, replace(entry.catalogue, head=head), entry.specimen)


def _hostile(value: Any, key: str = "") -> Any:
    if isinstance(value, dict):
        return {name: _hostile(each, name) for name, each in value.items()}
    if isinstance(value, list):
        return [_hostile(each, key) for each in value]
    if key == "url":
        return URL
    return f"{ATTACK}\n{value}" if isinstance(value, str) and not value.isascii() else value
