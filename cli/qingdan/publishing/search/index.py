"""The files of the index: a head that every search reads, and many small ones of which a search reads a few.

``search/head.json``: how many documents and files there are, what the facets hold, and the words of the page.
``search/k/<n>.json``: key → documents that have it in body, title and names, as ``body|title|names``.
``search/d/<n>.json``: what a result shows of each document: title, URL, line under it, day, why it is a specimen.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from qingdan.publishing.search import pinyin
from qingdan.publishing.search.documents import Document, place_name
from qingdan.publishing.search.postings import DIGITS, encoded
from qingdan.publishing.search.terms import MEANT, keys
from qingdan.publishing.site import Place, Site
from qingdan.publishing.words import told
from qingdan.words.grammar import Lang
from qingdan.words.showing import visible

#: Documents in one file of records, and how many bytes a file of keys should have.
RECORDS = 16
SHARD = 2600
#: Of a title a result shows so many characters.
LONGEST = 80
_MODULUS = 65521
#: Body, title, names: the order in which a key lists its documents.
_BODY, _TITLE, _NAMES = range(3)
#: What the script says.
_WORDS = (
    "search_found search_near search_none search_only_old search_busy search_every search_specimens search_unfiltered "
    "search_alone search_other_words search_browse sample archive old undated ahead"
).split()
#: Id, name and URLs of what is for a group.
Group = tuple[str, str, Collection[str]]
#: A document → the texts of one kind.
_Texts = Callable[[Document], Iterable[str]]


def files(
    documents: Sequence[Document], site: Site, lang: Lang, groups: Sequence[Group] = ()
) -> Iterator[tuple[str, str]]:
    """Name and content of each file of the index.

    Args:
        documents: In the order of ``documents.documents``.
        site: For the names of items, themes and places.
        lang: Language of what the page of the search says.
        groups: People who ask for themselves, as a facet.
    """
    entries = _entries(documents)
    count = max(1, sum(len(key) + len(value) + 8 for key, value in entries.items()) // SHARD)
    shards: list[dict[str, str]] = [{} for _ in range(count)]
    for key in sorted(entries):
        shards[shard(key, count)][key] = entries[key]
    words = {word: told(word, lang) for word in _WORDS}
    yield (
        "search/head.json",
        _json({**_head(documents, site, groups), "shards": count, "records": RECORDS, "words": words}),
    )
    for number, content in enumerate(shards):
        yield f"search/k/{number}.json", _json(content)
    for start in range(0, len(documents), RECORDS):
        records = [_record(document) for document in documents[start : start + RECORDS]]
        yield f"search/d/{start // RECORDS}.json", _json(records)


def shard(key: str, count: int) -> int:
    """The number of the file in which a key stands."""
    number = 0
    for character in key:
        number = (number * 31 + ord(character)) % _MODULUS
    return number % count


def _entries(documents: Sequence[Document]) -> dict[str, str]:
    """Key → its documents."""
    found: dict[str, list[str]] = defaultdict(lambda: ["", "", ""])
    kinds: tuple[tuple[int, _Texts, Callable[[str], set[str]]], ...] = (
        (_BODY, lambda document: document.body, keys),
        (_TITLE, lambda document: (document.title,), _by_name),
        (_NAMES, lambda document: document.names, _by_name),
    )
    for kind, texts, by in kinds:
        for key, posting in _postings(documents, texts, by):
            found[key][kind] = posting
    return {key: "|".join(parts).rstrip("|") for key, parts in found.items()}


def _by_name(text: str) -> set[str]:
    return keys(text) | pinyin.sounds(text)


def _postings(documents: Sequence[Document], texts: _Texts, by: Callable[[str], set[str]]) -> Iterator[tuple[str, str]]:
    """Key → posting, for one kind of text. Guides repeat each other's lines: each line is taken apart once."""
    holders: dict[str, list[int]] = defaultdict(list)
    for number, document in enumerate(documents):
        for text in set(texts(document)):
            holders[text].append(number)
    lines: dict[str, list[int]] = defaultdict(list)
    for number, text in enumerate(holders):
        for key in by(text):
            lines[key].append(number)
    held = list(holders.values())
    made: dict[tuple[int, ...], str] = {}
    for key, numbers in lines.items():
        where = tuple(numbers)
        if where not in made:
            made[where] = encoded({document for number in where for document in held[number]})
        yield key, made[where]


def _head(documents: Sequence[Document], site: Site, groups: Sequence[Group]) -> dict[str, object]:
    items = site.edition.items
    numbers = {document.url: number for number, document in enumerate(documents)}
    by_item: dict[str, list[int]] = defaultdict(list)
    by_place: dict[str, list[int]] = defaultdict(list)
    for number, document in enumerate(documents):
        for item in document.items:
            by_item[item].append(number)
        for place in document.places:
            by_place[place].append(number)
    by_theme: dict[str, set[int]] = defaultdict(set)
    for id, row in items.items():
        by_theme[row["theme"]].update(by_item[id])
    places = [place for province in site.provinces for place in province.places]
    return {
        "documents": len(documents),
        "national": len(items),
        "radicals": MEANT,
        "specimens": encoded([number for number, document in enumerate(documents) if document.specimen]),
        "lengths": "".join(DIGITS[min(len(document.title), 63)] for document in documents),
        "facets": {
            "group": [[id, name, encoded({numbers[url] for url in urls})] for id, name, urls in groups],
            "theme": [[row["id"], row["name"], encoded(by_theme[row["id"]])] for row in site.edition.head["themes"]],
            "item": [[id, row["name"], encoded(by_item[id])] for id, row in items.items()],
            "place": [[_slug(place), visible(place_name(place)), encoded(by_place[place.url])] for place in places],
        },
        "syllables": pinyin.known(name for document in documents for name in (document.title, *document.names)),
    }


def _slug(place: Place) -> str:
    return place.url.removeprefix("places/").removesuffix(".html")


def _record(document: Document) -> list[str]:
    title = f"{document.title} — {document.where}" if document.where else document.title
    texts = (title, document.under, document.as_of)
    title, under, as_of = (visible(text if len(text) <= LONGEST else f"{text[:LONGEST]}…") for text in texts)
    return [title, document.url, under, as_of, document.specimen]


def _json(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "replace").decode()  # half a surrogate pair cannot be written
