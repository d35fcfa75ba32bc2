"""What a cell shows of a number is what its format says; what is not understood is shown in general."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qingdan.sources.format_codes import BUILT_IN
from qingdan.sources.number_formats import Shown, shown, text_shown

NUMBERS = [
    ("1100", "000000", "001100"),
    ("5", '0"个工作日"', "5个工作日"),
    ("2", "0天", "2天"),
    ("3", "第0批", "第3批"),
    ("5", 'General"天"', "5天"),
    ("5", 'G/通用格式"天"', "5天"),
    ("5.5", "0.00", "5.50"),
    ("1.005", "0.00", "1.01"),
    ("0.5", ".00", ".50"),
    ("1.5", "#.##", "1.5"),
    ("1234567.5", "#,##0", "1,234,568"),
    ("1234567.5", "#,##0.00", "1,234,567.50"),
    ("12345", "#,##0,", "12"),
    ("12345", '0\\.0,"万"', "1.2万"),
    ("12345678", "0.00,,", "12.35"),
    ("0.255", "0%", "26%"),
    ("0.2555", "0.00%", "25.55%"),
    ("-5", "0", "-5"),
    ("-5", "0;[Red]-0", "-5"),
    ("-5", "0_);\\(0\\)", "(5)"),
    ("0", "0;-0;;@", ""),
    ("3", ";;;", ""),
    ("-0.001", "0", "0"),
    ("1234.5", '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ', "1,234.50"),
    ("-1234.5", '"¥"#,##0.00;"¥"\\-#,##0.00', "¥-1,234.50"),
    ("2.5", "[$¥-804]#,##0.0", "¥2.5"),
    ("13912345678", "000-0000-0000", "139-1234-5678"),
    ("3", "@", "3"),
    # not understood: the general form
    ("5", "[DBNum1]0", "5"),
    ("0.5", "# ?/?", "0.5"),
    ("5", '[=1]"是";"否"', "5"),
    ("1e300", "0", "1E+300"),
]
GENERAL = [
    ("1100", "1100"),
    ("0", "0"),
    ("-0", "0"),
    ("0.5", "0.5"),
    ("-2.50", "-2.5"),
    ("0.30000000000000004", "0.3"),
    ("3.14159265358979", "3.141592654"),
    ("0.00012345678901", "0.000123457"),
    ("0.00001", "1E-05"),
    ("12345678901", "12345678901"),
    ("99999999999.6", "1E+11"),
    ("123456789012", "1.23457E+11"),
    ("4.5E-2", "0.045"),
]
MOMENTS = [
    ("45000", "yyyy/m/d", "2023/3/15", "2023-03-15", "date"),
    ("45000", "yyyy-mm-dd", "2023-03-15", "2023-03-15", "date"),
    ("45000", 'yyyy"年"m"月"d"日"', "2023年3月15日", "2023-03-15", "date"),
    ("45000", 'yyyy"年"m"月"d"日";@', "2023年3月15日", "2023-03-15", "date"),
    ("45000", 'yyyy"年"m"月"', "2023年3月", "2023-03-15", "date"),
    ("45000", "m/d", "3/15", "2023-03-15", "date"),
    ("45000", "d-mmm-yy", "15-Mar-23", "2023-03-15", "date"),
    ("45000", "aaaa", "星期三", "2023-03-15", "date"),
    ("45000", "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "2023年3月15日", "2023-03-15", "date"),
    ("45000", "dddd", "2023-03-15", "2023-03-15", "date"),
    ("45000.5", "yyyy/m/d h:mm", "2023/3/15 12:00", "2023-03-15T12:00:00", "date"),
    ("0.354166666666667", "h:mm", "8:30", "08:30:00", "time"),
    ("0.354166666666667", "hh:mm:ss", "08:30:00", "08:30:00", "time"),
    ("0.75", '上午/下午h"时"mm"分"', "下午6时00分", "18:00:00", "time"),
    ("0.75", "h:mm AM/PM", "6:00 PM", "18:00:00", "time"),
    ("0.0001", "mm:ss.0", "00:08.6", "00:00:08", "time"),
    ("1.5", "[h]:mm", "36:00", "36:00:00", "duration"),
    ("59", "yyyy-mm-dd", "1900-02-28", "1900-02-28", "date"),
    ("61", "yyyy-mm-dd", "1900-03-01", "1900-03-01", "date"),
    ("2958465", "yyyy-mm-dd", "9999-12-31", "9999-12-31", "date"),
]


@pytest.mark.parametrize(("held", "code", "wanted"), NUMBERS)
def test_a_number_is_shown_by_its_format(held: str, code: str, wanted: str) -> None:
    assert shown(held, code).text == wanted and shown(held, code).kind == "number"


@pytest.mark.parametrize(("held", "wanted"), GENERAL)
def test_a_number_without_a_format(held: str, wanted: str) -> None:
    assert shown(held, "").text == shown(held, "General").text == wanted


@pytest.mark.parametrize(("held", "code", "text", "raw", "kind"), MOMENTS)
def test_a_day_or_a_time_is_shown_by_its_format(held: str, code: str, text: str, raw: str, kind: str) -> None:
    assert shown(held, code) == (text, raw, kind, ())


@pytest.mark.parametrize("number", [*range(27, 37), *range(50, 59)])
def test_the_formats_of_chinese_excel_that_have_no_code_are_days_and_times(number: int) -> None:
    assert shown("45000.5", BUILT_IN[number]).kind == ("time" if number in (32, 33, 34, 35, 55, 56) else "date")


def test_days_since_1904() -> None:
    assert shown("43538", "yyyy-mm-dd", since_1904=True).text == shown("45000", "yyyy-mm-dd").text == "2023-03-15"
    assert shown("0", "yyyy-mm-dd", since_1904=True).text == "1904-01-01"


@pytest.mark.parametrize("held", ["20250601", "-3", "0", "0.5", "60", "2958466", "1e300"])
def test_a_number_that_is_no_day_is_no_date(held: str) -> None:
    told = shown(held, "yyyy/m/d")
    assert told.kind == "number" and "no_date" in told.doubts and told.text == shown(held, "").text


@pytest.mark.parametrize(("code", "text"), [("h:mm", "0:00"), ("[h]:mm", "24:00"), ("[h]:mm:ss", "24:00:00")])
def test_24_o_clock_is_shown_as_it_is_shown_and_doubted(code: str, text: str) -> None:
    assert (told := shown("1", code)).text == text and told.raw == "24:00:00" and told.doubts == ("day_end",)


def test_digits_that_were_lost_are_doubted() -> None:
    assert shown("110101199001011234", "0") == Shown(
        "110101199001011000", 110101199001011234, "number", ("long_number",)
    )
    assert shown("1.10101199001011E+17", "") == Shown(
        "1.10101E+17", 110101199001011000, "number", ("long_number", "exponent")
    )
    assert shown("123456789012", "").doubts == shown("123000000000", "0.00E+00").doubts == ("exponent",)
    assert shown("123456789012345", "0").doubts == ()


@pytest.mark.parametrize(
    ("code", "wanted"), [('@"元"', "甲元"), (";;;", ""), ("0", "甲"), ('0"天"', "甲"), ("yyyy/m/d;@", "甲"), ("", "甲")]
)
def test_a_text_is_shown_by_its_format(code: str, wanted: str) -> None:
    assert text_shown("甲", code) == wanted


@pytest.mark.parametrize("held", ["", "x", "nan", "inf", "1e999", "0x10", "1,5"])
def test_what_is_no_number_is_not_shown(held: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        shown(held, "")


CODES = st.text(alphabet='0#?.,%@;[]"\\_*yYmMdDhHsSaAeE+-/年月日 General¥$=DBNum1!', max_size=20)


@given(st.floats(allow_nan=False, allow_infinity=False), CODES)
def test_any_code_shows_something_of_any_number(value: float, code: str) -> None:
    told = shown(repr(value), code)
    assert isinstance(told.text, str)
    if told.kind == "number" and isinstance(told.raw, int | float):
        assert math.isclose(told.raw, value)


@given(st.integers(-(10**11) + 1, 10**11 - 1))
def test_a_number_of_eleven_digits_is_shown_as_it_is(value: int) -> None:
    assert shown(str(value), "") == (str(value), value, "number", ())


@given(st.integers(0, 10**14), st.integers(1, 20))
def test_zeros_before_a_code_are_kept(value: int, width: int) -> None:
    assert shown(str(value), "0" * width).text == str(value).zfill(width)
