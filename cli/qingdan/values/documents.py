"""Citations: the same document, or one that came before or after it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import cast

from qingdan.model.registry import plain
from qingdan.model.values import Citation
from qingdan.values.answer import YES, Answer, all_of, maybe, no
from qingdan.values.context import Context
from qingdan.values.kind import Kind, Members, Speaker
from qingdan.values.linking import Linked, Linker
from qingdan.values.pieces import taken_apart
from qingdan.words.showing import visible


def within(a: list[Citation], b: list[Citation], context: Context) -> Answer:
    """Whether each document of a is cited in b, itself or by a predecessor or successor."""
    cited: set[str] = set()
    unknown: set[str] = set()
    for row in b:
        id = _document(row, context)
        if id:
            cited |= context.registries.documents.family(id)
        else:
            unknown.add(_plain_citation(row))
    answers = []
    for row in a:
        id = _document(row, context)
        if id in cited if id else _plain_citation(row) in unknown:
            answers.append(YES)
        elif not id or unknown:
            answers.append(maybe("unmatched", id or _plain_citation(row)))
        else:
            answers.append(no("missing", id) if context.b_whole else maybe("known_in_part", id))
    answers.append(YES if context.a_whole else maybe("known_in_part"))
    return all_of(answers)


def _document(row: Citation, context: Context) -> str:
    return context.registries.documents.resolve(row.get("document"), row.get("number"), row.get("title"))


def _plain_citation(row: Citation) -> str:
    return plain(row.get("number") or row.get("title") or "")


def identity(row: Citation, context: Context) -> str:
    """The id of a cited document, or its number or title."""
    return _document(row, context) or plain(row.get("number") or row.get("title") or row.get("document") or "")


def says(entry: Citation, context: Context) -> dict[str, object]:
    """The citation with its id in place of a title and a number that mean it."""
    documents = context.registries.documents
    id = documents.resolve(entry.get("document"), entry.get("number"), entry.get("title"))
    known = [
        key for key in ("title", "number") if id and key in entry and documents.resolve(None, None, entry[key]) == id
    ]
    kept = {key: value for key, value in entry.items() if key not in known}
    return {**kept, "document": id} if id else kept


# an article that is cited otherwise changes nothing for anybody


def say(entry: Citation, speaker: Speaker) -> str:
    """A document as it is cited."""
    title = f"《{entry['title'].strip('《》')}》" if entry.get("title") else ""
    parts = [title, entry.get("number", ""), entry.get("article", ""), entry.get("date", "")]
    return visible(" ".join(part for part in parts if part) or str(entry.get("document", "")))


#: Words that say of a document that it does not hold, or not alone, stand in front of no number.
_ISSUED_BY = r"(?![除非见按据依根参不等废代替已从至因为])[^《》\s，。；、,;〔\[（(【﹝［]{1,12}"
_OPENED, _CLOSED = "[〔\\[（(【﹝［]", "[〕\\]）)】﹞］]"
_YEAR = "(?:19|20)[0-9]{2}"
#: 人社部发〔2010〕29号 in whatever brackets; 号 may be lost where nothing follows.
_ENDED = r"(?:\s*号|(?![0-9])(?=\s*(?:$|[、；;，,。）)])))"
_NUMBER = rf"{_ISSUED_BY}\s*{_OPENED}\s*{_YEAR}\s*{_CLOSED}\s*第?\s*[0-9]{{1,5}}{_ENDED}"
#: 国务院令第700号, 中华人民共和国主席令第三十五号.
_ORDER = (
    r"(?![除非见按据依根参不等废代替已])[\u4e00-\u9fff、]{2,60}令\s*第?\s*[0-9一二三四五六七八九十百零〇]{1,7}\s*号"
)
#: GB/T 39554.1-2020, DB33/T 2453-2022.
_STANDARD = (
    r"(?:(?:GB|DB[0-9]{2}|LD|MZ|GA|RB|SB|WH|YD)(?:/[TZ])?|T/[A-Z]{2,8})\s*"
    rf"[0-9]{{1,6}}(?:\.[0-9]{{1,2}})?\s*[-—–－―]+\s*{_YEAR}(?![0-9])"
)
_ANY_NUMBER = f"(?:{_NUMBER}|{_ORDER}|{_STANDARD})"
_TITLED = r"《(?P<{}>[^《》\s](?:[^《》]|《[^《》]*》)*)》"
_ARTICLE = (
    r"第[0-9一二三四五六七八九十百千零]+[条款章部项节]"
    r"(?:[第0-9一二三四五六七八九十百千零条款章部项节目、和及至（）()]{0,40}\s*(?:[：:]\s*|(?=“))(?:“[^“”]{1,600}”|[^《》\n“”]){1,600}"
    r"|[第0-9一二三四五六七八九十百千零条款章部项节目、和及至（）()]{0,40})"
)
_CITED = re.compile(
    rf"(?:{_TITLED.format('title')})?\s*"
    rf"(?:[（(]\s*(?P<inside>{_ANY_NUMBER})\s*[）)]|(?P<standard>{_STANDARD})\s*{_TITLED.format('behind')}|(?P<number>{_ANY_NUMBER}))?\s*"
    rf"(?P<article>{_ARTICLE})?"
)
_BETWEEN = re.compile(r"[\s、；;，,。]*(?:以及|和|及|与)?\s*")
_PARTS = re.compile(
    rf"\s*(?P<issuer>.+?)\s*{_OPENED}\s*(?P<year>{_YEAR})\s*{_CLOSED}\s*第?\s*(?P<n>[0-9]{{1,5}})\s*号?"
)
_STANDARD_PARTS = re.compile(r"(?P<body>[A-Z/0-9]*[A-Z])\s*(?P<n>[0-9.]+)\s*[-—–－―]+\s*(?P<year>[0-9]{4})")


def normal_number(number: str) -> str:
    """The number of a document in the form in which documents print it; any other text without blanks at its ends.

    >>> normal_number("人社部发[2010] 29 号"), normal_number("豫人社规【2020】5"), normal_number("GB/T33527－2017")
    ('人社部发〔2010〕29号', '豫人社规〔2020〕5号', 'GB/T 33527-2017')
    >>> normal_number("渝府发〔201455号")
    '渝府发〔201455号'
    """
    if match := _PARTS.fullmatch(number):
        return f"{match['issuer']}〔{match['year']}〕{match['n']}号"
    if match := _STANDARD_PARTS.fullmatch(number):
        return f"{match['body']} {match['n']}-{match['year']}"
    return number.strip()


def read(text: str, context: Context) -> Citation | None:
    """A document, as it is cited: its title, its number and the article; one of these without the others will do.

    >>> read("《就业促进法》第五十二条", None)
    {'title': '就业促进法', 'article': '第五十二条'}
    >>> read("《甲》（人社部发[2010] 29 号）", None)
    {'title': '甲', 'number': '人社部发〔2010〕29号'}
    """
    found = _cited(text.strip())
    return found[0] if found and len(found) == 1 else None


def several(text: str, context: Context) -> list[Citation] | None:
    """The documents that a text cites, by their numbers in the list, by lines, or one behind the other.

    >>> several("《甲》（国发〔2015〕2号）、《乙》第三条；国务院令第700号", None)
    [{'title': '甲', 'number': '国发〔2015〕2号'}, {'title': '乙', 'article': '第三条'}, {'number': '国务院令第700号'}]
    >>> several("《甲》和有关规定", None) is None
    True
    """
    found: list[Citation] = []
    for piece in taken_apart(text, "legal_basis").entries:
        cited = _cited(piece)
        if cited is None:
            return None
        found += cited
    return found or None


def _cited(text: str) -> list[Citation] | None:
    """The documents of a text that holds nothing else; ``None`` where it holds anything else, or none."""
    found: list[Citation] = []
    at = 0
    while at < len(text):
        match = _CITED.match(text, at)
        parts = match.groupdict() if match else {}
        title, number = (
            parts.get("title") or parts.get("behind"),
            parts.get("inside") or parts.get("number") or parts.get("standard"),
        )
        if not match or not (title or number) or (parts["title"] and parts["behind"]):
            return None
        stated = {"title": title, "number": number and normal_number(number), "article": parts["article"]}
        found.append(cast("Citation", {key: part for key, part in stated.items() if part}))
        between = _BETWEEN.match(text, match.end())
        at = between.end() if between else match.end()
        if at < len(text) and at == match.end() and match["article"]:
            return None  # 第三条除外, 第十条以外
        if not title and text[at : at + 1] == "《" and not text[match.end() : at].strip():
            return None  # 国发〔2015〕2号 《甲》: one document, or two
    return found or None


def linked(citations: list[Citation], linker: Linker) -> Iterable[str]:
    """The documents that it rests on, each once."""
    return dict.fromkeys(
        linker.document(each.get("document", ""), each.get("title", ""), each.get("number", "")) for each in citations
    )


KIND = Kind(
    name="documents",
    within=within,
    read=read,
    several=several,
    members=Members(identity=identity, says=says, reworded=False),
    offer=True,
    words={Citation: say},
    linked={Citation: Linked(linked, frozenset())},
)
