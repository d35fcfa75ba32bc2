"""Wording, phone numbers, dates, waivers."""

from __future__ import annotations

import pytest
from tests.rules.support import alone, check, head, item, items, locality

from qingdan.rules.phones import no_area_code


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ("contact: {phone: 无}", 1), ("result: {name: 无}", 0), ("guide: {special_procedure: 无}", 0),
        ("contact: {address: 暂无。}", 1), ("conditions: [{any_of: [{text: 无}]}]", 1), ("name: 待定", 1),
        ("conditions: [{any_of: [{text: 无业}]}]", 0), ("materials: [{name: 无犯罪记录证明}]", 0),
        ("contact: {phone: '--'}", 1), ("contact: {hours: '\\u6682\\u65e0'}", 0), ('contact: {hours: "\\u6682\\u65e0"}', 1),
    ],
)  # fmt: skip
def test_placeholders(lines: str, found: int) -> None:
    text = "schema: items/1\nitems:\n  - id: A-01\n    " + lines + "\n"
    assert len(check("TXT001", text)) == found


@pytest.mark.parametrize(
    "phone",
    [
        "0571-88396764、88396765", "12333", "0743-12345", "13800000000", "400-123-4567", "（0578）2091126", "0578 2091126",
        "0571－87651278、87651271、87651273", "（0571）87651278、87651271", "0571—87651278；87651271", "0571‐87651278,87651271",
        "0571-87651278 87651271", "87651278（区号0571）", "０５７１－８７６５１２７８", "4001234567", "023-12345678转8001", "0758-2224892(端州区)", "02012345", "各县（市、区）电话见附件", "0900-55501012",
    ],
)  # fmt: skip
def test_phone_numbers_that_can_be_called_from_elsewhere(phone: str) -> None:
    assert no_area_code(phone) == ""


@pytest.mark.parametrize("phone", ["88396764", "2091126、2091127", "电话：65231579（工作日）", "55501012", "８８３９６７６４",
                                   "400-123-4567、88396764", "12333、88396764"])  # fmt: skip
def test_phone_numbers_that_cannot(phone: str) -> None:
    assert no_area_code(phone)


def test_one_shared_short_number_for_both_is_right() -> None:
    both = "contact: {{phone: '{0}'}}\ncomplaint: {{phone: '{0}'}}"
    assert alone("TXT006", both.format("0743-12345")) == []
    assert alone("TXT006", both.format("12333")) == []
    assert len(alone("TXT006", both.format("0743-2813211"))) == 1
    assert len(alone("TXT006", "contact: {phone: '0743-2813211'}\ncomplaint: {phone: （0743）2813211}")) == 1


@pytest.mark.parametrize("text", ["（身份证)", "(复印件）"])
def test_brackets_that_do_not_match(text: str) -> None:
    assert len(alone("TXT003", f"materials: [{{name: '户口簿{text}'}}]")) == 1


@pytest.mark.parametrize("text", ["（身份证）", "(复印件)", "（一）(二)", "1) 身份证", "（含(附)页）"])
def test_brackets_that_match(text: str) -> None:
    assert alone("TXT003", f"materials: [{{name: '{text}'}}]") == []


@pytest.mark.parametrize(("text", "found"), [("2 年", 0), ("1 0个工作日", 1), ("3 5 天", 1), ("2024 12 月", 0)])
def test_numbers_with_spaces(text: str, found: int) -> None:
    assert len(alone("TXT004", f"conditions: [{{any_of: [{{text: '{text}'}}]}}]")) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("限男性", 1), ("只招女性", 1), ("女性年满40周岁", 0), ("男性60周岁以下", 0), ("少数民族", 0), ("限期办理", 0),
        ("仅限汉族", 1), ("男性16-60周岁、女性16-50周岁", 1), ("男16至60岁，女16至55岁", 1), ("法定年龄内（男16-60岁，女原则上16-50岁）", 1), ("年龄在女18—45周岁之间", 1),
        ("男性年满50周岁、女性年满40周岁", 0), ("16-60周岁", 0), ("男60周岁以下、女55周岁以下", 0), ("子女16-18周岁", 0),
        ("男性16－60周岁", 1), ("妇女18-45周岁", 0),
    ],
)  # fmt: skip
def test_conditions_that_need_a_rule_behind_them(text: str, found: int) -> None:
    assert len(alone("TXT010", f"conditions: [{{any_of: [{{text: {text}}}]}}]")) == found


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("银行流水账(单)等", 1),
        ("身份证等材料", 1),
        ("高等学校毕业证书", 0),
        ("等级证书", 0),
        ("同等学力证明", 0),
        ("工资单等有关证明材料", 1),
    ],
)
def test_lists_that_are_left_open(name: str, found: int) -> None:
    assert len(alone("TXT011", f"materials: [{{name: {name}}}]")) == found


@pytest.mark.parametrize("date", ["2023-02-29", "2023-00", "2023-13-01", "2023-04-31", "2023-06-00"])
def test_days_that_do_not_exist(date: str) -> None:
    (finding,) = check("DAT001", head() + items(item(f'effective_on: "{date}"')))
    assert finding.pointer == "/items/0/effective_on"


@pytest.mark.parametrize("date", ["2024-02-29", "2023-12-31", "2023", "2023-12"])
def test_days_that_exist(date: str) -> None:
    assert check("DAT001", head() + items(item(f'effective_on: "{date}"'))) == []


def test_text_that_looks_like_a_date_is_none() -> None:
    assert (
        check("DAT001", head() + items(item('contact: {phone: "0571-8800-13"}\nexchange: {list_number: "2023-13"}')))
        == []
    )


def test_an_impossible_date_in_any_file_is_one_finding() -> None:
    row = (
        '  - {id: B-1, status: own, name: 甲, source: {title: 页, evidence: sample, seen: whole, date: "2023-02-30"}}\n'
    )
    text = (
        head()
        + f'--- file: localities/330100.yaml\nschema: locality/1\narea: "330100"\nname: 某地\nlevel: prefecture\nitems:\n{row}'
    )
    (finding,) = check("DAT001", text)
    assert finding.path == "localities[330100].items.B-1.source.date"


@pytest.mark.parametrize(
    ("changed", "published", "end"),
    [
        ("2026-02-02", "2026-03-09", "2026-03-06"),  # over the Spring Festival
        ("2026-02-02", "2026-03-07", "2026-03-06"),  # a Saturday
        ("2026-02-02", "2026-03-06", ""),
        ("2025-09-30", "2025-11-05", "2025-11-04"),  # over eight days of holidays and a working Saturday
        ("2025-09-30", "2025-11-04", ""),
        ("2026-06-01", "2026-06-30", ""),  # over the Dragon Boat Festival
        ("2026-06-01", "2026-07-01", "2026-06-30"),
        ("2026-05", "2026-06-30", "2026-06-29"),  # even if it changed on the last day of May
        ("2026-05", "2026-06-29", ""),
        ("2026-01-20", "2026-03", "2026-02-24"),
        ("2026-01-20", "2026-02", ""),
        ("2026-01-20", "2026", ""),
        ("2099-01-01", "2099-12-31", ""),  # no holidays are announced for that year
        ("1999-01-01", "1999-12-31", ""),
    ],
)
def test_publication_is_late_behind_the_twentieth_working_day(changed: str, published: str, end: str) -> None:
    found = alone("DAT004", f'guide: {{changed_on: "{changed}", published_on: "{published}"}}')
    assert [finding.extra["end"] for finding in found] == ([end] if end else [])


WAIVER = '--- file: waivers.yaml\nschema: waivers/1\nwaivers:\n  - {{id: MAT001, path: x, reason: 甲, approved_by: 乙, approved_on: "2026-01-01", until: "{}"}}\n'


@pytest.mark.parametrize(
    ("until", "expired", "soon"),
    [
        ("2026-11-21", 1, 0), ("2026-11-22", 0, 1), ("2026-12-22", 0, 1), ("2026-12-23", 0, 0), ("2026-11", 0, 0), ("2026-12", 0, 1),
        ("2026-10", 1, 0), ("2027", 0, 0),
    ],
)  # fmt: skip
def test_the_end_of_a_waiver(until: str, expired: int, soon: int) -> None:
    text = head() + items(item()) + WAIVER.format(until)
    assert len(check("WVR001", text)) == expired
    found = check("WVR002", text)
    assert len(found) == soon
    if until == "2026-12-22":
        assert found[0].extra["days"] == 30
        assert "days" not in found[0].args, "the fingerprint must not change from day to day"


def test_a_waiver_names_a_rule_or_a_requirement() -> None:
    text = head() + items(item()) + WAIVER.format("2027-01-01")
    assert check("WVR004", text) == []
    assert check("WVR004", text.replace("MAT001", "JY-0401-R02")) == []
    (finding,) = check("WVR004", text.replace("MAT001", "MAT0001"))
    assert finding.args == {"waived": "MAT0001", "place": "x"} and finding.suggestions == ("MAT001",)


SOURCED = item("source: {{title: 页, evidence: sample, seen: whole, date: '{}'}}")


@pytest.mark.parametrize(
    ("asked", "of_list", "date", "found"),
    [
        ("2026-11-22", "2026-06-30", "2032-05-01", 1), ("2025-01-01", "2026-06-30", "2026-05-01", 0),
        ("2025-01-01", "2026-06-30", "2032-05-01", 1), ("2026-11-22", "2026-06-30", "2026-09-01", 0),
        ("2025-01-01", "2026", "2026-09-01", 0),
    ],
)  # fmt: skip
def test_an_earlier_day_asked_for_makes_no_date_of_the_list_a_slip(
    asked: str, of_list: str, date: str, found: int
) -> None:
    text = head(more=f"as_of: '{of_list}'\n") + items(SOURCED.format(date))
    assert len(check("DAT003", text, asked)) == found


def test_without_a_day_of_its_own_the_list_is_as_old_as_its_source_or_its_place() -> None:
    row = "  - {id: B-1, status: own, source: {title: 页, evidence: sample, seen: whole, date: '2026-05-01'}}\n"
    place = locality(row).replace("level: prefecture", "level: prefecture\nas_of: '2026-06-01'")
    assert check("DAT003", head() + place, "2025-01-01") == []
    dated = head().replace("seen: whole}", "seen: whole, date: '2026-06-01'}")
    assert check("DAT003", dated + items(SOURCED.format("2026-05-01")), "2025-01-01") == []
