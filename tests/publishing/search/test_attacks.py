"""Lists and queries full of attacks: they are text, and the search goes on."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from qingdan.publishing import site as sites
from qingdan.publishing.search.documents import Document
from tests.publishing.search.asking import SCRIPT, Index, indexed

ATTACKS = (
    "__proto__", "constructor", "toString", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "javascript:alert(1)",
    "\u202e登记\u202c", "\ud800坏", "𠮷" * 70, "登" * 70_000, "a" * 70_000, "\x00\x1b[31m", '"\\}]', "{n}{term}", "%2e%2e/",
)  # fmt: skip


@pytest.fixture(scope="module")
def attacked(real_site: sites.Site, tmp_path_factory: pytest.TempPathFactory) -> Index:
    def change(given: list[Document]) -> list[Document]:
        bad = [
            Document(f"guides/x/{number}.html", text, (text,), (text,), text, text, as_of=text)
            for number, text in enumerate(ATTACKS)
        ]
        return [*given, *bad]

    return indexed(real_site, tmp_path_factory.mktemp("attacked"), change)


def test_every_file_is_plain_json_without_steering_characters(attacked: Index) -> None:
    for path in attacked.folder.rglob("*.json"):
        text = path.read_bytes().decode("utf-8")
        json.loads(text)
        assert not re.search("[\u0000-\u0009\u000b-\u001f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", text)


def test_attacks_as_queries_find_the_pages_that_hold_them(attacked: Index) -> None:
    for number, (text, found) in enumerate(zip(ATTACKS, attacked.ask(*ATTACKS, all="1"), strict=True)):
        if any(character.isalnum() for character in text) and text not in ("{n}{term}",):
            assert f"guides/x/{number}.html" in found.urls, text[:40]


def test_other_queries_answer_as_before(attacked: Index, real: Index) -> None:
    for query in ("失业登记", "shiyedengji", "社保卡", "0401"):
        before, after = real.one(query, all="1").urls, attacked.one(query, all="1").urls
        assert [url for url in after if not url.startswith("guides/x/")] == before


def test_a_very_long_title_does_not_break_the_budget(attacked: Index) -> None:
    assert max(path.stat().st_size for path in (attacked.folder / "search" / "d").iterdir()) < 20_000


def test_the_script_makes_no_html_of_data_and_runs_none() -> None:
    text = SCRIPT.read_text("utf-8")
    assert not re.findall(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|Function\(|\.on[a-z]+ *=", text
    )
    assert "https:" not in text
    assert "http:" not in text


def test_the_script_is_a_few_kilobytes(tmp_path: Path) -> None:
    assert SCRIPT.stat().st_size < 17_000
