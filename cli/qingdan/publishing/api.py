"""The static API: files of JSON under ``api/v1``, shaped by ``schemas/1/api.schema.json``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from qingdan.publishing.site import Guide, Province, Site, unreadable
from qingdan.reports.export.addresses import slugged
from qingdan.reports.export.as_json import dumped, listed, place, summary, value
from qingdan.reports.export.facts import place_name

ROOT = "api/v1"
NOTICE = (
    "本站不是政府网站。specimen 不是 no 的指南只是样本，办事不能照它；sample 为 true 的是虚构，不计入任何统计。"
    "全国事项编号是本项目自编的，不是基本编码。"
)
#: Begins with another scheme than those of the web; an address without any is a text that programs do not follow.
_OTHER_SCHEME = re.compile(r"\s*(?!https?:)[a-z][a-z0-9+-]*:", re.IGNORECASE)
_NO_ADDRESS = "不是网址："


def files(site: Site) -> Iterator[tuple[str, str]]:
    """Path from the root of the site, and text, of every file of the API."""
    for path, content in _values(site):
        yield f"{ROOT}/{path}", dumped(content) + "\n"


def _values(site: Site) -> Iterator[tuple[str, dict[str, object]]]:
    yield "index.json", _index(site)
    yield "items.json", {"schema": "api-items/1", "items": [_item(site, id) for id in site.edition.items]}
    for id, item in site.edition.items.items():
        yield (
            f"items/{slugged(id)}.json",
            {
                "schema": "api-item/1",
                "item": _item(site, id),
                "record": item,
                "requirements": site.edition.requirements.get(id, ()),
                "guides": _unlinked([line(guide) for guide in site.by_item.get(id, ())]),
            },
        )
    provinces = [_unlinked(_province(province)) for province in site.provinces]
    yield "provinces.json", {"schema": "api-provinces/1", "provinces": provinces}
    for province, row in zip(site.provinces, provinces, strict=True):
        guides = _unlinked([line(guide) for guide in province.guides])
        yield f"provinces/{slug(province)}.json", {"schema": "api-province/1", "province": row, "guides": guides}
    yield "guides.json", {"schema": "api-guides/1", "guides": _unlinked([line(guide) for guide in site.guides])}
    for guide in site.guides:
        yield f"guides/{guide.entry.id}.json", _unlinked({**value(guide.entry), "files": _files_of(guide)})


def line(guide: Guide) -> dict[str, object]:
    """One line about a guide, with where its pages are."""
    return {**summary(guide.entry), "files": _files_of(guide)}


def _unlinked(value: object) -> Any:
    """A value in which no address leads elsewhere than to the web: others are said to be none, and stay to be read."""
    if isinstance(value, dict):
        return {key: _address(each) if key == "url" else _unlinked(each) for key, each in value.items()}
    return [_unlinked(each) for each in value] if isinstance(value, list) else value


def _address(url: object) -> object:
    return f"{_NO_ADDRESS}{url}" if isinstance(url, str) and _OTHER_SCHEME.match(url) else url


def slug(province: Province) -> str:
    """A list as it stands in a URL."""
    return slugged(province.places[0].url.removeprefix("places/").removesuffix(".html"))


def _files_of(guide: Guide) -> dict[str, str]:
    id = guide.entry.id
    return {"html": guide.url, "json": f"{ROOT}/guides/{id}.json", "jsonld": f"{ROOT}/guides/{id}.jsonld"}


def _index(site: Site) -> dict[str, object]:
    real = [province for province in site.provinces if not province.sample]
    guides = [guide for province in real for guide in province.guides]
    head = site.edition.head
    return {
        "schema": "api-index/1",
        "as_of": site.as_of,
        "edition": {key: head[key] for key in ("id", "name", "kind", "as_of") if key in head},
        "notice": NOTICE,
        "counts": {
            "items": len(site.edition.items),
            "provinces": len(real),
            "guides": len(guides),
            "guides_to_go_by": sum(not guide.specimen for guide in guides),
            "sample_provinces": len(site.provinces) - len(real),
            "sample_guides": len(site.guides) - len(guides),
        },
        "files": {
            **{name: f"{ROOT}/{name}.json" for name in ("openapi", "items", "provinces", "guides")},
            "jsonl": "data/items.jsonl",
            "csv": "data/items.csv",
            "vocabulary": "data/vocabulary.ttl",
            "changes": "changes.atom",
        },
    }


def _item(site: Site, id: str) -> dict[str, object]:
    item, head, name = site.edition.items[id], site.edition.head, slugged(id)
    return {
        "id": id,
        "name": item.get("name", id),
        "theme": item["theme"],
        "evidence": item["evidence"],
        "source": item.get("source") or head["source"]["title"],
        **({"as_of": head["as_of"]} if "as_of" in head else {}),
        "specimen": "no",
        "sample": head["kind"] == "sample",
        "guides": sum(not guide.place.province.sample for guide in site.by_item.get(id, ())),
        "files": {"html": f"items/{name}.html", **{kind: f"{ROOT}/items/{name}.{kind}" for kind in ("json", "jsonld")}},
    }


def _province(province: Province) -> dict[str, object]:
    head = province.catalogue.head
    return {
        **listed(head),
        **({"as_of": head["as_of"]} if "as_of" in head else {}),
        "source": head["source"],
        "evidence": head["source"]["evidence"],
        "sample": province.sample,
        "unread": unreadable(province.section),
        "guides": len(province.guides),
        "places": [
            place(each.area, place_name(each.area, each.level, each.name), each.level) for each in province.places
        ],
        "files": {
            "html": province.places[0].url,
            "json": f"{ROOT}/provinces/{slug(province)}.json",
            "changes": f"places/{slug(province)}.atom",
        },
    }
