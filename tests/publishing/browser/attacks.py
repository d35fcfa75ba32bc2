"""A list whose every text attacks: what may stand in a catalogue, though nobody should write it."""

from __future__ import annotations

import json
from itertools import cycle
from pathlib import Path
from typing import Any

from qingdan.reading import read_document

#: Each does something that a test would notice: runs, opens a dialog, asks another host, leaves its element.
TEXTS = (
    "<script>window.pwned=1;alert(1)</script>",
    "<img src=x onerror=alert(2)>",
    "<svg/onload=alert(3)>",
    "</title></textarea></style></script><script>alert(4)</script>",
    "\" autofocus onfocus=alert(5) x=\"",
    "' onmouseover='alert(6)",
    "--></p><iframe src=https://evil.example/7></iframe>",
    "![beacon](https://evil.example/8.png)",
    "[click](javascript:alert(9))",
    "<https://evil.example/10>",
    "{{ 7*191 }}{% raw %}{{ config }}",
    "{% include '/etc/passwd' %}${7*191}#{7*191}",
    "<link rel=stylesheet href=https://evil.example/12.css>",
    "<style>@import'https://evil.example/13'</style>body{background:url(https://evil.example/13)}",
    "<meta http-equiv=refresh content='0;url=https://evil.example/14'>",
    "<base href=https://evil.example/15/>",
    "<form action=https://evil.example/16><button>ok</button></form>",
    "]]><!--<entry><link href='https://evil.example/17'/></entry>-->&lt;script&gt;",
    "=HYPERLINK(\"https://evil.example/18\")",
    "&#60;script&#62;alert(19)&#60;/script&#62;",
    "<a href=mailto:a@evil.example?subject=20>12333</a>",
    "\\u003cscript\\u003ealert(21)\\u003c/script\\u003e`${alert(21)}`",
    "tel:0900-5551106;javascript:alert(22)",
)  # fmt: skip
URLS = (
    "javascript:alert('url1')",
    "JaVaScRiPt:alert('url2')",
    "data:text/html,<script>alert('url3')</script>",
    "vbscript:msgbox('url4')",
    "//evil.example/url5",
    "https://evil.example/url6\" onclick=\"alert(6)",
    "file:///etc/passwd?url7",
    "mailto:beacon@evil.example?url8",
)  # fmt: skip
BIDI = "登\u202e记\u2066\u200b\u2069"
#: Keys whose texts are ids or words of a fixed set, Chinese or not.
_FIXED = {"schema", "province", "area", "item", "document", "date", "as_of"}


def write(folder: Path, example: Path, *, bidi: bool) -> dict[str, int]:
    """Write the example as a list in use, full of attacks; how often each was put in.

    Args:
        folder: Where the list goes.
        example: The list that is taken as a pattern.
        bidi: Put in characters that turn the direction of reading, too; the reader refuses them.
    """
    texts = cycle((*TEXTS, BIDI) if bidi else TEXTS)
    urls = cycle(URLS)
    counts: dict[str, int] = {}

    def attacked(value: Any, key: str = "") -> Any:
        if isinstance(value, dict):
            return {name: attacked(each, name) for name, each in value.items()}
        if isinstance(value, list):
            return [attacked(each, key) for each in value]
        if not isinstance(value, str) or key in _FIXED or (value.isascii() and key not in ("url", "phone")):
            return value
        attack = next(urls if key == "url" else texts)
        counts[attack] = counts.get(attack, 0) + 1
        return attack if key == "url" else f"{value} {attack}"

    for file in sorted(example.rglob("*.yaml")):
        value = attacked(read_document(file.name, file.read_bytes()).value)
        if file.name == "catalogue.yaml":
            value["kind"] = "list"
        if "level" in value:
            value["kind"] = "list"
        target = folder / file.relative_to(example)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(json.dumps(value, ensure_ascii=False, indent=1), encoding="utf-8")
    return counts
