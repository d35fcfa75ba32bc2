"""The language of a text, by what its record says and by its script."""

from __future__ import annotations

import pytest

from qingdan.model.languages import language, runs, script_of


@pytest.mark.parametrize(
    ("text", "said", "found"),
    [
        ("失业登记", [], "zh"), ("失业登记", ["ug"], "zh"), ("ئىشسىزلىق تىزىملىتىش", ["ug"], "ug"), ("ئىشسىزلىق", [], "und-Arab"),
        ("جۇمىسسىزدىقتى تىركەۋ", ["kk"], "kk"), ("ᠠᠵᠢᠯ ᠦᠭᠡᠢ", ["mn"], "mn"), ("ᠠᠵᠢᠯ", ["ug"], "und-Mong"), ("ལས་མེད་ཐོ་འགོད།", ["bo"], "bo"),
        ("실업등기", ["ko"], "ko"), ("ꆈꌠꁱꂷ", [], "und-Yiii"), ("жұмыссыз", ["kk-Cyrl"], "kk-Cyrl"), ("жұмыссыз", ["kk"], "und-Cyrl"),
        ("失业登记 ئىشسىزلىق", ["ug"], "zh"), ("ئىش ལས", ["ug", "bo"], "mul"), ("12333", ["ug"], "zh"), ("", [], "zh"),
    ],
)  # fmt: skip
def test_a_text_has_one_language(text: str, said: list[str], found: str) -> None:
    assert language(text, said) == found


def test_runs_give_the_text_again_and_keep_what_stands_between_words() -> None:
    text = "失业登记（ئىشسىز كىشى\u200cلەر، 2024）与ལས་མེད"
    assert "".join(part for part, _ in runs(text, ["ug"])) == text
    assert [part for part in runs(text, ["ug"]) if part[1]] == [("ئىشسىز كىشى\u200cلەر،", "ug"), ("ལས་མེད", "und-Tibt")]


def test_a_tag_may_say_its_script() -> None:
    assert (script_of("kk"), script_of("kk-Cyrl"), script_of("und-Arab"), script_of("xx")) == (
        "Arab",
        "Cyrl",
        "Arab",
        "",
    )
