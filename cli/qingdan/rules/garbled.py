"""Broken text: what programs leave behind, and text that was read in another encoding.

Remains are rows of a table. Text in another encoding is found by reading it back: only where that gives words of
common characters, and what stands there is none of the scripts of the country, is it told. Korean, Uyghur, Mongolian,
Tibetan and traditional Chinese stay what they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from qingdan.loading.catalogue import Effective
from qingdan.rules.fixes import rewritten
from qingdan.rules.paths import Below
from qingdan.rules.record import Hit, RuleContext
from qingdan.rules.tables import hit
from qingdan.rules.texts import prose, readable

_HAN = "\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U000323af"
#: Marks that stand over or under a letter of another script.
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u064b-\u065f\u0e31\u0e34-\u0e3a\u0f71-\u0f84\u20d0-\u20f0"
    "\u302a-\u302f\u3099\u309a\ufe20-\ufe2f"
)
#: What it is → how it looks. Each is looked for in this order.
REMAINS = (
    ("lost", "\ufffd|\ufffc|锟斤拷|烫烫烫|屯屯屯|锘[\u4e00-\u9fff]|ï»¿"),
    ("markup", r"(?i:&(?:[a-z]{2,8}|#[0-9]{2,7}|#x[0-9a-f]{2,6});)"),
    ("markup", r"(?i:</?(?:br|p|div|span|td|tr|font|strong|b|a|img|input)\b[^>]{0,80}>)"),
    ("error", r"#(?:VALUE!|REF!|DIV/0!|NUM!|NULL!|NAME\?|N/A|SPILL!|CALC!|GETTING_DATA)|^#{3,}$"),
    ("picture", r"(?i:=\s*(?:_xlfn\.)?DISPIMG\()"),
    ("formula", r"(?i:^=\s*[A-Z][A-Z0-9_.]*\()"),
    ("line", r"_x[0-9A-F]{4}_"),
    ("figures", r"(?<![0-9A-Za-z.])[0-9](?:\.[0-9]+)?[Ee]\+[0-9]{1,3}(?![0-9A-Za-z])"),
    ("empty", r"^(?:nan|NaT|<NA>|\(null\)|\(blank\))$|\[object Object\]|(?<![A-Za-z])(?:undefined|NaN)(?![A-Za-z])"),
    ("empty", "^null(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])null$"),
    ("column", r"Unnamed: ?[0-9]+|^Column[0-9]+$"),
    ("glyph", r"\(cid:[0-9]+\)"),
    ("questions", rf"(?:^|(?<=[{_HAN}(（]))\?{{2,}}(?=[{_HAN}(（)）\w])|^[?？()（）\s]*\?{{2,}}[?？()（）\s]*$"),
    ("escapes", r"(?i:(?:%[0-9A-F]{2}){3,}|(?:\\u[0-9a-f]{4}){2,}|(?:=[0-9A-F]{2}){3,}|(?:\\x[0-9a-f]{2}){2,})"),
    ("private", "[\ue000-\uf8ff\U000f0000-\U0010fffd]"),
    ("mark", rf"(?:(?<=[{_HAN}])|^)[{_MARKS}]+"),
)
_TABLE = tuple((what, re.compile(pattern)) for what, pattern in REMAINS)
#: One look at a text, or at the source of an item: what holds none of these holds nothing of the kind.
_LIKELY = re.compile(
    rf"[\ufffc\ufffd锟烫屯锘ï<&#=?%\\\ue000-\uf8ff\U000f0000-\U0010fffd{_MARKS}]"
    "|_x[0-9A-F]|[Ee]\\+|nan|NaT|NaN|undefined|null|blank|object|Unnamed|Column|cid:"
)
#: In a name one is enough: 失业?登记.
_IN_A_NAME = re.compile(rf"[{_HAN}]\?[{_HAN}]")
_NAMES = ("name", "title", "everyday_name")
_ADDRESSES = ("url",)
#: Alone nobody could see them.
_SHOWN_IN_PLACE = ("private", "mark")


def _sloppy(text: str) -> bytes:
    """Windows-1252 as browsers read it: what the code page leaves open is the byte itself."""
    return b"".join(each.encode("cp1252") if ord(each) > 255 else each.encode("latin-1") for each in text)


def _coded(name: str) -> Callable[[str], bytes]:
    return lambda text: text.encode(name)


#: What was read as what: how the bytes come back, what they are, and a sign that leaves no doubt.
_MISREAD: tuple[tuple[str, Callable[[str], bytes], str, str], ...] = (
    ("utf8_latin", _sloppy, "utf-8", "[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u2122]"),
    ("gbk_latin", _sloppy, "gb18030", "[\u0081-\u00fe\u0152-\u2122]{4}"),
    ("gbk_dos", _coded("cp437"), "gb18030", "[\u2550-\u259f]{2}"),
    ("gbk_dos", _coded("cp850"), "gb18030", "[\u2550-\u259f]{2}"),
    ("gbk_dos", _coded("cp866"), "gb18030", ""),
    ("utf8_dos", _coded("cp437"), "utf-8", "[\u2500-\u259f]"),
    ("utf8_gbk", _coded("gb18030"), "utf-8", f"[{_HAN}]{{2}}"),
    ("gbk_japanese", _coded("cp932"), "gb18030", "[\uff61-\uff9f]{3}"),
    ("gbk_korean", _coded("cp949"), "gb18030", ""),
    ("utf8_korean", _coded("cp949"), "utf-8", ""),
    ("gbk_big5", _coded("cp950"), "gb18030", ""),
    ("utf8_big5", _coded("cp950"), "utf-8", ""),
    ("gbk_mac", _coded("mac_roman"), "gb18030", ""),
    ("gbk_cyrillic", _coded("cp1251"), "gb18030", ""),
    ("gbk_cyrillic", _coded("koi8_r"), "gb18030", ""),
)
#: Where there is no such sign, the bytes must say a word of the field: by chance they never do.
_WORDS = re.compile(
    "失业|就业|创业|登记|补贴|申领|申请|社会|保险|保障|人力|资源|困难|人员|认定|身份|证明|户口|公共|服务|中心|街道|材料|条件|毕业|学生|技能|培训"
    "|鉴定|职业|劳动|合同|单位|企业|个人|贷款|担保|灵活|一次|岗位|招聘|求职|介绍|指导|档案|人才|办理|办事|指南|流动|管理|见习|残疾|农民|退役|军人"
    "|家庭|民政|复印|原件|营业|执照|银行|账户|表格|窗口|网上|电话|地址|政务|大厅|政府"
)


@lru_cache(maxsize=16384)
def misread(text: str) -> tuple[str, str]:
    """How a text was read in another encoding, and what it says; both empty where it was not, or nobody can say.

    >>> misread("Ê§ÒµµÇ¼Ç"), misread("澶变笟鐧昏"), misread("실업등기")
    (('gbk_latin', '失业登记'), ('utf8_gbk', '失业登'), ('', ''))
    """
    if text.isascii() or _common(text) >= 0.5:
        return "", ""
    for what, encoded, encoding, sign in _MISREAD:
        try:
            meant = _read_back(encoded(text), encoding)
        except UnicodeEncodeError:
            continue
        sure = _WORDS.search(meant) or (sign and re.search(sign, text))
        if meant and sure and _common(meant) > 0.8:
            return what, meant
    return "", ""


def _read_back(data: bytes, encoding: str) -> str:
    """The text that the bytes are; a character at the end may have lost some of its own."""
    for cut in range(3):
        try:
            return data[: len(data) - cut].decode(encoding)
        except UnicodeDecodeError as error:
            if error.start < len(data) - 4:
                return ""
    return ""


def _common(text: str) -> float:
    """The part of common Chinese characters (level 1 of GB 2312) in what is no ASCII and no punctuation."""
    letters = [each for each in text if not each.isascii() and (each.isalpha() or not _punctuation(each))]
    if len(letters) < 2:
        return 1
    return sum(map(_level_one, letters)) / len(letters)


def _punctuation(character: str) -> bool:
    return (
        "\u2010" <= character <= "\u2027"
        or "\u3000" <= character <= "\u303f"
        or character >= "\uff00"
        or character in "·×°"
    )


@lru_cache(maxsize=8192)
def _level_one(character: str) -> bool:
    try:
        return 0xB0 <= character.encode("gb2312")[0] <= 0xD7
    except UnicodeEncodeError:
        return False


@lru_cache(maxsize=16384)
def remains(text: str) -> tuple[str, str]:
    """What a program left in a text, and how it looks there; both empty where nothing is.

    >>> remains("失业登记_x000D_"), remains("4.401E+17"), remains("怎么办??")
    (('line', '_x000D_'), ('figures', '4.401E+17'), ('', ''))
    """
    if _LIKELY.search(text) is None:
        return "", ""
    found = ((what, match[0]) for what, pattern in _TABLE if (match := pattern.search(text)))
    return next(found, ("", ""))


def broken_text(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """What is left of a page, a table or a program; and what was read in another encoding."""
    told = set()
    for below, text in prose(subject, _LIKELY):
        what, found = _left(below, text.strip())
        if what:
            told.add(below)
            shown = text if what in _SHOWN_IN_PLACE else found
            yield hit(subject, below, args={"field": str(below[0]), "found": shown[:60]}, extra={"what": what})
    for below, text in readable(subject):
        what, meant = misread(text)
        if what and below not in told:
            args = {"field": str(below[0]), "found": text[:60]}
            fix = rewritten(subject, context, below, text, meant, safe=False)
            yield hit(subject, below, args=args, extra={"what": what}, suggestions=(meant,), fix=fix)


def _left(below: Below, text: str) -> tuple[str, str]:
    if below[-1] in _ADDRESSES:
        return "", ""
    if below[-1] in _NAMES and (match := _IN_A_NAME.search(text)):
        return "questions", match[0]
    return remains(text)
