"""How an office is reached: telephones, hours, addresses on the web."""

from __future__ import annotations

import pytest
from tests.rules.support import alone, check, head, item, items

from qingdan.rules.hours import wrong
from qingdan.rules.phones import areas, miscounted, no_area_code


@pytest.mark.parametrize(
    "phone",
    [
        "+86 571 87654321", "+86-571-87654321", "+8657187654321", "0086 571 87654321", "86-571-87654321", "+86 10 88888888",
        "+86(0)571-87654321", "+86 138 0000 0000", "0571-8765 4321", "0571-87654321-801", "0571-87654321转801", "（0571）87654321",
        "0571—87651278；87651271", "010-12345", "0571-12333", "0571-96345", "400-123-4567", "400-0571-123", "4001234567",
        "13800000000", "138-0000-0000", "188****4467(原文为手机号)", "0571-88396764/65", "12333", "114", "各县（市、区）电话见附件",
        "0900-5550101", "0999-1234567", "业务0537-2937313;行风0537-2967927", "QQ群：876543210", "0830- 3192421(市)", "0433-1234567",
        "0433-12345678",
    ],
)  # fmt: skip
def test_numbers_that_can_be_dialled(phone: str) -> None:
    assert miscounted(phone) == ("", "") and no_area_code(phone) == ""


@pytest.mark.parametrize(
    ("phone", "found", "problem"),
    [
        ("0571-876543210", "0571-876543210", "long"), ("010-8888", "010-8888", "short"), ("0755-1234567", "0755-1234567", "short"),
        ("0535-12345678", "0535-12345678", "long"), ("020-87654321；020-8765432", "020-8765432", "short"),
        ("400-123-456", "400-123-456", "short"), ("1380000000", "1380000000", "short"), ("138000000001", "138000000001", "long"),
        ("876543210", "876543210", "long"), ("0000-1234567", "0000-1234567", "area"), ("026-12345678", "026-12345678", "area"),
        ("+86 571 876543210", "0571 876543210", "long"), ("０５７１－８７６５４", "0571-87654", "short"),
        ("0571-8839676488396765", "0571-8839676488396765", "long"),
    ],
)  # fmt: skip
def test_numbers_that_cannot(phone: str, found: str, problem: str) -> None:
    assert miscounted(phone) == (found, problem)


def test_every_area_code_has_a_length() -> None:
    assert len(areas()) == 322
    assert areas()["010"] == areas()["0571"] == (8,) and areas()["0535"] == (7,) and areas()["0900"] == (7, 8)


def test_a_number_without_area_code_is_told_once() -> None:
    lines = "contact: {phone: '87654321'}"
    assert len(alone("TXT005", lines)) == 1 and alone("TXT012", lines) == []


@pytest.mark.parametrize(
    ("hours", "problem", "found"),
    [
        ("17:00-9:00", "order", "17:00-9:00"), ("9:00-9:00", "same", "9:00-9:00"), ("9:00-25:00", "time", "25:00"),
        ("900-12:00", "colon", "900"), ("工作日 9：00—1700", "colon", "1700"), ("0900-1700", "colon", "0900"), ("9:60-12:00", "time", "9:60"),
        ("8:30-24:30", "time", "24:30"), ("08:00-12:00,15:00-14:30", "order", "15:00-14:30"), ("17点-9点", "order", "17点-9点"),
        ("9:00-5:00", "order", "9:00-5:00"), ("工作日 9:00-12:00，14:00-", "open", "14:00-"), ("周一至周五 14:00至14:00", "same", "14:00至14:00"),
    ],
)  # fmt: skip
def test_hours_that_cannot_be(hours: str, problem: str, found: str) -> None:
    told = wrong(hours)
    assert told is not None and (told.problem, told.found) == (problem, found)
    (finding,) = alone("TXT013", f"contact: {{hours: '{hours}'}}")
    assert finding.suggestions == ((told.meant,) if told.meant else ())


@pytest.mark.parametrize(
    "hours",
    [
        "工作日 9:00-12:00、13:30-17:00", "上午8:30-12:00，下午2:30-5:30", "上午9:00-下午5:00", "下午13:30-5:30", "12:00-2:00",
        "自助服务区 18:00-8:00", "22:00-次日6:00", "0:00-24:00", "9点-17点半", "13:00(6、7、8月为14:00-18:00)-17:00",
        "2024-2025年 工作日 9:00-12:00", "周一至周五9.00-12.00", "5月1日至9月30日 8:30～12:00", "夏季：08:30-12:00；冬季：09:00-12:00",
    ],
)  # fmt: skip
def test_hours_that_can(hours: str) -> None:
    assert wrong(hours) is None


@pytest.mark.parametrize(
    ("hours", "found"),
    [
        ("夏季：08:30-12:00；冬季：09:00-12:00", 1), ("5月1日至9月30日 8:30-12:00", 1), ("第一季度 9:00-12:00", 1), ("每个赶集日 9:00-12:00", 0),
        ("农历初一、十五 9:00-11:00", 0), ("逢五逢十 8:00-12:00", 0), ("圩日 8:00-12:00", 0), ("每月15日 9:00", 0), ("7月1日 9:00-12:00", 0),
        ("全年无休 9:00-21:00", 0), ("夏季工作日 8:30-12:00", 0), ("2026-05-01 9:00-12:00", 0),
    ],
)  # fmt: skip
def test_hours_that_do_not_say_on_which_days(hours: str, found: int) -> None:
    assert len(alone("TXT007", f"contact: {{hours: '{hours}'}}")) == found


def test_an_address_on_the_web_is_told_with_what_was_meant() -> None:
    (finding,) = alone("TXT009", "channels: [{kind: website, url: 'https://a.gov.cn/x。'}]")
    assert finding.suggestions == ("https://a.gov.cn/x",)
    assert finding.fix is not None and finding.fix.safe
    (finding,) = alone("TXT009", "remedy: {litigation: {url: '官网https://a.gov.cn'}}")
    assert finding.fix is not None and not finding.fix.safe
    (finding,) = alone("TXT009", "channels: [{kind: website, url: 'https://a.gov.cn/x，https://b.gov.cn/y。'}]")
    assert finding.fix is None


def test_the_address_of_a_source_is_looked_at_too() -> None:
    source = "source: {title: 页, evidence: official, seen: whole, url: 'https://a.gov.cn/x y'}"
    (finding,) = check("TXT009", head() + items(item(source)))
    assert finding.path == "items[A-01].source[url]"
