"""The value of a cell is what its words say and no more, says what was changed, and comes back as it went out."""

from __future__ import annotations

import copy
from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qingdan.importing.values import read
from qingdan.loading.opening import national
from qingdan.model.declarations import elements
from qingdan.model.examples import EXAMPLES
from qingdan.model.fields import lists, model_of, words_of
from qingdan.values.in_cells import to_cell
from qingdan.words.said import Phrases
from tests.values.test_in_cells import stated

REGISTRIES = national().registries


def value(text: str, target: str) -> Any:
    return read(text, target, REGISTRIES).value


def told(text: str, target: str) -> tuple[object, str, str]:
    found = read(text, target, REGISTRIES)
    return found.value, found.fate, found.because


ID_CARD, REGISTER = {"id": "id-document", "name": "身份证"}, {"id": "household-register", "name": "户口簿"}


@pytest.mark.parametrize(
    ("target", "text", "stated", "because"),
    [
        # what the place that it was copied from has left in it
        ("materials", "身份证&nbsp;<br>户口簿", [ID_CARD, REGISTER], "tags"),
        ("materials", "⾝份证", [ID_CARD], "radicals"),
        ("name", "就業(yè)登記(jì)", "就業登記", "pinyin"),
        ("name", "失业​登记", "失业登记", "hidden"),
        ("materials", "《甲申请表》\n下载：[空白表格] [示例表格]", [{"name": "《甲申请表》"}], "furniture"),
        ("materials", "所需材料：\n1.身份证\n2.户口簿", [ID_CARD, REGISTER], "furniture"),
        # boxes
        ("fee", "□收费 ■不收费", {"charged": "no"}, "ticked"),
        ("channels", "√网上 口窗口", [{"kind": "online", "name": "网上"}], "ticked"),
        ("online.available", "是☑ 否☐", {"available": "yes"}, "ticked"),
        ("type", "□行政许可 ☑行政给付", "benefit", "ticked"),
        # several in one cell
        ("materials", "身份证、户口簿", [ID_CARD, REGISTER], "taken_apart"),
        ("materials", "①身份证②户口簿", [ID_CARD, REGISTER], "taken_apart"),
        ("materials", "（1）身份证、（2）户口簿", [ID_CARD, REGISTER], "taken_apart"),
        ("materials", "1 身份证\n2 户口簿", [ID_CARD, REGISTER], "taken_apart"),
        ("channels", "线上/线下", [{"kind": "online", "name": "线上"}, {"kind": "counter", "name": "线下"}], "taken_apart"),
        ("name", "就 业\n登记", "就业登记", "spaces"),
        ("audience", "法人,其他组织", [{"id": "legal-person", "text": "法人"}, {"id": "other-organisations", "text": "其他组织"}], "taken_apart"),
        ("audience", "个人（患病的）\n个人", [{"text": "个人（患病的）"}], "twice"),
        ("steps", "申请-受理-审核", [{"name": "申请"}, {"name": "受理"}, {"name": "审核"}], "taken_apart"),
        ("steps", "申请→\n受理", [{"name": "申请"}, {"name": "受理"}], "taken_apart"),
        ("aliases", "甲；乙", ["甲", "乙"], "taken_apart"),
        # parts
        ("materials.copies", "一式两份", {"copies": 2}, "figure"),
        ("materials.copies", "原件1份，复印件2份", {"original_copies": 1, "copies": 2}, "taken_apart"),
        ("materials.copies", "A4纸，一式四份。", {"copies": 4, "note": "A4纸，一式四份。"}, "taken_apart"),
        ("materials.copies", "原件核对后退还", {"note": "原件核对后退还"}, "unread"),
        ("materials.necessity", "必要", {"necessity": "required"}, "code"),
        ("materials.necessity", "非必要\n（代办的。）", {"necessity": "conditional", "when": "代办的"}, "taken_apart"),
        ("contact.phone", "0571--87056706", {"phone": "0571-87056706"}, "phone"),
        ("contact.address", "某路1号请到该地址的办事窗口办理。", {"address": "某路1号", "window": "办事窗口"}, "taken_apart"),
        ("result.delivery_limit", "3个工作日", {"delivery_limit": {"amount": 3, "unit": "working_day", "text": "3个工作日"}}, "figure"),
        ("standards", "GB/T33527－2017", [{"number": "GB/T 33527-2017"}], "number"),
    ],
)  # fmt: skip
def test_what_is_changed_is_said(target: str, text: str, stated: object, because: str) -> None:
    assert told(text, target) == (stated, "changed", because)
    for lang in ("zh", "en"):
        assert Phrases("imports.because").get(because, lang)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("target", "text", "because"),
    [
        ("fee", "□收费 □不收费", "unticked"),
        ("fee", "■收费 ■不收费", "unread"),
        ("materials", "按■执行，见□", "unread"),
        ("materials", "企业需提供：\n1.营业执照\n2.花名册", "unread"),
        ("legal_basis", "《甲》等有关规定", "unread"),
        ("legal_basis", "国发〔2015〕2号 《甲》", "unread"),
        ("legal_basis", "国发〔2015〕2号、3号", "unread"),
        ("materials.necessity", "必要（代办的）", "unread"),
        ("type", "给付或确认", "unread"),
        ("online.available", "部分支持", "unread"),
        ("centre.daily_quota", "约20", "unread"),
        ("provider.code", "见附件", "unread"),
        ("codes", "001", "unread"),
        ("faq", "问：何时办？答：随时。", "unread"),
        ("conditions", "申请条件：\n数量限制\n禁止性要求\n无", "nothing"),
    ],
)
def test_what_is_not_certain_is_kept_as_a_note(target: str, text: str, because: str) -> None:
    assert told(text, target) == (None, "noted", because)


@pytest.mark.parametrize(
    ("target", "text"),
    [
        ("materials", "身份证、学历证、技术等级证等"),
        ("materials", "户口簿(本地)或居住证(非本地)"),
        ("materials", "<s>身份证</s>"),
        ("materials", "1寸照片"),
        ("materials", "一、二级建造师证书"),
        ("materials", "就业登记表（1）某某"),
        ("materials", "就业登记表、某某不认得的证明"),
        ("audience", "法人、分公司"),
        ("channels", "窗口或某某平台"),
        ("steps", "网上-现场"),
    ],
)
def test_what_is_like_a_list_and_none_for_certain_stays_one_entry(target: str, text: str) -> None:
    [entry] = value(text, target)
    assert text in (entry.get("name"), entry.get("text")) and "id" not in entry


def test_any_one_of_several_papers_or_conditions() -> None:
    assert value("身份证或社保卡", "materials") == [
        {
            "name": "身份证或社保卡",
            "any_of": [{"id": "id-document", "text": "身份证"}, {"id": "social-security-card", "text": "社保卡"}],
        }
    ]
    [condition] = value("符合下列条件之一：1.高校毕业生；2.就业困难人员", "conditions")
    assert [each["text"] for each in condition["any_of"]] == ["高校毕业生", "就业困难人员"]
    [kept] = value("本地户籍且符合下列条件之一：1.甲；2.乙", "conditions")
    assert len(kept["any_of"]) == 1, "what is asked of all is no way among others"


def test_numbers_of_another_kind_belong_to_the_entry_in_which_they_stand() -> None:
    first, second = value("1.属于下列人员之一：（1）甲；（2）乙。2.已登记失业", "conditions")
    assert [each["text"] for each in first["any_of"]] == ["甲", "乙"] and "已登记失业" in str(second)
    first, second = value("1.甲，包括：（1）子；（2）丑。\n2.乙", "conditions")
    assert first == {"any_of": [{"text": "甲，包括：（1）子；（2）丑"}]}


def test_a_limit_belongs_to_the_way_that_it_is_printed_with() -> None:
    assert value("网上审核办结:5个工作日；现场办理:即时", "promised_limit") == [
        {"amount": 5, "unit": "working_day", "channel": "online", "text": "网上审核办结:5个工作日"},
        {"unit": "immediate", "channel": "counter", "text": "现场办理:即时"},
    ]
    assert value("7个工作日(不含公示期5个工作日)", "promised_limit") == [
        {
            "amount": 7,
            "unit": "working_day",
            "excludes": [{"what": "publicity", "amount": 5, "unit": "working_day"}],
            "text": "7个工作日(不含公示期5个工作日)",
        }
    ]
    both = value("15个工作日（不含专家评审10个工作日和公示5个工作日）", "promised_limit")
    assert [each["what"] for each in both[0]["excludes"]] == ["expert_review", "publicity"]
    [unclear] = value("15个工作日（不含专家评审和其他时间）", "promised_limit")
    assert set(unclear) == {"text"}


def test_every_value_of_every_list_comes_back_from_a_cell() -> None:
    lost = Counter(
        element for element, stated_value in stated() if value(to_cell(stated_value, element, REGISTRIES), element) != stated_value
    )  # fmt: skip
    assert lost == {}


CLAUSES = (
    "，特殊情况除外",
    "（特殊情况延长至30个工作日）",
    "，另加收5元",
    "或者按规定",
    "，已废止",
    "除外",
    "以外的不办",
    "（试行）",
)
READ = {
    "promised_limit": ("3个工作日", "即办", "网上：5个工作日", "7个工作日(不含公示期5个工作日)", "十五个工作日"),
    "fee": ("不收费", "免费"),
    "amount": ("最高20万元", "每人1000元"),
    "ratio": ("50%", "三分之二"),
    "months": ("最长3年",),
    "visits": ("1次", "零跑动"),
    "legal_basis": ("《甲》（国发〔2015〕2号）", "国务院令第700号", "《甲》第三条", "人社部发[2010] 29 号"),
    "levels": ("省级、市级",),
    "audience": ("法人,其他组织", "高校毕业生"),
    "channels": ("网上、窗口", "网上申请 现场申请"),
    "materials": ("身份证、户口簿", "身份证或社保卡"),
    "guide.published_on": ("2020年3月25日",),
    "online.available": ("是",),
    "materials.copies": ("一式两份",),
}


@pytest.mark.parametrize("clause", CLAUSES)
@pytest.mark.parametrize(("target", "text"), [(target, text) for target, texts in READ.items() for text in texts])
def test_a_clause_that_is_not_known_is_never_left_out(target: str, text: str, clause: str) -> None:
    without, found = value(text, target), value(text + clause, target)
    assert without is not None
    assert found is None or clause.strip("，") in str(found).replace("'", ""), found
    assert _figures(found) != _figures(without) or found is None


def _figures(found: object) -> object:
    """A value without its words."""
    if isinstance(found, dict):
        return {key: _figures(each) for key, each in found.items() if key not in ("text", "note")}
    return [_figures(each) for each in found] if isinstance(found, list) else found


TEXTS = st.lists(
    st.sampled_from(
        ["身份证", "、", "或", "\n", "1.", "2.", "（一）", "；", "■", "□", "口", "√", "3个工作日", "即办", "网上", "：", "《甲》", "国发〔2015〕2号", "(yè)",
         "&nbsp;", "<br>", "→", "-", "下午2:30-5:30", "【必要性：必要】", "{", "[", "\u202e", "⼈", "无", "等", " ", "2020年3月", "一式两份", "法人", ","]
    ),
    max_size=9,
).map("".join)  # fmt: skip
PARTS = [f"{each}.{part}" for each in elements() if model_of(each) is not None for part in words_of(model_of(each))]


@given(text=TEXTS, target=st.sampled_from([*elements(), *PARTS]))
def test_whatever_stands_in_a_cell_is_read_into_the_shape_of_its_element_or_not_at_all(text: str, target: str) -> None:
    found = read(text, target, REGISTRIES)
    element, _, part = target.partition(".")
    assert found.fate in ("taken", "changed", "noted", "left_out")
    assert (found.value is None) == (found.fate in ("noted", "left_out"))
    if found.value is None:
        return
    if part:
        assert isinstance(found.value, dict) and all(each not in (None, "", []) for each in found.value.values())
    elif lists(element):
        assert isinstance(found.value, list)
        assert all(isinstance(each, dict if model_of(element) else str) for each in found.value)
    else:
        assert isinstance(found.value, dict if model_of(element) else str)


@given(text=TEXTS, target=st.sampled_from(["name", "benefit_text", "aliases", "contact.hours", "contact.phone"]))
def test_words_that_were_read_are_read_as_they_are(text: str, target: str) -> None:
    found = value(text, target)
    if found is None:
        return
    words = found.get(target.partition(".")[2]) if isinstance(found, dict) else found
    again = value("；".join(words) if isinstance(words, list) else words, target)
    assert again == found


@pytest.mark.parametrize("element", elements())
def test_the_example_of_each_element_is_taken_or_kept(element: str) -> None:
    found = read(str(EXAMPLES.get(element, "甲")), element, REGISTRIES)
    assert found.fate in ("taken", "changed", "noted")


@pytest.mark.parametrize(
    "text",
    ["法人,", "、", "→", "■甲 ", "3个工作日", "《甲》第一条：“", "1.", "身份证、", "字(yè)", "&amp;", "(", "a\n"],
)
@pytest.mark.parametrize(
    "target",
    ["materials", "legal_basis", "conditions", "promised_limit", "channels", "steps", "fee", "contact.hours", "name"],
)
def test_a_very_long_cell_is_read_or_kept_all_the_same(target: str, text: str) -> None:
    assert read(text * (3000 // len(text)), target, REGISTRIES).fate in ("taken", "changed", "noted")


def test_what_is_read_again_is_nobody_elses() -> None:
    first = value("身份证或社保卡", "materials")
    before = copy.deepcopy(first)
    first[0]["any_of"].clear()
    assert value("身份证或社保卡", "materials") == before
