"""Texts, sounds and sets of documents: Python writes them, the script reads them."""

from __future__ import annotations

import csv
import unicodedata
from functools import cache
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qingdan.loading.opening import known_divisions, known_readings
from qingdan.publishing.search.pinyin import known, sounds, syllables
from qingdan.publishing.search.postings import encoded
from qingdan.publishing.search.terms import MEANT, keys, runs
from tests.publishing.search.asking import run

#: Characters that have more than one reading, in words of the field, and places that a word list gets wrong.
SOUNDS = (
    ("重庆", "chong qing"), ("重点群体", "zhong dian qun ti"), ("转档", "zhuan dang"), ("调档函", "diao dang han"),
    ("行业", "hang ye"), ("行政", "xing zheng"), ("银行", "yin hang"), ("参保", "can bao"), ("转移接续", "zhuan yi jie xu"),
    ("单位", "dan wei"), ("便民", "bian min"), ("应届", "ying jie"), ("应聘", "ying pin"), ("长期", "chang qi"),
    ("成长", "cheng zhang"), ("会计", "kuai ji"), ("省会", "sheng hui"), ("给付", "ji fu"), ("提供", "ti gong"),
    ("担保", "dan bao"), ("职称", "zhi cheng"), ("还款", "huan kuan"), ("调解", "tiao jie"), ("缴费", "jiao fei"),
    ("女职工", "nv zhi gong"), ("绿色通道", "lv se tong dao"), ("失业率", "shi ye lv"), ("乐清", "yue qing"), ("六安", "lu an"),
    ("厦门", "xia men"), ("台州", "tai zhou"), ("朝阳市", "chao yang shi"), ("长治市", "chang zhi shi"), ("漯河", "luo he"),
    ("单县", "shan xian"), ("西藏", "xi zang"),
)  # fmt: skip


#: Names of divisions alone, within others, after what is no name, and words that only look like names.
PLACES = (
    ("闵行区", "min hang qu"), ("花都", "hua du"), ("库尔勒市", "ku er le shi"), ("什邡", "shi fang"), ("六合", "lu he"),
    ("涡阳", "guo yang"), ("尉氏", "wei shi"), ("尉犁县", "yu li xian"), ("湖南省长沙市", "hu nan sheng chang sha shi"),
    ("某省长沙市", "mou sheng chang sha shi"), ("辽宁省大连市长海县", "liao ning sheng da lian shi chang hai xian"),
    ("山西省长治市长子县", "shan xi sheng chang zhi shi zhang zi xian"), ("石家庄市长安区", "shi jia zhuang shi chang an qu"),
    ("湘西州", "xiang xi zhou"), ("山东单县失业登记", "shan dong shan xian shi ye deng ji"), ("长白县", "chang bai xian"),
    ("名单县级", "ming dan xian ji"), ("市长宁愿", "shi zhang ning yuan"), ("大城市", "da cheng shi"),
    ("新会计准则", "xin kuai ji zhun ze"), ("社会同意", "she hui tong yi"), ("甪里", "lu li"),
)  # fmt: skip


@pytest.mark.parametrize(("word", "sound"), SOUNDS + PLACES)
def test_a_word_is_read_as_it_is_said(word: str, sound: str) -> None:
    assert [" ".join(read) for read in syllables(word)] == [sound]


def test_sounds_are_whole_syllables_and_initials() -> None:
    assert {"~zhuan dang", "~dang", "^zd"} <= sounds("转档")
    assert "^z" not in sounds("转档")


@cache
def facts_of(path: Path) -> list[dict[str, str]]:
    lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]
    return list(csv.DictReader(lines))


def test_names_are_read_as_several_dictionaries_read_them(facts: Path) -> None:
    for row in facts_of(facts / "divisions" / "readings.csv"):
        [read] = syllables(row["name"])
        assert " ".join(read) == row["reading"].removesuffix(" -")


def test_whole_names_from_the_province_down_are_read_as_their_parts() -> None:
    divisions, whole = known_divisions(), known_readings().whole
    for division in divisions:
        above = [divisions.get(code) for code in reversed(divisions.lineage(division.code))]
        wanted = [syllable for each in above if each for syllable in whole[each.name][0]]
        assert list(syllables(divisions.full_name(division.code))) == [tuple(wanted)]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("大城县", {"~dai cheng", "~da cheng", "^dcx"}),
        ("甘肃省陇南市宕昌县", {"~tan chang xian", "~dang chang xian", "~nan shi tan", "~nan shi dang"}),
        ("覃塘", {"~qin tang", "~tan tang", "^qt", "^tt"}),
        ("红寺堡区", {"~si bu qu", "~si pu qu", "~si bao qu"}),
        ("略阳县", {"~lve yang", "~lue yang"}),
    ],
)
def test_what_is_disputed_is_found_under_each_reading(text: str, keys: set[str]) -> None:
    assert keys <= sounds(text)
    assert {part for key in keys if key[0] == "~" for part in key[1:].split()} <= set(known([text]))


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("《就业创业证》申领", "证申领"),
        ("失业\n 登记", "业登记"),
        ("ＪＹ－０４０１", "0401"),
        ("社\u200b保\u202e卡", "社保卡"),
        ("12333热线", "12333"),
        ("⼈才⾝份登记", "身份登"),
        ("⻓期⼾籍⼈⼝", "期户籍"),
        ("⻔诊慢特病部⾨", "病部门"),
    ],
)
def test_marks_widths_and_what_cannot_be_seen_do_not_matter(text: str, held: str) -> None:
    assert held in keys(text)


def test_a_word_and_a_run_are_apart() -> None:
    assert keys("A类补贴B") == {"a", "b", "类", "补", "贴", "类补", "补贴", "类补贴"}
    assert keys("，。！ — /") == set()


def test_the_script_takes_queries_apart_as_python_takes_texts() -> None:
    # characters that this Python knows: newer ones may be letters for one side only
    letters = [chr(code) for code in range(0x21, 0x2FFFF, 7) if unicodedata.category(chr(code)) not in ("Cn", "Cs")]
    random = Random(4)
    texts = ["".join(random.choice(letters) for _ in range(30)) for _ in range(400)]
    texts += [
        "失业登记，社保卡A2 《证》",
        "𠮷野家",
        "ﬁne İstanbul ẞ",
        "__proto__ constructor <script>alert(1)</script>",
        "\ud83d坏\ude00",
    ]
    texts = [text for text in texts if not any(character.isspace() for character in text)]
    assert run({"texts": texts, "radicals": MEANT}) == [list(runs(text)) for text in texts]


def test_the_script_takes_radicals_for_the_ideographs_that_are_meant() -> None:
    texts = [chr(code) for code in (*range(0x2E80, 0x2FE0), *range(0x31C0, 0x31E4)) if unicodedata.name(chr(code), "")]
    assert run({"texts": texts, "radicals": MEANT}) == [list(runs(text)) for text in texts]
    assert run({"texts": ["⼾籍", "户籍"], "radicals": MEANT}) == [["户籍"], ["户籍"]]


@given(st.sets(st.integers(0, 3000), max_size=1500))
def test_a_set_of_documents_is_no_longer_than_a_bit_each(held: set[int]) -> None:
    assert len(encoded(held)) <= max(held, default=0) / 6 + 5


def test_the_script_reads_the_sets_that_python_writes() -> None:
    random = Random(7)
    sets: list[set[int]] = [set(), {0}, {31}, {32}, {1023}, {1024}, {2999}, set(range(3000)), set(range(0, 3000, 2))]
    sets += [{number for number in range(3000) if random.random() < share} for share in (0.001, 0.01, 0.1, 0.3, 0.9)]
    assert run({"postings": [[encoded(each), 3000] for each in sets]}) == [sorted(each) for each in sets]
