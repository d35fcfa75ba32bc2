"""Papers that are no longer issued, and those of one bank."""

from __future__ import annotations

import pytest
from tests.rules.support import alone, check, head, item, items

from qingdan.findings import Severity
from qingdan.loading.opening import known_divisions
from qingdan.rules.papers import bank_of


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("税务登记证", ["tax-registration-certificate"]), ("《再就业优惠证》", ["reemployment-preference-certificate"]),
        ("税务登记证副本复印件", ["tax-registration-certificate"]), ("暂住证", ["temporary-residence-permit"]),
        ("营业执照、税务登记证、组织机构代码证（复印件）", ["tax-registration-certificate", "organisation-code-certificate"]),
        ("就业创业证或再就业优惠证", ["reemployment-preference-certificate"]), ("社会保险登记证", ["social-insurance-registration-certificate"]),
        ("台港澳人员就业证", ["hk-macao-taiwan-employment-certificate"]), ("外国人就业证", ["foreigner-employment-certificate"]),
        ("营业执照", []), ("就业失业登记证", []), ("纳税证明", []), ("居住证", []), ("税务登记证明", []),
    ],
)  # fmt: skip
def test_papers_that_are_no_longer_issued(name: str, ids: list[str]) -> None:
    found = alone("MAT010", f"materials: [{{name: {name}}}]")
    assert [finding.args["id"] for finding in found] == ids
    assert all(finding.severity == Severity.INFO for finding in found), "dates and numbers are recalled"
    assert all(finding.extra["document"] and finding.extra["since"] for finding in found)


def test_one_of_several_papers_is_looked_at_and_what_the_agency_fetches_is_not() -> None:
    assert len(alone("MAT010", "materials: [{name: 甲, any_of: [{text: 就业创业证}, {text: 再就业优惠证}]}]")) == 1
    assert alone("MAT010", "materials: [{name: 税务登记证, by: agency}]") == []


def test_an_old_text_asked_for_what_there_was() -> None:
    lines = items(item("materials: [{name: 税务登记证}]"))
    assert check("MAT010", head("archive", more='as_of: "2014-05-01"\n') + lines) == []
    assert len(check("MAT010", head("archive", more='as_of: "2018-05-01"\n') + lines)) == 1
    assert check("MAT010", head("archive") + lines) == [], "undated"


@pytest.mark.parametrize(
    ("name", "bank"),
    [
        ("北京银行借记卡", "北京银行"), ("哈尔滨银行卡账号", "哈尔滨银行"), ("本人农业银行卡复印件", "农业银行"), ("中国工商银行存折", "工商银行"),
        ("农商行银行账户", "农商行"), ("工行卡号", "工行"), ("杭州银行账户", "杭州银行"), ("邮政储蓄银行账户", "邮政储蓄银行"),
        ("本人银行卡", ""), ("银行账户", ""), ("开户银行账号", ""), ("经办机构指定发卡银行的本人银行卡", ""), ("社会保障卡", ""), ("单位银行账户", ""),
        ("工商银行或农业银行卡", ""), ("经办银行贷款合同", ""), ("中国人民银行征信报告", ""), ("银行6个月内交易流水账单", ""), ("就业登记卡", ""),
    ],
)  # fmt: skip
def test_the_bank_that_a_paper_names(name: str, bank: str) -> None:
    assert bank_of(name, known_divisions()) == bank
    assert len(alone("MAT011", f"materials: [{{name: {name}}}]")) == bool(bank)


def test_where_another_paper_will_do_nobody_needs_that_bank() -> None:
    assert alone("MAT011", "materials: [{name: 甲, any_of: [{text: 北京银行卡}, {text: 社会保障卡}]}]") == []
