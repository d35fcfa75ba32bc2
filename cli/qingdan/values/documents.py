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


_CITED = re.compile(
    r"(?:《(?P<title>[^《》\s][^《》]*)》)?\s*(?P<number>(?![除非见按据依根参不等废代替已])[^《》\s，。；、]{1,12}[〔\[（(][12][0-9]{3}[〕\]）)]第?[0-9]{1,5}号)?\s*"
    r"(?P<article>第[0-9一二三四五六七八九十百千零]+[条款章部项节](?:[第0-9一二三四五六七八九十百千零条款章部项节目、和及至（）()]{0,40}|[：:][^《》]{1,200}))?"
)


def read(text: str, context: Context) -> Citation | None:
    """A document, as it is cited: its title, its number and the article; one of these without the others will do.

    >>> read("《就业促进法》第五十二条", None)
    {'title': '就业促进法', 'article': '第五十二条'}
    """
    match = _CITED.fullmatch(text.strip())
    parts = {key: part for key, part in match.groupdict().items() if part} if match else {}
    return cast("Citation", parts) if "title" in parts or "number" in parts else None


def linked(citations: list[Citation], linker: Linker) -> Iterable[str]:
    """The documents that it rests on, each once."""
    return dict.fromkeys(
        linker.document(each.get("document", ""), each.get("title", ""), each.get("number", "")) for each in citations
    )


KIND = Kind(
    name="documents",
    within=within,
    read=read,
    members=Members(identity=identity, says=says, reworded=False),
    offer=True,
    words={Citation: say},
    linked={Citation: Linked(linked, frozenset())},
)
