"""What the pages show, before any HTML: ways in, standings, coverage, official lists, changes."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

import qingdan
from qingdan import coverage
from qingdan.findings import Severity
from qingdan.model.registry import unnamed
from qingdan.publishing import changes, covering, facets, nation, provinces
from qingdan.publishing.cells import within
from qingdan.publishing.glance import Glance
from qingdan.publishing.nation import item_page
from qingdan.publishing.pages import pages
from qingdan.publishing.qr import qr_code
from qingdan.publishing.replaced import replaced
from qingdan.publishing.site import Guide, Site
from qingdan.publishing.standing import guarantees, stands, unjudged
from qingdan.reports.coverage.cells import STATUSES
from qingdan.values.unasked import unasked
from tests.publishing.built import AS_OF, PROVINCES, Built


def test_the_ways_in_lead_to_every_group_and_item(site: Site) -> None:
    ways = site.edition.ways
    assert {group["group"] for group in ways["groups"]} == {group["id"] for group in site.edition.groups}
    assert {item for event in ways["events"] for item in event["items"]} == set(site.edition.items)


def test_a_group_finds_what_names_it_and_apart_from_it_what_is_for_all(site: Site) -> None:
    found = {page.entrance.url: page for page in facets.group_pages(site, "zh")}
    graduates, employers = found["for/graduate.html"], found["for/employer.html"]
    assert {"JY-0703", "JY-0705"} <= set(graduates.own)  # 0705: those who left school within two years are graduates
    assert "JY-1101" in graduates.wide and "JY-1101" not in employers.own + employers.wide
    assert "JY-1104" in employers.own
    for page in found.values():
        assert not set(page.own) & set(page.wide)


def judged(site: Site) -> list[tuple[Guide, str, str]]:
    return [(guide, each.id, each.word) for guide in site.guides
            for each in guarantees(guide, guide.place.province.edition, "zh", site.as_of)]  # fmt: skip


def test_worse_is_said_only_where_a_validation_warns(site: Site) -> None:
    worse = [(guide, id) for guide, id, word in judged(site) if word == "worse"]
    assert worse
    for guide, id in worse:
        section = guide.place.province.section
        found = [finding for finding in (*section.findings, *(each for each, _ in section.waived)) if finding.id == id]
        assert any(finding.path.startswith(guide.subject.path) for finding in found), (guide.url, id)
        assert max(finding.severity for finding in found) >= Severity.WARNING


def test_what_is_unsettled_stays_unsaid(site: Site) -> None:
    said = 0
    for guide in site.guides:
        for judgement in guide.judgements:
            answers = {change.allowed for change in judgement.changes}
            if "unsettled" in answers and "no" not in answers:
                assert stands(judgement) == ""
                said += 1
    assert said


def test_weak_evidence_accuses_nobody(site: Site) -> None:
    judgement = next(each for guide in site.guides for each in guide.judgements if stands(each) == "worse")
    weak = replace(judgement, bases=[{**row, "evidence": "recalled"} for row in judgement.bases])  # type: ignore[typeddict-item]
    assert stands(weak) == ""


def test_of_what_must_not_be_relied_on_only_the_text_is_spoken_of(site: Site) -> None:
    for guide in site.guides:
        if guide.specimen:
            assert all(each.by_text for each in guarantees(guide, site.edition, "zh", site.as_of))


def test_a_county_takes_over_what_was_judged_of_its_province(site: Site) -> None:
    example = next(province for province in site.provinces if province.code == "990000")
    county = next(guide for guide in example.guides if guide.subject.id == "YL-0401")
    ids = {judgement.requirement["id"]: judgement.subject.path for judgement in county.judgements}
    assert ids["JY-0401-R02"] == county.subject.path  # the limit is its own
    assert ids["JY-0401-R03"] == "items[P99-0401]"  # the papers are those of the province


def test_the_dashboard_is_the_report_of_the_command(site: Site, built: Built) -> None:
    report = json.loads(qingdan.render(coverage(PROVINCES, as_of=AS_OF), "json"))
    page = built.page("coverage.html")
    numbers = [cell.text for cell in page.all("table", id="statuses")]
    board = covering.dashboard(site, "zh")
    for bar, column in zip(board.bars, report["columns"], strict=True):
        assert bar.numbers == {status: column["summary"]["statuses"].get(status, 0) for status in STATUSES}
        assert [bar.counts[name] for name in column["summary"]["counts"]["pairs"]] == list(
            column["summary"]["counts"]["pairs"].values()
        )
        told = "\n".join(str(bar.numbers[status]) for status in STATUSES)
        assert "".join(told.split()) in "".join(numbers[0].split())
    assert board.total == {status: report["total"]["statuses"].get(status, 0) for status in STATUSES}
    for id, _, cells in board.rows:
        assert [status for status, _ in cells] == [column["cells"][id]["status"] for column in report["columns"]]


def test_the_picture_holds_as_many_squares_as_the_table_has_cells(site: Site) -> None:
    board = covering.dashboard(site, "zh")
    cells = [status for _, _, row in board.rows for status, _ in row]
    assert {status: path.count("M") for status, path in board.picture.items()} == {
        status: cells.count(status) for status in set(cells)
    }


def test_measures_have_a_number_only_where_the_edition_states_it(site: Site, built: Built) -> None:
    for found in nation.list_pages(site):
        for row in (row for rows in found.themes.values() for row in rows):
            under = next(e for e in built.page(row.url).all("p") if e.attributes.get("class") == "under")
            assert under.text.startswith("第") == ("number" in row.row), row.url


def test_every_item_shows_how_each_place_does_it(site: Site) -> None:
    rows = tuple(row for found in nation.list_pages(site) for theme in found.themes.values() for row in theme)
    for id in site.edition.items:
        view = nation.item_page(id, site, rows, "zh")
        assert [way.guide for way in view.ways] == list(site.by_item.get(id, ()))
        here = {way.guide.place.province.code for way in view.ways}
        assert not here & {province.code for province in view.silent}
    ways = {way.guide.subject.id: way for way in nation.item_page("JY-0401", site, rows, "zh").ways}
    assert ways["HN-JISHOU-SHIYEDENGJI"].limit == "网上：5 个工作日；窗口：即时"


def test_a_province_lists_all_its_guides_once(site: Site) -> None:
    for province in site.provinces:
        view = provinces.place_page(province.here, site, "zh")
        listed = [guide for guides in (*view.themes.values(), view.special) for guide in guides]
        assert len(listed) == len(set(map(id, listed)))
        shown = {guide.subject.id for guide in listed}
        for guide in province.guides:
            assert shown & {layer.record["id"] for layer in guide.subject.layers}
        assert sum(row.times for row in view.found) == len(province.section.findings)


def test_places_stand_under_their_prefecture(site: Site) -> None:
    hunan = next(province for province in site.provinces if province.code == "430000")
    below = {name: [place.short for place in places] for name, places in provinces.below(hunan).items()}
    assert below == {"": ["常德市", "永州市"], "湘西土家族苗族自治州": ["吉首市"]}


def test_changes_are_those_that_files_state(site: Site) -> None:
    example = next(province for province in site.provinces if province.code == "990000")
    found = changes.of_province(example, "zh")
    assert [change.day for change in found] == sorted((change.day for change in found), reverse=True)
    assert {"effective", "guide_changed"} <= {change.kind for change in found}
    # a county that takes over the item does not say it again
    registered = [change for change in found if change.kind == "effective" and change.name == "失业登记"]
    assert [change.url for change in registered] == ["guides/990000/P99-0401.html"]
    hunan = next(province for province in site.provinces if province.code == "430000")
    assert changes.of_province(hunan, "zh") == ()


def test_a_code_is_square_and_quiet_around() -> None:
    code = qr_code("https://guides.example/qingdan/guides/433101/HN-JISHOU-SHIYEDENGJI.html")
    assert (code.side - 8 - 17) % 4 == 0
    assert code.path.startswith("M4 4h7v1h-7z")  # the corner that a reader looks for


def test_at_a_glance_nobody_is_told_to_bring_what_only_some_need(site: Site) -> None:
    by_case = 0
    for guide in site.guides:
        told = {name: str(cell) for name, cell in Glance(guide, site.edition, "zh").answers()}.get("要带什么", "")
        asked = [each for each in guide.subject.record.get("materials", []) if each.get("by") != "agency"]
        some = [
            each
            for each in asked
            if each.get("necessity", "required") != "required" or {"when", "case"} & set(each) or unasked(each)
        ]
        always = [each["name"] for each in asked if each not in some]
        assert told.startswith("、".join(always[:6])), guide.url
        assert "……" in told or re.split("；|$", told)[0] == "、".join(always) or not always, guide.url
        assert (f"{len(some)} 样" in told) == bool(some), guide.url
        by_case += bool(some)
    assert by_case > 20


def test_the_table_of_an_item_counts_what_the_guides_say(site: Site) -> None:
    counted = 0
    for id in site.edition.items:
        for way in nation.item_page(id, site, (), "zh").ways:
            words = [each.word for each in guarantees(way.guide, way.guide.place.province.edition, "zh", site.as_of)]
            assert sum(way.standing.values()) == sum(map(bool, words))
            assert all(words.count(word) == n > 0 for word, n in way.standing.items())
            counted += sum(way.standing.values())
    assert counted > 50


def test_a_case_stands_before_a_value_unless_the_value_begins_with_it() -> None:
    case = {"case": "小微企业"}
    assert within(case, "在小微企业就业满1年", unnamed, "zh") == "小微企业：在小微企业就业满1年"
    assert within({"step": "公示"}, "公示7日", unnamed, "zh") == "公示7日"


def test_what_rests_on_a_replaced_document_is_open_on_every_page_and_guaranteed_on_none(site: Site) -> None:
    lost = {"JY-0602-R01", "JY-0602-R02", "POST-R01", "JY-0703-R03"}
    rows = {row.state.document["id"]: row for row in replaced(site, "zh")}
    measures = rows["mof-mohrss-2023-181"]
    assert lost <= set(measures.state.open)
    assert "财社〔2026〕1号" in measures.told
    for guide in site.guides:
        edition = guide.place.province.edition
        said = {each.id: each for each in guarantees(guide, edition, "zh", site.as_of)}
        assert all("财社〔2026〕1号" in each.open for id, each in said.items() if id in lost), guide.url
        assert not lost & {each.id for each in unjudged(guide, site, "zh")}
    for id in ("JY-0602", "JY-0703"):
        for asked in item_page(id, site, (), "en").asked:
            assert ("财社〔2026〕1号" in asked.open) == (asked.id in measures.state.open), asked.id
    steps = [step for page in pages(site, "zh") if page.template == "event.html" for step in page.view["steps"]]
    told = [text for step in steps for text in step["explains"]]
    assert told and not {site.edition.by_id[id]["explains"] for id in lost} & set(told)


def test_the_page_of_replaced_documents_names_the_guides_that_cite_them(site: Site) -> None:
    citing = [guide for row in replaced(site, "en") for guide in row.guides]
    assert citing
    assert all("legal_basis" in guide.subject.record or "standards" in guide.subject.record for guide in citing)


@pytest.mark.parametrize(
    ("phone", "shown"), [("无", False), ("详询当地", False), ("0571-12345678", True), ("１２３３３", True)]
)
def test_at_a_glance_a_telephone_is_one_that_can_be_called(site: Site, phone: str, shown: bool) -> None:
    guide = site.guides[0]
    subject = replace(guide.subject, record={**guide.subject.record, "contact": {"phone": phone}})
    told = dict(Glance(replace(guide, subject=subject), site.edition, "zh").answers())
    assert ("电话" in told) is shown
