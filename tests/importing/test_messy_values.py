"""Values as real tables hold them: each is read as it is meant, or the table here says why it stays as it is printed."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

import pytest

from qingdan.importing.columns import labelled
from qingdan.importing.values import read
from qingdan.loading.opening import national
from tests.conftest import REPO

REGISTRIES = national().registries
FILE = REPO.parent / "shared" / "facts" / "local" / "messy_values.json"


class Read(NamedTuple):
    """Where a text goes, and what it is read as."""

    target: str
    value: object
    because: str = ""


class Kept(NamedTuple):
    """Where a text goes that is not read, and why it is not; ``value`` where it is kept as a text in its place."""

    target: str
    why: str
    value: object = None


def number(text: str) -> object:
    return [{"number": text}]


MEANT: dict[str, Read | Kept] = {
    "人社部发[2010] 29 号": Read("legal_basis", number("人社部发〔2010〕29号"), "number"),
    "郑政办【2019】13号": Read("legal_basis", number("郑政办〔2019〕13号"), "number"),
    "渝府发〔201455号": Kept("legal_basis", "a bracket is lost: 2014 and 55, or 20145 and 5, is for a person to say"),
    "鄂人社发〔2010〕69": Read("legal_basis", number("鄂人社发〔2010〕69号"), "number"),
    "国办发〔2017〕42 号": Read("legal_basis", number("国办发〔2017〕42号"), "number"),
    "国人口发(2007)78号": Read("legal_basis", number("国人口发〔2007〕78号"), "number"),
    # the name of the ministry is written out by the registry of documents, which knows both
    "劳动保障部令第28号": Read("legal_basis", number("劳动保障部令第28号")),
    "即办": Read("promised_limit", [{"unit": "immediate", "text": "即办"}]),
    "即时办理": Read("promised_limit", [{"unit": "immediate", "text": "即时办理"}]),
    "无": Kept("promised_limit", "no limit, or one that nobody has filled in"),
    "60工作日": Read("promised_limit", [{"amount": 60, "unit": "working_day", "text": "60工作日"}]),
    # a limit is what it takes at most, with 内 or without it
    "1个工作日内": Read("promised_limit", [{"amount": 1, "unit": "working_day", "text": "1个工作日内"}]),
    "公开事项 信息形成 或变更之 日起20个 工作日内 公开": Kept(
        "published_within",
        "the words are joined; from when it runs is none of the events that a limit may begin with by words alone",
        [{"text": "公开事项信息形成或变更之日起20个工作日内公开"}],
    ),
    "2020年03月25日 11:31": Read("guide.published_on", {"published_on": "2020-03-25"}, "date"),
    "工作日,夏季:上午8:30-11:30,下午2:30-5:30;冬季:上午8:30-11:30,下午2:00-5:00": Read(
        "contact.hours",
        {"hours": "工作日,夏季:上午8:30-11:30,下午14:30-17:30;冬季:上午8:30-11:30,下午14:00-17:00"},
        "clock",
    ),
    "1万至五万元": Kept("amount", "a sum has one end; which of the two holds for whom is not said"),
    "（4801元/人月×60%×20%+5275元/人月×80%×6%）×30%=248.8元/人月": Kept("amount", "a formula is no sum"),
    "87524298": Kept("contact.phone", "an area code is not guessed; a rule asks for it", {"phone": "87524298"}),
    "■政府网站 □政府公报": Read("channels", [{"kind": "website", "name": "政府网站"}], "ticked"),
    "全社 会": Kept("audience", "a blank may part two words where neither list knows the one", [{"text": "全社 会"}]),
    "村级负责受理、乡级负责办结": Kept(
        "levels",
        "a level has no place for what is done there; each is kept with its words",
        [{"text": "村级负责受理"}, {"text": "乡级负责办结"}],
    ),
    "法人,其他组织   （符合规定条件的法人、其他组织。）\n法人,其他组织": Read(
        "audience",
        [{"id": "legal-person", "text": "法人"}, {"id": "other-organisations", "text": "其他组织"}],
        "twice",
    ),
    "就業(yè)服務(wù)": Kept("name", "the pinyin goes, the script stays: converting is guessing", "就業服務"),
    "就业援助对象确认": Read("name", "就业援助对象确认"),
    "就业困难人员(零就业家庭)认定": Read("name", "就业困难人员(零就业家庭)认定"),
    "就业困难人员认定": Read("name", "就业困难人员认定"),
    "就业困难人员认定登记": Read("name", "就业困难人员认定登记"),
    "未就业配偶医疗待遇核准支付": Read("name", "未就业配偶医疗待遇核准支付"),
}
#: Not values of one cell: columns that are shifted, the numbers of a list, and a cell of two columns.
OTHERS = ("Name/Type/Detail", "1 2 3 3 4", "承诺期限")


@pytest.mark.parametrize("text", MEANT)
def test_a_messy_value_is_read_as_it_is_meant_or_kept(text: str) -> None:
    meant = MEANT[text]
    found = read(text, meant.target, REGISTRIES)
    assert found.value == meant.value
    if isinstance(meant, Read):
        assert found.because == meant.because and found.fate == ("changed" if meant.because else "taken")
    else:
        assert meant.why and (found.value is not None or found.fate == "noted")


def test_a_cell_of_two_columns_is_read_by_its_labels() -> None:
    parts = labelled("承诺期限：10工作日 \t\r\n 法定期限：15工作日")
    stated = {target: read(text, target, REGISTRIES).value for target, text in parts}
    assert stated == {
        "promised_limit": [{"amount": 10, "unit": "working_day", "text": "10工作日"}],
        "statutory_limit": [{"amount": 15, "unit": "working_day", "text": "15工作日"}],
    }


def test_numbers_that_are_missing_or_come_twice_stop_nothing() -> None:
    for text in ("1.甲\n2.乙\n3.丙\n3.丁\n4.戊", "(4)甲；(5)乙；(7)丙；(8)丁；(9)戊", "十九、甲\n二十一、乙\n丙"):
        entries: Any = read(text, "conditions", REGISTRIES).value
        assert "".join(each["any_of"][0]["text"] for each in entries).replace(" ", "")[:2] == "甲乙"


@pytest.mark.skipif(not FILE.exists(), reason="the collected values are not beside this repository")
def test_each_collected_value_is_in_the_table_above() -> None:
    rows = json.loads(FILE.read_text("utf-8"))
    raws = [raw for row in rows for raw in (row["raw"] if isinstance(row["raw"], list) else [row["raw"]])]
    assert [raw for raw in raws if raw not in MEANT and not raw.startswith(OTHERS)] == []
