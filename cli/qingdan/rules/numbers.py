"""Numbers of documents as they are written: 人社部发〔2010〕29号, by GB/T 9704."""

from __future__ import annotations

import re
from typing import NamedTuple

_OPEN, _CLOSE = "〔﹝\\[［【(（〈", "〕﹞\\]］】)）〉"
_YEAR = "19[0-9]{2}|20[0-9]{2}"
#: A number that holds a year in brackets, whatever the brackets are: 人社部发[2010] 29 号.
NUMBER = re.compile(
    rf"(?P<issuer>[\u4e00-\u9fffA-Za-z]+) *(?P<open>[{_OPEN}]) *(?P<year>{_YEAR}|20[0-9] [0-9]) *(?P<word>年?) *"
    rf"(?P<close>[{_CLOSE}]?) *(?P<ordinal>第?) *(?P<serial>[0-9]{{1,5}}) *(?P<end>号?)"
)
#: The same without brackets: 人社部发2010-29号, 人社部发2010年29号, 泉人社2015323号.
_WITHOUT_BRACKETS = re.compile(
    rf"(?P<issuer>[\u4e00-\u9fff]+[发函字规办秘通知]|[\u4e00-\u9fff]{{2,}}) *(?P<year>{_YEAR})"
    r" *(?P<between>[\-‐‑–—－/／_.·年]? *第?) *(?P<serial>[0-9]{1,4}) *(?P<end>号)"
)
#: What is issued by year and number, and has neither a word of the issuer nor brackets.
_ORDERS = re.compile("令|公告|通告|通令|批|年度")
_WITHOUT_ISSUER = re.compile(rf"[{_OPEN}] *(?:{_YEAR}) *年?[{_CLOSE}] *第?[0-9]{{1,5}} *号?")
_FOUR = "(?:19[0-9]{2}|2[0-9]{3})"
#: The year of a number: in brackets, before 年, right behind the word of the issuer; of a standard it stands last.
_DATED = re.compile(
    rf"(?<=[{_OPEN}]){_FOUR}(?= ?[{_CLOSE}年])|(?<![0-9]){_FOUR}(?=年)|(?<=[\u4e00-\u9fff]){_FOUR}(?=[\-－—–][0-9])"
    rf"|(?<=[0-9][\-－—–]){_FOUR}$"
)
_STANDARD = re.compile(r"[A-Z]+[0-9]*(?:/[A-Z]+)?\s*[0-9.]+\s*[-－—–]\s*[0-9]{4}")


class Form(NamedTuple):
    """What is unusual in a number.

    Attributes:
        problem: ``""`` where nothing is.
        usual: The usual form; ``""`` where nobody can say.
        certain: Only the writing would change.
    """

    problem: str = ""
    usual: str = ""
    certain: bool = False


def number_form(number: str) -> Form:
    """What is unusual in a document number, and the usual form.

    >>> number_form("人社部发[2010] 29 号"), number_form("人社部发2010-29号").usual
    (Form(problem='brackets', usual='人社部发〔2010〕29号', certain=True), '人社部发〔2010〕29号')
    >>> number_form("渝府发〔201455号"), number_form("〔2020〕79号").problem
    (Form(problem='lost_bracket', usual='渝府发〔2014〕55号', certain=False), 'no_issuer')
    """
    if _WITHOUT_ISSUER.fullmatch(number):
        return Form("no_issuer")
    match = NUMBER.fullmatch(number)
    if match is None:
        return _without_brackets(number)
    usual = f"{match['issuer']}〔{match['year'].replace(' ', '')}〕{int(match['serial'])}号"
    if number == usual:
        return Form()
    if not match["close"]:
        return Form("lost_bracket", usual)
    if not match["end"]:
        return Form("no_end", usual)
    if match["open"] + match["close"] != "〔〕":
        return Form("brackets", usual, certain=True)
    problems = (("word", "year_word"), ("ordinal", "ordinal"))
    problem = next((problem for part, problem in problems if match[part]), "")
    return Form(problem or ("padded" if match["serial"][0] == "0" else "spaces"), usual, certain=True)


def _without_brackets(number: str) -> Form:
    match = _WITHOUT_BRACKETS.fullmatch(number)
    if match is None or _ORDERS.search(match["issuer"]):
        return Form()
    usual = f"{match['issuer']}〔{match['year']}〕{int(match['serial'])}号"
    return Form("no_brackets", usual, certain=bool(match["between"].strip()))


def year_of(number: str) -> str:
    """The year of a document in its number; ``""`` where it has none.

    >>> year_of("人社部发〔2030〕5号"), year_of("2019年第3号公告"), year_of("DB14/T 2251-2020")
    ('2030', '2019', '2020')
    """
    years = _DATED.findall(number)
    return years[-1] if len(years) == 1 or _STANDARD.fullmatch(number) else ""
