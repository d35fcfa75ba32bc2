"""Names of papers as guides print them, taken apart: form words, place, owner, alternatives, several in one entry.

What is left is looked up among the registered names. Nothing is guessed: a name that is none of them after that stays
unknown, and an entry that names several papers is told to be one, never taken for the first of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

#: How the papers of one entry belong together: there is one; any one will do; all are wanted; nobody can say.
Grouping = Literal["one", "any", "all", "mixed"]

_COUNT = "[0-9一二两三四五六]"
#: What says in which form or how often a paper is wanted, never which paper it is.
_FORM = (
    rf"(?:(?:原件|正本|副本|原本|复印件|复印本|影印件|扫描件|电子版|电子件|纸质版|纸质件)(?:{_COUNT}*份|[各一1]+份)?"
    rf"|(?:首|户主|本人|索引|内|关键|信息|相关|变更)页|正反面|(?:一式|各){_COUNT}+[份张]?|{_COUNT}+[份张套](?:以上)?)"
)
_FORM_BEHIND = re.compile(
    rf"(?:的|[,、及和或与/并,])*{_FORM}(?:[,、及和或与/并]*{_FORM})*(?:(?:查验|核验|备查|留存|[,、]?加?盖(?:单位)?公章))*$"
)
_FORM_BEFORE = re.compile(r"^(?:出示|提供|提交|携带|交验|验|纸质|电子版?|复印的?|加盖(?:单位)?公章的)")
#: What a bracket may hold without saying which paper is meant or who brings it.
_FORM_ALONE = re.compile(
    rf"(?:{_FORM}|附件{_COUNT}*(?:[或、]{_COUNT})*|样表|空白表|盖章|加盖公章|签名|签字|单位|个人|查验|核验|仅供查验|退回"
    r"|本人基本信息页|当场退回|留存|A?4纸?|格式自拟|可?下载|可网上下载|网上填报|现场填写|[,、;及和或与/])+"
)
#: Whose paper it is, where it is the applicant's own.
_OWNER = re.compile(
    r"^(?:申请人本人|申请人员|申请人|申请者|申领人|申报人|登记人|求职者|求职人员|劳动者|存档人员|存档人|创办人|创业者|借款人|本人|个人"
    r"|现?用人单位|招用单位|招聘单位|申请单位|申报单位|申报企业|参保单位|本单位|所在单位|单位|企业|公司)(?:的)?"
)
_QUALITY = re.compile(
    r"^(?:在?有效期内的?|合法有效的?|真实有效的?|现行有效的?|有效的?|相应的?|相关的|最新的?|第?二代|新版|中华人民共和国|国家|当年|本年度|近期)"
)
#: The place that issues it: 长沙市失业登记申请表, 湖北省…, 本市….
_PLACE = re.compile(
    r"^(?:本|我|各)?(?!非|外)[\u4e00-\u9fff]{0,7}?(?:省|自治区|市|自治州|州|盟|县|区|旗|街道|镇|乡|兵团)(?=[\u4e00-\u9fff]{2})"
)
#: Endings that make no difference: 证明材料 is 证明, 证书 is 证.
_ENDINGS = (
    ("证明材料", "证明"), ("证明文件", "证明"), ("证明书", "证明"), ("证书", "证"), ("证件", "证"), ("证", "证书"),
    ("本", "簿"), ("薄", "簿"), ("协议书", "协议"), ("协议", "协议书"), ("合同书", "合同"), ("材料", ""), ("原件", ""),
)  # fmt: skip
#: Who issued it, or with whom it was made: 街道出具的居住证明, 与用人单位签订的劳动合同.
_ISSUED = re.compile(
    r"^(?:[与和同由][^,;、]{0,12}|[^,;、]{1,12})(?:签订|订立|签署|出具|开具|核发|颁发|发放|认定|盖章)的"
)
#: What looks like the name of a paper, known or not.
_PAPER = re.compile(
    "(?:证|证明|证书|证件|书|表|册|簿|本|卡|函|单|合同|协议|材料|凭证|票据|发票|流水|清单|档案|照片|照|执照|手续|文件|公函|账户|账号|决定|批复|报告|记录)$"
)
#: The number of a row in front of a name: 1.户口簿.
_NUMBERED = re.compile(r"^[0-9]{1,2}[.、)．](?![0-9])")
#: Endings of what somebody asks by, whatever for: 居住证申请表.
_ASKED_BY = ("申请表", "申报表", "申领表", "认定表", "报名表", "采集表")
#: Before the ending of a form or a photo: what somebody else has on record of a person, or a paper that proves it.
_PROVES = re.compile(
    "证[书明]?$|证件$|本$|簿$|离职|退工|退休|辞职|解除|终止|解聘|毕业|学籍|学历|户籍|户口|常住人口|低保|录取|录用|推荐|缴费|参保|档案|身份|合同"
)
_BRACKETS = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")
_ANY_ONE = re.compile(
    "(?:任选其一|任意一[项种]|任一[项种]?|之一|其中一[项种]|其一|满足其一|(?:二|三|四|多)选一)(?:即可)?$"
)
_OR = re.compile("或者|或|/|\\|")
_AND = re.compile("以及|及|和|与|、|;|,|\\+|并")
_OPEN_END = re.compile("等(?:相关|有关)?(?:证明|申请)?(?:材料|资料|证件|手续)?$")
#: A bracket so short stands for as many characters before it: 结(离)婚证.
_SHORT = 2
#: Longer names are sentences, no names.
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper of an entry.

    Attributes:
        id: Of the registry; empty where it is not known.
        text: As printed, plain.
        copy: A copy of it is wanted.
        case: What a bracket says of when, or of whom, it is wanted.
    """

    id: str
    text: str
    copy: bool = False
    case: str = ""


@dataclass(frozen=True, slots=True)
class Printed:
    """A printed entry taken apart.

    Attributes:
        papers: The papers that it names, in order.
        grouping: How they belong together.
        open: It ends in 等: more are meant than are named.
    """

    papers: tuple[Paper, ...]
    grouping: Grouping = "one"
    open: bool = False


@dataclass
class Namer:
    """Takes printed names apart by the names and aliases of one registry.

    Attributes:
        aliases: Plain name → id.
        endings: What a name ends in → id of the kind of paper that every such name is: 申请表, 照片.
        wider: Id → ids that are wider than it.
    """

    aliases: Mapping[str, str]
    endings: Mapping[str, str]
    wider: Mapping[str, frozenset[str]] = field(default_factory=dict)
    # what was read already: of two that read alike, one may have read more than the other
    _known: dict[str, Printed] = field(default_factory=dict, compare=False, repr=False)

    def read(self, text: str) -> Printed:
        """A printed name taken apart.

        Args:
            text: The name, plain (see ``registry.plain``).
        """
        if text not in self._known:
            self._known[text] = self._read(_NUMBERED.sub("", text))
        return self._known[text]

    def id(self, text: str) -> str:
        """The id of an entry that names one paper; empty where it names several, or one that is not known."""
        found = self.read(text)
        return found.papers[0].id if found.grouping == "one" and not found.open else ""

    def _read(self, text: str) -> Printed:
        if text in self.aliases or len(text) > _LONGEST:
            return Printed((Paper(self.aliases.get(text, ""), text),))
        if (name := _without_form(text)) in self.aliases:
            return Printed((Paper(self.aliases[name], text, _copied(text)),))
        ended = _OPEN_END.sub("", text)
        rest, any_one = _without_any_one(ended)
        found = self._either(rest)
        if found is None and (alone := self._single(ended)).id:
            found = Printed((alone,))
        found = found or self._several(_FORM_BEHIND.sub("", rest) or rest, any_one) or Printed((self._whole(ended),))
        return Printed(found.papers, found.grouping, ended != text)

    def _several(self, text: str, any_one: bool) -> Printed | None:
        """The papers of an entry that names several; ``None`` where it does not for certain."""
        pieces, joints = _pieces(text)
        if len(pieces) < 2:
            return self._bracketed(text)
        papers: list[Paper] = []
        kinds = set(joints)
        for at, piece in enumerate(pieces):
            inner = self._bracketed(piece)
            papers += inner.papers if inner else [self._completed(pieces, at)]
            kinds |= {inner.grouping} if inner else set()
        if not any(each.id for each in papers) or not all(
            each.id or _PAPER.search(_bare(each.text)) for each in papers
        ):
            return None
        if any_one or kinds <= {"any", "one"}:
            return _any_of(tuple(papers))
        return Printed(tuple(papers), "all" if kinds <= {"all", "one"} else "mixed")

    def _either(self, text: str) -> Printed | None:
        """结(离)婚证 is either of two, and so is 就业创业证(或就业失业登记证)."""
        for match in _BRACKETS.finditer(text):
            inside = match[1] or match[2] or ""
            outside = self._single(text[: match.start()] + text[match.end() :])
            if len(inside) <= _SHORT:
                other = self._single(text[: max(match.start() - len(inside), 0)] + inside + text[match.end() :])
            else:
                other = self._single(_OR.sub("", inside, count=1)) if _OR.match(inside) else Paper("", "")
            if outside.id and other.id:
                return _any_of((outside, other))
        return None

    def _bracketed(self, text: str) -> Printed | None:
        """身份证(社会保障卡): a second paper in brackets; how it is meant, nobody can say.

        Other names of the paper, and kinds of it, only explain it: 有效身份证件(身份证、护照等).
        """
        for match in _BRACKETS.finditer(text):
            outside = self._single(text[: match.start()] + text[match.end() :])
            second = self.read(match[1] or match[2] or "").papers
            if outside.id and all(each.id for each in second):
                same = all(outside.id in (each.id, *self.wider.get(each.id, ())) for each in second)
                return Printed((outside,)) if same else Printed((outside, *second), "mixed")
        return self._either(text)

    def _completed(self, pieces: list[str], at: int) -> Paper:
        """One piece, with what it shares with a later one: 刑满释放、戒毒康复人员证明, 申请人及配偶身份证."""
        paper = self._ended(pieces[at])
        for later in () if paper.id else pieces[at + 1 :]:
            for start in range(1, len(later)):
                longer = self._single(pieces[at] + later[start:])
                if longer.id:
                    return longer
        return paper

    def _single(self, text: str) -> Paper:
        """The paper that a text names, if it names one that is known."""
        if text in self.aliases:
            return Paper(self.aliases[text], text)
        copy = _copied(text)
        notes: list[str] = []
        seen = {text}
        todo = [text]
        while todo:
            name = todo.pop(0)
            if name in self.aliases:
                return Paper(self.aliases[name], text, copy, "、".join(notes))
            for shorter in self._stripped(name, notes):
                if shorter and shorter not in seen:
                    seen.add(shorter)
                    todo.append(shorter)
        return Paper("", text, copy, "、".join(notes))

    def _whole(self, text: str) -> Paper:
        """The paper of an entry that is not known to name several; of two that are joined, neither stands for both."""
        return self._single(text) if self._joined(text) else self._ended(text)

    def _joined(self, text: str) -> bool:
        """Whether a paper stands before a word that joins papers: 照片或村委会出具的, 身份证及长沙市."""
        before = _pieces(text)[0][:-1]
        return any(_PAPER.search(_bare(piece)) or _without_form(piece) in self.aliases for piece in before)

    def _ended(self, text: str) -> Paper:
        """The paper that a text names, or the kind of paper that every name is that ends so."""
        paper, bare = self._single(text), _bare(text)
        ending = "" if paper.id else next((bare[at:] for at in range(len(bare)) if bare[at:] in self.endings), "")
        if not ending or (ending not in _ASKED_BY and _PROVES.search(bare[: -len(ending)])):
            return paper  # 毕业证书照片, 常住人口登记表: something that proves
        return replace(paper, id=self.endings[ending])

    def _stripped(self, name: str, notes: list[str]) -> Iterator[str]:
        """The name with one thing less that does not say which paper it is; what a bracket says of cases is noted."""
        for match in _BRACKETS.finditer(name):
            inside = match[1] or match[2] or ""
            if not _FORM_ALONE.fullmatch(inside):
                if any(each.id for each in self.read(inside).papers):
                    continue  # another paper
                notes += [inside] if inside not in notes else []
            yield name[: match.start()] + name[match.end() :]
        yield _FORM_BEHIND.sub("", name)
        for pattern in (_FORM_BEFORE, _OWNER, _QUALITY, _PLACE, _ISSUED):
            rest = name[front.end() :] if (front := pattern.match(name)) else ""
            own = pattern is _ISSUED and rest.startswith("身份证明") and "公安" not in name  # 原单位出具的身份证明
            if front and not own and not self._joined(front[0]):
                yield rest
        for ending, other in _ENDINGS:
            if name.endswith(ending):
                yield name.removesuffix(ending) + other


def _any_of(papers: tuple[Paper, ...]) -> Printed:
    """An entry of which any paper will do; two names of one paper are one: 聘用(劳动)合同."""
    same = papers[0].id and len({paper.id for paper in papers}) == 1
    return Printed(papers[:1]) if same else Printed(papers, "any")


def _copied(text: str) -> bool:
    return "复印" in text and "不收复印" not in text


def _without_form(text: str) -> str:
    """The text without form words behind it and in brackets."""
    rest = _BRACKETS.sub(lambda match: "" if _FORM_ALONE.fullmatch(match[1] or match[2] or "") else match[0], text)
    return _FORM_BEHIND.sub("", rest)


def _bare(text: str) -> str:
    """The text without brackets and without the form words behind it."""
    return _FORM_BEHIND.sub("", _BRACKETS.sub("", text))


def _without_any_one(text: str) -> tuple[str, bool]:
    """The text without its 任一, 之一; whether it had one."""
    for match in _BRACKETS.finditer(text):
        if _ANY_ONE.fullmatch(match[1] or match[2] or ""):
            return text[: match.start()] + text[match.end() :], True
    rest = _ANY_ONE.sub("", text)
    return rest, rest != text


def _pieces(text: str) -> tuple[list[str], list[str]]:
    """The pieces between the words that join papers, outside brackets, and what each of the words says."""
    pieces, joints, depth, piece, at = [], [], 0, "", 0
    while at < len(text):
        char = text[at]
        depth += (char in "([") - (char in ")]")
        word = None if depth else _OR.match(text, at) or _AND.match(text, at)
        if word and piece:
            if (
                word.end() == at + 1
                and char in "、,"
                and (longer := _OR.match(text, word.end()) or _AND.match(text, word.end()))
            ):
                word = longer  # 甲、或乙
            pieces.append(piece)
            joints.append("any" if _OR.fullmatch(word[0]) else "all")
            piece, at = "", word.end()
        else:
            piece += char
            at += 1
    return [*pieces, *([piece] if piece else [])], joints[: len(pieces) - (0 if piece else 1)]
