"""Words for the codes that stand in findings: syntax errors, types, limits, elements."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from qingdan.loading import repairs
from qingdan.loading.meanings import SAID
from qingdan.model.base import Language, Prose, Text
from qingdan.model.declarations import elements
from qingdan.model.own import RuleId
from qingdan.model.parts import Code
from qingdan.rules.record import Said
from qingdan.words.grammar import LANGS
from qingdan.words.said import table


@cache
def _groups() -> dict[str, dict[str, Said]]:
    """All that stands below ``found`` in the tables of words: group → code → its words."""
    groups: dict[str, dict[str, Said]] = defaultdict(dict)
    for key in table(LANGS[0]):
        room, _, rest = key.partition(".")
        if room == "found":
            group, _, code = rest.partition(".")
            groups[group][code] = Said(table("zh")[key], table("en")[key], key)
    return groups


def pairs(group: str) -> dict[str, Said]:
    """The words of the codes of one group, from ``found`` in the tables of words."""
    return _groups()[group]


#: The elements of an item: ``field`` and ``elements`` of several rules.
ELEMENTS = {
    name: Said(words.title, name.replace("_", " "), f"element.{name}.title") for name, words in elements().items()
}
#: What is wrong with the syntax of a file: ``problem`` of RED004.
SYNTAX = pairs("syntax")
#: What a hidden character does: ``what`` of RED015.
HIDDEN = pairs("hidden")
#: Where a tab stands in the place of blanks: ``where`` of RED005.
TABS = pairs("tab")
#: What a key is that is no plain text: ``reason`` of RED009.
KEYS = pairs("key")
#: Why a path was not read: ``kind`` of RED010.
KINDS_OF_PATH = pairs("path")
#: Types of value: ``wanted`` of STR004 and STR005.
TYPES = pairs("type")
#: What a limit of a value is called: ``keyword`` of STR007, followed by the limit.
LIMITS = pairs("limit")
_FORM = pairs("form")
#: Pattern of a schema → the form it stands for: ``limit`` of STR007. A pattern itself is never shown.
FORMS = {
    repairs.expression(Text): _FORM["one_line"],
    repairs.expression(Prose): _FORM["prose"],
    repairs.ID: _FORM["id"],
    repairs.expression(RuleId): _FORM["rule_id"],
    repairs.ITEM_ID: _FORM["item_id"],
    repairs.DATE: _FORM["date"],
    repairs.AREA: _FORM["area"],
    repairs.FRACTION: _FORM["fraction"],
    repairs.expression(Code): _FORM["code"],
    repairs.expression(Language): _FORM["language"],
    "^[0-9]{6}$": _FORM["province"],
    "^[0-9a-f]{16}$": _FORM["fingerprint"],
    "^[A-Z0-9]+(-[A-Z0-9]+)*-R[0-9]{2}$": _FORM["requirement_id"],
}
#: Why a value has the form it has: ``hint`` of STR007.
FORM_HINTS = {"": Said("", ""), **pairs("form_hint")}
#: What to do about a value of the wrong type: ``hint`` of STR004.
TYPE_HINTS = {"": Said("", ""), **pairs("type_hint")}
#: Value of a field → itself with its Chinese word: ``allowed`` of STR006.
CHOICES = {value: Said(f"{value}（{said[0]}）", value) for value, said in SAID.items()}
#: Signs that are typed by mistake: ``found`` of RED019.
TYPED = {
    "：": Said("中文冒号“：”", "the full-width colon '：'"),
    "，": Said("中文逗号“，”", "the full-width comma '，'"),
    "、": Said("顿号“、”", "the enumeration comma '、'"),
    "；": Said("中文分号“；”", "the full-width semicolon '；'"),
    "｛": Said("全角花括号“｛”", "the full-width brace '｛'"),
    "｝": Said("全角花括号“｝”", "the full-width brace '｝'"),
    "［": Said("全角方括号“［”", "the full-width bracket '［'"),
    "］": Said("全角方括号“］”", "the full-width bracket '］'"),
    **{sign: Said("中文引号" + sign, "the Chinese quote " + sign) for sign in "“”„‘’＂"},
    **{sign: Said(f"全角短横“{sign}”", f"the wide dash '{sign}'") for sign in "－–—−"},
    "\u3000": Said("全角空格", "a full-width space"),
    "\u00a0": Said("不间断空格（多从网页复制来）", "a no-break space"),
    "-": Said("短横后面没有空格", "a hyphen without a blank"),
    ":": Said("冒号后面没有空格", "a colon without a blank"),
}
#: What is meant instead: ``write`` of RED019.
MEANT = {
    ":": Said("改成英文冒号“:”，后面空一格", "should be ':' and a blank"),
    ",": Said("改成英文逗号“,”", "should be ','"),
    **{sign: Said(f"改成英文的“{sign}”", f"should be '{sign}'") for sign in "{}[]"},
    '"': Said('改成英文引号 "', 'should be a plain "'),
    "-": Said("改成英文短横“-”，后面空一格", "should be '-' and a blank"),
    " ": Said("改成半角空格", "should be plain blanks"),
    "": Said("删去", "should be removed"),
    "- ": Said(
        "写成“- ”，短横后面空一格；名字本来以短横开头的，整个加英文引号",
        "should be '- ', with a blank; quote a name that begins with a hyphen",
    ),
    ": ": Said("写成“: ”，冒号后面空一格", "should be ': ', with a blank"),
}
#: Why a file was not read: ``kind`` of STR008 and STR011.
STRAYS = pairs("stray")
#: Why what a cell of a table shows is not taken: ``why`` of TBL001.
CELLS = pairs("cell")
#: What an entry of a file is: ``kind`` of STR009 and STR010.
ENTRY_KINDS = pairs("entry")
