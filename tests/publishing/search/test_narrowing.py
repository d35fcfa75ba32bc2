"""What is shown at once, what a switch and the facets do, and what is said where nothing is found."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from qingdan.loading.opening import national
from qingdan.publishing import site as sites
from qingdan.publishing.search.documents import Document
from tests.publishing.search.asking import Index, indexed


def test_specimens_are_found_by_the_switch_only(real: Index) -> None:
    specimens = {each.url for each in real.documents if each.specimen}
    assert specimens
    for query in ("失业登记", "社保卡", "shiyedengji", "湖南"):
        at_once, everything = real.one(query), real.one(query, all="1")
        assert not specimens & set(at_once.urls)
        assert set(at_once.urls) <= set(everything.urls)
        assert at_once.answer["specimens"] == len(specimens & set(everything.urls)) > 0


def test_a_specimen_carries_what_its_notice_needs(real: Index) -> None:
    found = real.one("失业登记", all="1")
    shown = [(record["specimen"], record["asOf"]) for record in found.answer["records"]]
    expected = [(real.documents[number].specimen, real.documents[number].as_of) for number in found.answer["hits"][:10]]
    assert shown == expected
    assert {"old", "undated"} <= {specimen for specimen, _ in shown}


def test_every_national_item_is_found_by_its_name_whatever_is_switched(real: Index) -> None:
    items = real.site.edition.items
    names = [item["name"] for item in items.values()]
    place = real.site.provinces[0].code
    for answers in (real.ask(*names), real.ask(*names, all="1"), real.ask(*names, place=place)):
        for (id, name), found in zip(zip(items, names, strict=True), answers, strict=True):
            first = [real.documents[number].title for number in found.answer["hits"][:1]]
            assert f"items/{id}.html" in found.urls
            assert first == [name]


def test_every_document_is_found_by_its_title(real: Index) -> None:
    found = real.ask(*(each.title for each in real.documents), all="1")
    assert [each.url for each, answer in zip(real.documents, found, strict=True) if each.url not in answer.urls] == []


@pytest.mark.parametrize("facet", ["theme", "item", "place"])
def test_a_facet_shows_as_many_as_it_says(real: Index, facet: str) -> None:
    options = [each for each in real.one("失业", all="1").answer["options"][facet] if each["count"]]
    assert options
    answers = real.ask_each([("失业", {"all": "1", facet: option["id"]}) for option in options])
    for option, found in zip(options, answers, strict=True):
        own = [number for number in found.answer["hits"] if facet != "place" or real.documents[number].places]
        assert len(own) == option["count"]


def test_a_group_shows_what_is_for_it(real_site: sites.Site, tmp_path: Path) -> None:
    urls = {"items/JY-0401.html", *(guide.url for guide in real_site.by_item["JY-0401"])}
    found = indexed(real_site, tmp_path, groups=[("unemployed", "失业人员", urls)])
    assert set(found.one("", all="1", group="unemployed").urls) == urls
    assert set(found.one("失业", all="1", group="unemployed").urls) == urls & set(found.one("失业", all="1").urls)


def test_without_a_query_a_facet_shows_all_of_its_pages(real: Index) -> None:
    everything = {each.url for each in real.documents if "places/433101.html" in each.places}
    assert len(everything) > 1
    assert set(real.one("", all="1", place="433101").urls) == everything
    assert real.one("", all="1").urls == []


def test_a_province_holds_its_counties(real: Index) -> None:
    assert set(real.one("", all="1", place="433101").urls) < set(real.one("", all="1", place="430000").urls)


def test_words_are_asked_together_and_each_alone_is_offered(real: Index) -> None:
    both = set(real.one("吉首 失业登记", all="1").urls)
    each = [set(real.one(word, all="1").urls) for word in ("吉首", "失业登记")]
    assert both == each[0] & each[1] != set()
    alone = {row["term"]: row["count"] for row in real.one("灵活就业 城乡劳动力转移").answer["alone"]}
    assert alone == {"灵活就业": len(real.one("灵活就业").urls)}


@pytest.mark.parametrize(
    ("query", "expected"),
    [("我想领失业金怎么办", "失业保险金申领"), ("吉首市区失业登记表", "失业登记"), ("毕业生档案怎么转到外地", "档案")],
)
def test_where_nothing_holds_every_word_the_closest_are_shown_and_called_so(
    real: Index, query: str, expected: str
) -> None:
    for switched in ("", "1"):
        found = real.one(query, all=switched)
        assert found.answer["near"]
        titles = [real.documents[number].title for number in found.answer["hits"][:3]]
        assert any(expected in title for title in titles), titles


@pytest.mark.parametrize("query", ["吉首失业登记", "失业登记吉首市", "湘西失业登记"])
def test_a_place_is_taken_off_a_matter_that_no_page_holds_in_one_piece(real: Index, query: str) -> None:
    found = real.one(query, all="1")
    assert not found.answer["near"]
    assert found.urls[0].startswith("guides/433101/")
    assert real.one(query).answer["specimens"] == len(found.urls)  # the guide has no day: it is offered, not shown


#: Everyday word and the item that it leads to.
EVERYDAY = [(word, row["item"]) for row in national().ways["everyday"] for word in row["words"]]


@pytest.mark.parametrize(("word", "item"), EVERYDAY)
def test_everyday_words_find_the_item_at_once(real: Index, word: str, item: str) -> None:
    assert f"items/{item}.html" in real.one(word).urls[:6]


def test_no_everyday_word_leads_to_a_service_that_is_another_one() -> None:
    other = {word: gap["name"] for word, _ in EVERYDAY if (gap := national().names.gap(word))}
    assert other == {}


def test_a_life_event_is_found_by_its_name(real: Index) -> None:
    assert {"life/find-work.html", "life/lost-job.html"} <= {real.one(word).urls[0] for word in ("找工作", "失业了")}


@pytest.mark.parametrize("query", ["量子计算机", "qqqq", "？！", "constructor", "__proto__", "   "])
def test_what_is_nowhere_gives_nothing(real: Index, query: str) -> None:
    assert real.one(query, all="1").urls == []


def test_filters_that_hide_everything_are_told(real: Index) -> None:
    found = real.one("失业保险金申领", theme="events")
    assert found.urls == []
    assert found.answer["unfiltered"] == len(real.one("失业保险金申领").urls) > 0


def test_an_unknown_facet_in_the_address_shows_nothing_and_breaks_nothing(real: Index) -> None:
    assert real.one("失业登记", item="constructor").urls == []
    assert real.one("失业登记", theme="__proto__").urls == []


def test_what_people_call_a_paper_finds_what_it_is_called(real: Index) -> None:
    asked = [
        guide.url
        for guide in real.site.guides
        if any(material.get("id") == "social-security-card" for material in guide.subject.record.get("materials", []))
    ]
    assert asked
    assert set(asked) <= set(real.one("社保卡", all="1").urls) & set(real.one("社会保障卡", all="1").urls)


def test_a_day_more_makes_a_guide_a_specimen_and_takes_it_from_what_is_found_at_once(
    real_site: sites.Site, tmp_path: Path
) -> None:
    page = Document("guides/x/1.html", "缂丝津贴", as_of="2024-11-22")

    def ask(name: str, document: Document) -> list[str]:
        found = indexed(real_site, tmp_path / name, lambda given: [*given, document])
        return found.one("缂丝津贴").urls

    assert ask("live", page) == ["guides/x/1.html"]
    assert ask("old", replace(page, specimen="old")) == []
