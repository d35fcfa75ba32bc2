"""Radicals in the text of a file are told, quoted as written, and mended where it is certain what is meant."""

from __future__ import annotations

import pytest
from tests.reading.helpers import ids, json_, mended, yaml


@pytest.mark.parametrize(
    ("text", "found", "write", "safe"),
    [
        ("⼈才⾝份登记", "⼈⾝", "人身", True),
        ("⼾籍地⼾籍", "⼾", "户", True),
        ("⻓期有效", "⻓", "长", True),
        ("⼥职⼯", "⼥⼯", "女工", True),
        ("部⾨", "⾨", "门", False),
        ("不\uf967", "\uf967", "不", True),
    ],
)
def test_a_radical_is_told_with_what_to_write(text: str, found: str, write: str, safe: bool) -> None:
    document = yaml(f"name: {text}\n其他: 户\n")
    (finding,) = document.findings
    assert finding.id == "RED030" and finding.args == {"found": found, "write": write}
    assert document.value["name"] == text
    assert finding.fix is not None and finding.fix.safe is safe
    assert mended(document, finding).findings == []


def test_each_text_is_told_once_and_comments_never() -> None:
    assert ids(yaml("# ⼾\na: ⼾⼾\nb: |\n  ⼈\n  ⼾\nc: x  # ⼈\n")) == ["RED030", "RED030"]
    assert ids(json_('{"a": "⼾", "b": ["⼈"]}')) == ["RED030", "RED030"]


def test_a_radical_written_as_an_escape_is_told_too() -> None:
    for document in (yaml('a: "\\u2f3e籍"\n'), json_('{"a": "\\u2f3e籍"}')):
        (finding,) = document.findings
        assert finding.args == {"found": "⼾", "write": "户"} and finding.fix is None


def test_a_file_full_of_them_is_not_told_without_end() -> None:
    assert len(yaml("".join(f"k{n}: ⼾\n" for n in range(100))).findings) == 20
