"""What nobody sees is told by its category in Unicode, unless the script around it needs it."""

from __future__ import annotations

import unicodedata

import pytest
from tests.reading.helpers import ids, yaml

from qingdan.words.characters import UNWANTED_IN_QUOTES
from qingdan.words.showing import visible

#: Format characters that can be seen: signs that stand over figures.
SEEN = "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
#: Of other categories and as invisible: fillers, joiners, forms, braille without a dot, what Unicode keeps for such.
OTHERS = "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2065\u2800\u3164\uffa0\ufff0\U000e0000" + "".join(
    map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)))
)


def test_the_table_holds_the_categories_of_unicode_and_what_else_cannot_be_seen() -> None:
    for code in range(0x110000):
        character = chr(code)
        category = unicodedata.category(character)
        if category in ("Cc", "Cf", "Co", "Cs") and character not in "\t\n\r\x85" + SEEN:
            assert UNWANTED_IN_QUOTES.match(character), hex(code)
        elif category not in ("Cc", "Cf", "Co", "Cs", "Cn") and character not in OTHERS:
            assert not UNWANTED_IN_QUOTES.match(character), hex(code)
    assert all(map(UNWANTED_IN_QUOTES.match, OTHERS))


HIDDEN = (
    *"\U000e0001\U000e0041\u3164\u115f\uffa0\u034f\u206a\u206f\ufff9\ufffb\u17b4\U0001d173\U0001d17a\ufe0f\ufe00",
    *"\u2800\ue000\U000f0000\u2065\U000e0100\u180e\u200c\u200d\u200b\u2069\u202e\u200f\ufeff\u00ad",
)


@pytest.mark.parametrize("character", HIDDEN, ids=lambda character: f"{ord(character):X}")
@pytest.mark.parametrize("around", ["失{}业", "a{}b", "业{}", "{}业", "1{}2", "失{}a"])
def test_between_han_latin_and_figures_each_is_told_and_shown(character: str, around: str) -> None:
    text = around.format(character)
    assert ids(yaml(f"name: {text}\n")) == ["RED015"]
    assert character not in visible(text)


@pytest.mark.parametrize(
    "text",
    [
        "ᠮᠣᠩᠭᠣᠯ\u180eᠠ",  # a vowel apart
        "ᠠ\u180bᠪ ᠨ\u180cᠠ",  # forms of letters
        "ᠪᠠᠶᠢᠭᠰᠠᠨ\u200dᠠ",
        "كىشى\u200cلەر ئىشسىزلىق",  # Uyghur
        "ئى\u200d.",
        "ھۆ\u200dججەت",
        "قازاق\u200cشا",  # Kazakh in Arabic letters
        "ལས་\u200bཀའི་\u200dདེབ",  # Tibetan
        "क्\u200dष",
        "ᥖᥭᥰ\u200bᥖᥬᥳ",  # Tai Le
        "ئىش\u200f (2024)",
        "☎\ufe0f 0571-12345",
        "👨\u200d👩\u200d👧",
        "1\ufe0f\u20e3身份证",
        "ᄀ\u1160ᆨ",
    ],
)
def test_inside_their_script_marks_are_text(text: str) -> None:
    assert ids(yaml(f'name: "{text}"\n')) == []
    assert visible(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "ئىش\u200c失业",
        "失业\u200dئىش",
        "ᠮᠣ\u180e登",
        "☎失\ufe0f业",
        "ᠮᠣ\u202eᠩ",
        "ئى\u2066ش",
        "失\u200d\u200dئ",
        "한\u3164글",
    ],
)
def test_at_the_edge_to_another_script_and_of_another_kind_they_are_not(text: str) -> None:
    assert "RED015" in ids(yaml(f'name: "{text}"\n'))
    assert visible(text) != text


def test_an_escape_is_judged_like_the_mark_itself() -> None:
    assert ids(yaml('name: "كىشى\\u200cلەر"\n')) == []
    assert ids(yaml('name: "失\\u200c业"\n')) == ["RED015"]


def test_a_message_says_what_the_character_does() -> None:
    for character, what in (
        ("\ue000", "private"),
        ("\u202e", "direction"),
        ("\x07", "control"),
        ("\u3164", "invisible"),
    ):
        (finding,) = yaml(f"name: 失{character}业\n").findings
        assert finding.extra["what"] == what


def test_beyond_the_first_plane_an_escape_has_eight_figures() -> None:
    assert visible("a\U000e0041b") == "a\\U000e0041b" and visible("a\u3164b") == "a\\u3164b"
