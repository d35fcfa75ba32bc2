"""Laws of printed figures, names and lines: drawn few and always the same in every run, many and anew by ``make fuzz``."""

from __future__ import annotations

import json
import re
from fractions import Fraction

from hypothesis import assume, example, given
from hypothesis import strategies as st

from qingdan.loading.opening import national
from qingdan.model.figures import figures, number
from qingdan.printing.escape import json_text, no_command

PAPERS = national().registries.evidence
_DIGITS = "零一二三四五六七八九"
_UNITS = {
    "个工作日": "working_day",
    "天": "day",
    "个月": "month",
    "年": "year",
    "次": "time",
    "小时": "hour",
    "元": "yuan",
}
_MARKS = "··  、，。；（）()-~—至到每第前后半多两俩廿卅零〇一二三四五六七八九十百千万亿壹贰0123456789０１２.,/分之成个月日天年周次元工作倍⼀⼆"
_ALIASES = sorted(PAPERS.aliases)
_FORMS = (
    "复印件",
    "原件",
    "原件及复印件",
    "复印件2份",
    "（原件）",
    "（一式两份）",
    "原件、复印件各一份",
    "（复印件，加盖公章）",
)
_COMMAND = re.compile(r"^\s*::|##\[|##vso\[|##teamcity\[|section_(start|end):|travis_(fold|time):", re.I)
#: Beginnings of lines, without the characters that steer: those are written visibly before.
_STARTS = ("::", "##[", "##vso[", "##VSO[", "##teamcity[", "section_start:", "travis_fold:", "#", ":", "\\", "\n",
           "\u3000", " ", "\t", "error ", "失业登记", "=", "+", "@", "]")  # fmt: skip


def han(value: int) -> str:
    """A whole number below ten thousand in Chinese numerals, written out: 一百零三."""
    text, gap = "", False
    for power, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = value // power % 10
        if digit:
            text += ("零" if gap and text else "") + _DIGITS[digit] + sign
        gap = digit == 0
    return text


@given(st.integers(1, 9999))
def test_a_number_is_the_same_in_every_kind_of_numeral(value: int) -> None:
    wide = str(value).translate({ord(str(each)): 0xFF10 + each for each in range(10)})
    assert number(han(value)) == value
    for unit, name in _UNITS.items():
        if unit == "年" and value >= 100:
            continue  # a year of the calendar
        for text in (han(value), str(value), wide):
            assert [(each.low, each.high, each.unit) for each in figures(f"自受理之日起{text}{unit}内")] == [
                (Fraction(value), Fraction(value), name)
            ], (text, unit)


@given(st.integers(1, 200), st.integers(1, 200), st.sampled_from(["-", "至", "到", "—", "~"]))
def test_a_range_is_read_by_both_its_ends(low: int, more: int, mark: str) -> None:
    high = low + more
    for first, second in ((str(low), str(high)), (han(low), han(high))):
        (found,) = figures(f"{first}{mark}{second}个工作日")
        assert (found.low, found.high) == (low, high)


@given(st.text(alphabet=_MARKS, max_size=60))
def test_no_text_of_numerals_and_units_is_too_much(text: str) -> None:
    assert all(each.low >= 0 and each.unit for each in figures(text))


@given(st.sampled_from(_ALIASES), st.sampled_from(_FORMS))
def test_form_words_change_no_paper(alias: str, form: str) -> None:
    assert PAPERS.printed(alias + form).papers[0].id == PAPERS.aliases[alias]


@given(st.lists(st.sampled_from(_ALIASES), min_size=2, max_size=3), st.sampled_from(["或", "或者", "及", "和", "、"]))
def test_several_papers_are_never_one_of_them(aliases: list[str], joint: str) -> None:
    ids = {PAPERS.aliases[each] for each in aliases}
    assume(len(ids) == len(aliases) and joint.join(aliases) not in PAPERS.aliases)
    assert PAPERS.resolve(None, joint.join(aliases)) not in ids


@given(
    st.text(max_size=60)
    | st.lists(st.sampled_from([*_ALIASES[:40], *_FORMS, "或", "及", "（", "）", "等", "市", "本人"]), max_size=6).map(
        "".join
    )
)
def test_any_name_is_taken_apart(text: str) -> None:
    printed = PAPERS.printed(text)
    assert printed.papers
    assert printed.grouping == "one" or len(printed.papers) > 1


@given(st.lists(st.sampled_from(_STARTS), max_size=8).map("".join))
@example("a\n::error::x")
def test_no_line_begins_a_command(text: str) -> None:
    for written in ("escape", "entity"):
        safe = no_command(text, written)  # type: ignore[arg-type]
        assert [line for line in safe.split("\n") if _COMMAND.search(line)] == []
    assert json.loads(json_text(json.dumps([text], ensure_ascii=False))) == [text]
