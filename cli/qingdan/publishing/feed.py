"""Atom feeds of what is known to have changed: only what carries a full day, and nothing but what the files say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from xml.etree import ElementTree as xml

from qingdan.model import dates
from qingdan.publishing.api import slug
from qingdan.publishing.changes import of_edition
from qingdan.publishing.identity import Identity
from qingdan.publishing.site import Guide, Site
from qingdan.publishing.words import told
from qingdan.reports.export.nodes import digest, urn
from qingdan.words.grammar import Lang
from qingdan.words.said import Phrases
from qingdan.words.showing import visible

NAMESPACE = "http://www.w3.org/2005/Atom"
#: A reader of feeds asks for all of it every time.
MOST = 100
#: What a kind of change is called, where the page of changes has no word for it.
_KINDS = Phrases("feed")


@dataclass(frozen=True)
class News:
    """One thing that happened on a day.

    Attributes:
        day: ``2026-10-12``.
        kind: A key of the table of kinds.
        id: A name that stays.
        title: Of what it happened to.
        text: What happened, as far as the file says.
        url: Its page, from the root of the site.
        specimen: Why the guide must not be relied on.
    """

    day: str
    kind: str
    id: str
    title: str
    text: str
    url: str
    specimen: str = ""


def news_of(guides: Iterable[Guide], today: str) -> Iterator[News]:
    """What the records of guides say of their own changes, up to a day."""
    for guide in guides:
        record = guide.subject.record
        said = [("changed", record.get("guide", {}).get("changed_on", ""), "")]
        said += [
            ("announced", change.get("effective_on", ""), change.get("reason", ""))
            for change in record.get("changes", [])
        ]
        if not any(_day(day) for _, day, _ in said):
            said.append(("recorded", guide.subject.as_of, ""))
        title = f"{guide.entry.place} {guide.name}"
        for kind, day, text in dict.fromkeys(said):
            if _day(day) and day <= today:
                more = [digest(text)] if text else []
                id = urn("change", *guide.entry.id.split("/"), day, kind, *more)
                yield News(day, kind, id, title, text, guide.url, guide.specimen)


def _day(text: str) -> bool:
    """Whether a text is one whole day: of a month or a year nobody knows which."""
    found = dates.parse(text)
    return found is not None and found.full


def feeds(site: Site, identity: Identity, lang: Lang, base: str) -> Iterator[tuple[str, str]]:
    """Path and text of each feed: one of everything that is real, one of each list.

    Args:
        site: What the site is made of.
        identity: Its name stands for the author.
        lang: Of the words around the texts.
        base: Address of the site with a slash at the end, or empty.
    """
    head = site.edition.head
    real = [guide for province in site.provinces if not province.sample for guide in province.guides]
    found = list(news_of(real, site.as_of))
    if _day(head.get("as_of", "")) and head["as_of"] <= site.as_of:
        id = urn("change", "edition", head["id"], head["as_of"])
        found.append(News(head["as_of"], "edition", id, head["name"], "", "items/index.html"))
    found += _of_nation(site, lang)
    name = identity.name[lang]
    yield "changes.atom", _feed(found, site, name, "changes.atom", "index.html", base, lang)
    for province in site.provinces:
        page = province.places[0].url
        path = f"places/{slug(province)}.atom"
        notice = f"【{told('specimen_sample', lang)}】" if province.sample else ""
        title = f"{notice}{name} · {province.catalogue.head['name']}"
        yield path, _feed(list(news_of(province.guides, site.as_of)), site, title, path, page, base, lang)


def _of_nation(site: Site, lang: Lang) -> Iterator[News]:
    """What the page about the nation tells, where it knows the day."""
    for change in of_edition(site, lang):
        if _day(change.day) and change.day <= site.as_of:
            # the address holds the id of a requirement; the name may be a number of items, in words of the language
            stays = change.url if change.kind == "requirement" else change.name
            id = urn("change", "nation", change.day, change.kind, digest(stays))
            text = told(f"status_{change.text}", lang) if change.kind == "document" else change.text
            yield News(change.day, change.kind, id, change.name, text, "changes/nation.html")


def _feed(found: list[News], site: Site, title: str, path: str, page: str, base: str, lang: Lang) -> str:
    found = sorted(found, key=lambda each: (each.day, each.id), reverse=True)[:MOST]
    # a relative address counts from the feed itself
    up = base or "../" * path.count("/")
    xml.register_namespace("", NAMESPACE)
    feed = xml.Element(f"{{{NAMESPACE}}}feed", {"xml:lang": "zh-CN"})
    _put(feed, "id", urn("feed", path.removesuffix(".atom")))
    _put(feed, "title", f"{title} · {told('changes', lang)}")
    _put(feed, "updated", _moment(found[0].day if found else site.as_of))
    _put(_put(feed, "author"), "name", title)
    _put(feed, "link", rel="self", type="application/atom+xml", href=f"{up}{path}")
    _put(feed, "link", rel="alternate", type="text/html", href=f"{up}{page}")
    for each in found:
        entry = _put(feed, "entry")
        said = _KINDS(each.kind, lang) if each.kind in _KINDS else told(f"change_{each.kind}", lang)
        notice = f"【{told('specimen_' + each.specimen, lang)}】" if each.specimen else ""
        _put(entry, "id", each.id)
        _put(entry, "title", f"{notice}{each.title}：{said}")
        _put(entry, "updated", _moment(each.day))
        _put(entry, "link", rel="alternate", type="text/html", href=f"{up}{each.url}")
        _put(entry, "summary", f"{notice}{each.day} {said}" + (f"：{each.text}" if each.text else ""))
        if each.specimen:
            _put(entry, "category", term=each.specimen)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + xml.tostring(feed, encoding="unicode") + "\n"


def _put(parent: xml.Element, tag: str, text: str = "", **attributes: str) -> xml.Element:
    """An element below another; texts are plain ones and hold nothing that steers."""
    child = xml.SubElement(parent, f"{{{NAMESPACE}}}{tag}", {k: visible(v) for k, v in attributes.items()})
    if text:
        child.text = visible(text)
    return child


def _moment(day: str) -> str:
    """The beginning of a day in China: the files know days, a feed asks for moments."""
    return f"{day}T00:00:00+08:00"
