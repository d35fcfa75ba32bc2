"""The report of a validation as a page and as Markdown: every finding once, as text and never as markup."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.app.running import run, start, write

DAY = ("--as-of", "2026-11-22")
ATTACK = "</td><script>alert(1)</script>|*x*![x](https://evil.example/a.png)\u202e"


class Page(HTMLParser):
    """Tags that are open, tags that were seen, rows and cells."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)
        if tag not in ("meta",):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def a_list(folder: Path) -> Path:
    """A list with findings of every level, one of which is waived, and an attack in a name."""
    started = start(folder, "430000")
    entry = f"{{id: X-1, name: {json.dumps(ATTACK)}, implements: [{{item: JY-0401}}], fee: {{charged: 'yes'}}}}"
    write(started, "items/02.yaml", f"schema: items/1\nitems:\n  - {entry}\n")
    report = json.loads(run("validate", started, "-f", "json", *DAY).out)
    [first] = [each for each in report["sections"][0]["findings"] if each["id"] == "FEE001"]
    write(started, "waivers.yaml", "schema: waivers/1\nwaivers:\n  - {id: FEE001, path: "
          + json.dumps(first["path"]) + ", reason: 甲, approved_by: 乙, approved_on: 2026-01-01, until: 2027-06-30}\n")  # fmt: skip
    return started


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_finding_stands_in_the_page_and_in_the_table(lang: str, tmp_path: Path) -> None:
    folder = a_list(tmp_path / "list")
    words = ("validate", folder, "--lang", lang, *DAY)
    [section] = json.loads(run(*words, "-f", "json").out)["sections"]
    count = len(section["findings"]) + len(section["waived"])
    assert section["waived"] and len({each["severity"] for each in section["findings"]}) > 1
    html, markdown = run(*words, "-f", "html").out, run(*words, "-f", "markdown").out
    page = Page(html)
    assert (
        page.open == [] and page.seen.count("tr") == count + 1 and "script" not in page.seen and "img" not in page.seen
    )
    rows = [line for line in markdown.splitlines() if line.startswith("| ")]
    assert len(rows) == count + 2 and {len(re.split(r"(?<!\\)\|", row)) for row in rows} == {7}
    for text in (html, markdown):
        assert "\u202e" not in text and "<script>alert" not in text
        assert "JY-0401-R0" in text or "ALL-R01" in text
        assert ("依据" if lang == "zh" else "basis") in text and ("已豁免" if lang == "zh" else "waived") in text
    assert "![x](https" not in markdown
    order = re.findall(r'<td class="(error|warning|info|waived)">', html)
    assert order == sorted(order, key=["error", "warning", "info", "waived"].index)


def test_a_clean_list_says_that_nothing_was_found_and_an_unread_one_how_far(repo: Path, tmp_path: Path) -> None:
    example = repo / "provinces" / "990000-example"
    for format in ("html", "markdown"):
        assert "没有发现。" in run("validate", example, "-f", format, *DAY).out
    folder = a_list(tmp_path / "list")
    (folder / "waivers.yaml").unlink()
    base = tmp_path / "base.json"
    run("validate", folder, "-o", base, *DAY)
    new = run("validate", folder, "--baseline", base, "-f", "markdown", *DAY)
    assert new.code == 0 and "没有新增的发现。" in new.out and "原有" in new.out
    write(folder, "items/03.yaml", "schema: [")
    read = run("validate", folder, "--select", "TIM001", "-f", "html", *DAY)
    assert read.code == 3 and "没有读成" in read.out
