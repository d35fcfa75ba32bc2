"""Sums of money: exact, for the same unit of payment and of the same base."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import cast

from qingdan.model.figures import figures
from qingdan.model.registry import plain
from qingdan.model.values import Money
from qingdan.values.answer import YES, Answer, all_of, any_of, maybe, no
from qingdan.values.context import Context
from qingdan.values.kind import Kind, Speaker
from qingdan.values.printed import among, any_differs, bound, heard, printed, rest, surely
from qingdan.words.grammar import Lang, reads_chinese
from qingdan.words.said import Phrases
from qingdan.words.showing import visible

_says = Phrases("value")

_SAME_UNIT = {"名": "人", "天": "日"}
_EACH = re.compile("(?:每(?:招用)?[1一]?(?:个)?|/)(人|名|户|家|月|年|天|日|周|季|岗|班)")
#: Words that change nothing.
_KNOWN = re.compile(
    "最高|不超过|不高于|限额|每招用[1一]?(?:人|名)|每(?:人|户|家|个岗位|年|月|天|日|名|班)|一次性|按|给予|补贴|补助|奖励|贷款|额度|标准|发放|享受|"
    "以内|之内|内|为|的|元|可|/[人名户月年天日]|(?:申请|申领)"
)
BOUNDS = Phrases("value.bound")


def within(a: list[Money], b: list[Money], context: Context) -> Answer:
    """Whether no amount of a is above b, for the same unit of payment and the same base."""
    return all_of(heard(any_of((_one(x, y) for y in b), no("more", str(x["yuan"]))), x, b, unread) for x in a)


def _one(a: Money, b: Money) -> Answer:
    if not same_text(a.get("per", ""), b.get("per", "")) or not same_text(a.get("base", ""), b.get("base", "")):
        return maybe("base")
    if a.get("bound") == "min" and b.get("bound") != "min":
        return maybe("bound")
    fen_a, fen_b = (100 * money["yuan"] + money.get("fen", 0) for money in (a, b))
    return YES if fen_a <= fen_b else no("more", str(a["yuan"]))


def same_text(a: str, b: str) -> bool:
    """Whether two texts read the same."""
    return plain(a) == plain(b)


def differs(money: Money, text: str | None = None) -> bool:
    """Whether a sum is not that of its text, or of the text given: 五千元, 1.5万元, 3000—5000元."""
    found = printed(money if text is None else {"text": text}, ("yuan",))
    stated = Fraction(100 * int(money["yuan"]) + int(money.get("fen", 0)), 100)
    if stated in {each.low for each in found}:
        return False
    return bool(found) and not among(stated, [each.high for each in found])


def unread(money: Money) -> str:
    """The words beside a sum that are not read: 1000元，技师2000元."""
    stated = Fraction(100 * money["yuan"] + money.get("fen", 0), 100)
    per = plain(money.get("per", "人"))
    if any(_SAME_UNIT.get(each, each) not in per for each in _EACH.findall(plain(money.get("text", "")))):
        return plain(money["text"])  # 每人每月 beside a sum for each person
    return rest(money, lambda figure: figure.unit == "yuan" and stated == figure.high == figure.low, _KNOWN)


def say(entry: Money, speaker: Speaker) -> str:
    """A sum, at most or at least, for each what."""
    per = _says("sum_per", speaker.lang, per=visible(entry["per"])) if "per" in entry else ""
    bound = BOUNDS.get(entry.get("bound", ""), speaker.lang)
    return bound + _money(entry["yuan"], entry.get("fen", 0), speaker.lang) + per + speaker.more(entry)


def _money(yuan: int, fen: int, lang: Lang) -> str:
    """A sum; large round ones in ten thousands, as documents print them in Chinese."""
    if reads_chinese(lang) and yuan >= 10_000 and not yuan % 1000 and not fen:
        return _says("ten_thousand_yuan", lang, n=yuan / 10_000)
    money = f"{yuan}.{fen:02d}" if fen else f"{yuan}"
    return _says("yuan", lang, money=money)


_SPANS = "年月日周季"
_POINT = re.compile("[.．][0-9０-９]{3,}\\s*元")


def read(text: str, context: Context) -> Money | None:
    """A sum, as printed: 每人每月1000元, 最高20万元.

    >>> read("最高20万元", None)
    {'yuan': 200000, 'bound': 'max', 'text': '最高20万元'}
    >>> read("1000元，技师2000元", None) is None
    True
    """
    if _POINT.search(text):
        return None  # 1.000元 is one yuan or a thousand, 1.1000元 the first point of a list
    units = (_SAME_UNIT.get(each, each) for each in _EACH.findall(plain(text)))
    per = "".join(sorted(units, key=lambda unit: unit in _SPANS))  # 每年每人 is 人年, as 每人每年
    more = {**bound(text), **({"per": per} if per else {}), "text": text}
    entries = []
    for each in figures(text):
        if each.unit == "yuan" and (100 * each.high).denominator == 1:
            yuan, fen = divmod(int(100 * each.high), 100)
            entries.append(cast("Money", {"yuan": yuan, **({"fen": fen} if fen else {}), **more}))
    return surely(text, entries, differs, unread)


KIND = Kind(
    name="money", within=within, read=read, keyed=True, differs=any_differs(differs), unread=unread, words={Money: say}
)
