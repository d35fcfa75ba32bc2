"""The words beside the name of a paper: do they ask for more, say whose it is, or how many are wanted?"""

from __future__ import annotations

import re

from qingdan.values.kind import Entry

#: Where words beside a paper may name others.
_BRACKETED = re.compile(r"[(（\[【]([^()（）\[\]【】]*)[)）\]】]")
_WORDS = ("form", "accepted_if", "note", "how_to_fill")
#: A bracket that says of whom, or when, a paper is asked, and nothing of having no other.
_CASE = re.compile(
    "^(?!.*[无未没丢失缺或任择选不以参])(?:.*(?:人员|毕业生|职工|者|人|户|企业|单位|时|的|办理)|代办|应届|外地|本地|委托)$"
)
_BEHIND = re.compile(r"[(（\[【]([^()（）\[\]【】]*)[)）\]】]$")
#: What the agency cannot fetch a person brings after all.
_BACK = re.compile(
    "(?:无法|不能|未能|没有?|不到|不成功)[^。;；]{0,16}(?:申请人|本人|自行|个人|单位)?[^。;；]{0,4}(?:提供|提交|递交)"
)
#: That something is to be brought or done besides, and words by which it is only the paper itself.
_ALSO = re.compile(
    "(?:(?:还|另|同时|须|需|应|请|并|一并|再)(?:当|要|须|需|应|另|行|同时|一并)*(?:提供|提交|递交|出示|携带|附上?|带|上传|交验)"
    "|附(?![件近属着则])|(?:提供|提交|携带|出示)(?=[^,，;；。、()（）]*(?:证明?|书|单|表|档案|合同|材料)$)|加盖|盖章|开具)"
    "([^,，;；。、()（）]*)"
)
_OF_ITSELF = re.compile(
    "不收|原件|复印件|扫描件|电子(?:版|件)|照片|正反面|首页|本人页|[0-9一二两三]+(?:份|张|寸)|一式|查验|核验|核对|验原件|留存|退还|及|和|与|或|本人|到场|加盖|盖章|签[字名]|"
    "现场|清晰|有效|彩色|黑白|的|并|各|即可|A4|纸|公章|单位|后|时|$"
)


def beside(material: Entry) -> list[str]:
    """The words beside a paper that may name others: its brackets, its form, its notes."""
    return [*_BRACKETED.findall(str(material["name"])), *(str(material.get(key, "")) for key in _WORDS)]


def asks_besides(text: str) -> bool:
    """Whether words ask for something that is not the paper itself.

    >>> asks_besides("需提供房产证"), asks_besides("需提供原件查验")
    (True, False)
    """
    return any(_OF_ITSELF.sub("", each[1]) for each in _ALSO.finditer(text))


def brought_after_all(material: Entry) -> bool:
    """Whether a person brings what the agency cannot fetch: 无法核验的，由申请人提供."""
    return any(_BACK.search(str(material.get(key, ""))) for key in _WORDS)


def bracket_behind(name: str) -> str:
    """What stands in the bracket at the end of a name; empty where there is none."""
    behind = _BEHIND.search(name)
    return behind[1] if behind else ""


def says_form_or_case(words: str) -> bool:
    """Whether a bracket says only how many, in what form, of whom or in which case.

    >>> says_form_or_case("原件及复印件各一份"), says_form_or_case("应届毕业生"), says_form_or_case("任一即可")
    (True, True, False)
    """
    return not _OF_ITSELF.sub("", words).strip(" 、，,；;.．") or bool(_CASE.search(words))
