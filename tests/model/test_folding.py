"""Radicals and second codes are compared as the ideographs that are meant."""

from __future__ import annotations

import unicodedata

import pytest

from qingdan.model.folding import LOOKALIKES, RADICALS, certain, folded
from qingdan.model.registry import plain

BLOCKS = (range(0x2E80, 0x2FE0), range(0x31C0, 0x31E4), range(0xF900, 0xFB00), range(0x2F800, 0x2FA20))
#: Old forms for which a mainland text means another.
MAINLAND = dict(
    zip("⼾⾭⾒⾙⾞⾧⾨⾱⾴⾵⾶⾺⿂⿃⿄⿆⿈⿌⿑⿒⿓⿔", "户青见贝车长门韦页风飞马鱼鸟卤麦黄黾齐齿龙龟", strict=True)
)


def characters() -> list[str]:
    return [chr(code) for block in BLOCKS for code in block if unicodedata.name(chr(code), "")]


def test_every_radical_becomes_an_ideograph() -> None:
    radicals = [character for character in characters() if "RADICAL" in unicodedata.name(character)]
    assert len(radicals) == 115 + 214
    left = [radical for radical in radicals if not unicodedata.name(folded(radical)).startswith("CJK UNIFIED IDEO")]
    assert left == ["⺀"]  # the mark of repetition, for which Unicode names none


def test_where_nfkc_knows_an_ideograph_the_table_says_the_same_but_for_what_mainland_texts_mean() -> None:
    other = {
        radical: folded(radical)
        for radical in characters()
        if (known := unicodedata.normalize("NFKC", radical)) != radical and folded(radical) != known
    }
    assert other == MAINLAND


def test_what_is_folded_is_whole_and_is_seen_by_the_pattern() -> None:
    for ideograph in RADICALS.values():
        assert len(ideograph) == 1 and folded(ideograph) == ideograph
    for character in characters():
        assert folded(character) == character or LOOKALIKES.search(character)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("⼈才⾝份登记", "人才身份登记"),
        ("⼾籍地", "户籍地"),
        ("⻓期⼯作", "长期工作"),
        ("⻔⻋⻅⻉⻜⻢⻥⻦⻨⻩⻬⻮⻰⻳", "门车见贝飞马鱼鸟麦黄齐齿龙龟"),
        ("⺠族、⻛险、⻚数、⻘年", "民族、风险、页数、青年"),
        ("金⾦\uf90a", "金金金"),
        ("ＡＢＣ１２３", "ABC123"),
    ],
)
def test_texts_are_compared_as_they_are_meant(written: str, meant: str) -> None:
    assert folded(written) == folded(meant) and plain(written) == plain(meant)


def test_an_old_form_may_be_meant_as_it_is() -> None:
    assert certain("⼾") and certain("⻓") and certain("⼈") and not certain("⾨")
