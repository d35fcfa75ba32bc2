"""Broken text: told with what it is; names in other scripts and rare characters stay what they are."""

from __future__ import annotations

import pytest
from tests.rules.support import alone, check

from qingdan.loading.opening import national
from qingdan.rules.garbled import _MISREAD, REMAINS, misread, remains
from qingdan.rules.text_rules import LEFT

#: Real encoding, the one it was read in.
WAYS = (
    ("gbk", "latin-1"), ("gbk", "cp1252"), ("gbk", "cp437"), ("gbk", "cp850"), ("gbk", "cp866"), ("gbk", "cp949"), ("gbk", "big5"),
    ("gbk", "cp950"), ("gbk", "cp932"), ("gbk", "mac_roman"), ("gbk", "cp1251"), ("gbk", "koi8_r"), ("utf-8", "cp1252"),
    ("utf-8", "latin-1"), ("utf-8", "cp437"), ("utf-8", "gb18030"),
)  # fmt: skip
NAMES = (
    "失业登记",
    "就业困难人员认定",
    "一次性创业补贴申领",
    "户口簿",
    "杭州市人力资源和社会保障局",
    "职业技能鉴定补贴",
    "人才",
)


@pytest.mark.parametrize(("real", "read"), WAYS)
@pytest.mark.parametrize("name", NAMES)
def test_a_name_in_another_encoding_is_told(name: str, real: str, read: str) -> None:
    garbled = name.encode(real).decode(read, "replace")
    what, meant = misread(garbled)
    assert what in LEFT or remains(garbled)[0] == "lost"
    assert not what or name.startswith(meant[:2])


def test_the_finding_says_how_it_was_read_and_what_was_meant() -> None:
    (finding,) = check("TXT002", "schema: items/1\nitems:\n  - id: A-01\n    name: Ê§ÒµµÇ¼Ç\n")
    assert finding.extra["what"] == "gbk_latin" and finding.suggestions == ("失业登记",)
    assert finding.fix is not None and not finding.fix.safe


@pytest.mark.parametrize(
    "text",
    [
        "실업등기", "户口簿（호적부）", "구직등록 求职登记", "失業登記", "就業困難人員認定", "韓國", "ئىشسىزلىق تىزىملىتىش", "ᠠᠵᠢᠯ ᠦᠭᠡᠢ", "ལས་མེད་ཐོ་འགོད།",
        "Gvaqcauh gvihdenj", "Münasiwetlik ëöü", "ꆈꌠꁱꂷ", "阿布都·热合曼", "亳州市浉河区甪直镇", "喀什噶尔", "囍", "犍为县", "旮旯胡同", "囡囡", "氹仔",
        "爨底下", "勐腊县勐海县", "瑷珲", "盱眙", "歙县黟县", "圐圙", "尕海", "瀍河", "①②③", "±5°", "—————", "Ⅱ类", "𠮷野家", "が行", "café",
        "шахта", "Ωμέγα", "｛｝",
    ],
)  # fmt: skip
def test_other_scripts_and_rare_characters_are_no_broken_text(text: str) -> None:
    assert misread(text) == ("", "") and remains(text) == ("", "")


def test_no_name_of_the_edition_is_broken_text() -> None:
    registries = national().registries
    for vocabulary in (registries.evidence, registries.criteria, *registries.concepts.values()):
        for name in vocabulary.names.values():
            assert misread(name) == ("", "") and remains(name) == ("", ""), name


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("????(??)", "questions"), ("失业??登记", "questions"), ("失业?登记", "questions"), ("失业登记_x000D_", "line"), ("#VALUE!", "error"),
        ("#N/A", "error"), ("#REF!", "error"), ("nan", "empty"), ("NaN", "empty"), ("undefined", "empty"), ("undefined市人社局", "empty"),
        ("null市人社局", "empty"), ("[object Object]", "empty"), ("4.401E+17", "figures"), ("1.24415E+17", "figures"),
        ("=DISPIMG(\\\"ID_1\\\",1)", "picture"), ("=VLOOKUP(A1,B:C,2)", "formula"), ("(cid:12)(cid:40)", "glyph"), ("Unnamed: 2", "column"),
        ("失\\u0301业登记", "mark"), ("失\\ue001业登记", "private"), ("失业登记&ldquo;", "markup"), ("&#22833;业", "markup"), ("登记<br/>", "markup"),
        ("%E5%A4%B1%E4%B8%9A", "escapes"), ("锟斤拷", "lost"), ("失业\\ufffd记", "lost"),
    ],
)  # fmt: skip
def test_what_programs_leave_behind(text: str, what: str) -> None:
    (finding,) = check("TXT002", f'schema: items/1\nitems:\n  - id: A-01\n    name: "{text}"\n')
    assert finding.extra["what"] == what


@pytest.mark.parametrize(
    "text",
    [
        "怎么办??", "何时办?", "C#语言", "#1楼", "A&B;C", "2E幢", "nan德路", "一次性补贴+1", "（a）", "1+1", "null", "<18周岁", "5%的", "=工资",
        "A=B(C)", "PDF", "Column", "x000D", "https://a.gov.cn/x?a=%E5%A4%B1%E4%B8%9A",
    ],
)  # fmt: skip
def test_what_only_looks_like_it(text: str) -> None:
    lines = (
        f"channels: [{{kind: website, url: '{text}'}}]"
        if text.startswith("http")
        else f"materials: [{{name: '{text}'}}]"
    )
    assert alone("TXT002", lines) == []


def test_every_kind_has_words() -> None:
    assert {what for what, _ in REMAINS} | {what for what, *_ in _MISREAD} == set(LEFT)
