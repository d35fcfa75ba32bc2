"""How much is found and how much of it is right, on real provinces and on 2,000 guides: these numbers hold or the build fails."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from statistics import mean

import pytest

from qingdan.loading.opening import known_readings
from qingdan.publishing import site as sites
from qingdan.publishing.search import index
from qingdan.publishing.search.documents import Document
from qingdan.publishing.search.terms import runs
from qingdan.reading import data_folder
from tests.publishing.search.asking import SCRIPT, Asked, Index, indexed

PRECISION_AT_5 = 0.95
FIRST_QUERY, LATER_QUERY = 100_000, 60_000
#: Terms that are in no text; in how many pages each is planted as title, as other name, in the body; its sound, its initials.
PLANTED = (
    ("榫卯", 2, 3, 23, "sunmao", "sm"),
    ("钧瓷匠", 1, 2, 25, "juncijiang", "jcj"),
    ("缂丝津贴", 4, 4, 4, "kesijintie", "ksjt"),
    ("云锦织造师补助", 9, 9, 10, "yunjinzhizaoshibuzhu", "yjzzsbz"),
)


def planted(given: list[Document]) -> list[Document]:
    """Each term in pages that are spread over the site; beside each page with a term one with its parts only."""
    documents = list(given)
    free = iter(range(60, len(documents), 2))
    for term, titles, names, bodies, *_ in PLANTED:
        for kind, count in (("title", titles), ("names", names), ("body", bodies)):
            for _ in range(count):
                at = next(free)
                page, decoy = documents[at], documents[at + 1]
                old = {"title": page.title, "names": page.names, "body": page.body}[kind]
                new = f"{term}{old}" if isinstance(old, str) else (*old, f"请带上{term}的证明")
                documents[at] = replace(page, **{kind: new})
                parts = (
                    (f"{term[:2]}房的{term[1:]}", f"另有{term[-2:]}") if len(term) > 2 else (f"{term[0]}和{term[1]}",)
                )
                documents[at + 1] = replace(decoy, body=(*decoy.body, *parts[1:], parts[0].replace(term, "")))
    return documents


@pytest.fixture(scope="session")
def with_planted(any_site: sites.Site, tmp_path_factory: pytest.TempPathFactory) -> Index:
    return indexed(any_site, tmp_path_factory.mktemp("planted"), planted)


def recall(found: Asked, right: set[str]) -> float:
    return len(right & set(found.urls)) / len(right)


def precision(found: Asked, right: set[str]) -> float:
    first = found.urls[:5]
    return sum(url in right for url in first) / len(first)


def test_planted_terms_are_all_found_and_come_first(with_planted: Index) -> None:
    answers = with_planted.ask(*(term for term, *_ in PLANTED), all="1")
    right = [with_planted.holding(term) for term, *_ in PLANTED]
    assert [len(each) for each in right] == [sum(counts) for _, *counts, _, _ in PLANTED]
    assert [recall(*pair) for pair in zip(answers, right, strict=True)] == [1.0] * len(PLANTED)
    assert mean(precision(*pair) for pair in zip(answers, right, strict=True)) >= PRECISION_AT_5


@pytest.mark.parametrize("way", [4, 5], ids=["whole", "initials"])
def test_planted_names_are_all_found_by_their_sound(with_planted: Index, way: int) -> None:
    answers = with_planted.ask(*(str(row[way]) for row in PLANTED), all="1")
    for (term, titles, names, *_), answer in zip(PLANTED, answers, strict=True):
        named = {each.url for each in with_planted.documents if any(term in text for text in (each.title, *each.names))}
        assert len(named) == titles + names
        assert named <= set(answer.urls), term
        if len(term) > 2:
            assert precision(answer, named) >= PRECISION_AT_5, term


def terms_of(documents: Sequence[Document]) -> list[str]:
    """Words of two to nine characters out of titles, names and lines, spread evenly; the same each time."""
    texts = sorted({text for each in documents for text in (each.title, *each.names, *each.body)})
    found: dict[str, None] = {}
    for number, text in enumerate(texts[:: max(1, len(texts) // 300)]):
        chinese = [run for run in runs(text) if not run.isascii() and run in text]
        size = (2, 3, 4, 6, 9)[number % 5]
        found.update(dict.fromkeys(run[start : start + size] for run in chinese[:2] for start in (0, len(run) // 3)))
    return [term for term in found if len(term) > 1]


@pytest.fixture(params=["real", "large"])
def any_index(request: pytest.FixtureRequest) -> Index:
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Index)
    return found


def test_terms_of_the_texts_are_all_found_and_little_else(any_index: Index) -> None:
    terms = terms_of(any_index.documents)
    assert len(terms) > 150
    answers = any_index.ask(*terms, all="1")
    right = {term: any_index.holding(term) for term in terms}
    missed = [term for term, answer in zip(terms, answers, strict=True) if not right[term] <= set(answer.urls)]
    assert missed == []
    precise = [precision(answer, right[term]) for term, answer in zip(terms, answers, strict=True)]
    assert mean(precise) >= PRECISION_AT_5


def test_few_bytes_are_read(any_index: Index) -> None:
    terms = terms_of(any_index.documents)
    long_ones = [
        "我想问失业了以后怎么办理失业保险金申领需要带什么材料",
        "就业困难人员 社会保险补贴 申领 条件 材料 时限",
    ]
    asked = [*terms[::5], *long_ones, "shiyebaoxianjinshenling", "jykn", "失业 登记", "0571-12333"]
    first = any_index.ask(*asked, fresh=True, all="1")
    assert max(each.answer["bytes"] for each in first) + SCRIPT.stat().st_size <= FIRST_QUERY
    head = (any_index.folder / "search" / "head.json").stat().st_size
    assert max(each.answer["bytes"] for each in first) - head <= LATER_QUERY


def test_a_term_of_four_characters_is_not_met_by_its_halves(real_site: sites.Site, tmp_path: Path) -> None:
    def change(given: list[Document]) -> list[Document]:
        return [*given, Document("guides/x/1.html", "甲", body=("社保经办机构", "医保卡"))]

    found = indexed(real_site, tmp_path, change)
    assert "guides/x/1.html" not in found.one("社保卡", all="1").urls
    assert "guides/x/1.html" in found.one("社保 卡", all="1").urls


def test_title_before_other_name_before_text(real_site: sites.Site, tmp_path: Path) -> None:
    def change(given: list[Document]) -> list[Document]:
        body = Document("guides/x/1.html", "甲", body=("缂丝津贴",))
        names = Document("guides/x/2.html", "乙", names=("缂丝津贴",))
        longer = Document("guides/x/3.html", "缂丝津贴的申领和发放")
        exact = Document("guides/x/4.html", "缂丝津贴")
        old = replace(exact, url="guides/x/5.html", specimen="old")
        return [*given, body, old, names, longer, exact]

    urls = indexed(real_site, tmp_path, change).one("缂丝津贴", all="1").urls
    assert urls == [f"guides/x/{number}.html" for number in (4, 3, 5, 2, 1)]


def test_each_key_stands_in_one_file(real: Index) -> None:
    shards = [path for path in (real.folder / "search" / "k").iterdir()]
    texts = [path.read_text("utf-8") for path in shards]
    assert sum(text.count('"失业登":') for text in texts) == 1
    home = real.folder / "search" / "k" / f"{index.shard('失业登', len(shards))}.json"
    assert '"失业登":' in home.read_text("utf-8")


@pytest.fixture(scope="module")
def divisions(real_site: sites.Site, tmp_path_factory: pytest.TempPathFactory) -> Index:
    """The real site, and a page for each name of a division that has a character of several readings."""

    def named(given: list[Document]) -> list[Document]:
        return [*given, *(Document(f"named/{name}.html", name) for name in uncertain())]

    return indexed(real_site, tmp_path_factory.mktemp("divisions"), named)


@cache
def uncertain() -> list[str]:
    """Names of which a word decides more than their last character."""
    with (data_folder("catalogue") / "divisions" / "readings.csv").open(encoding="utf-8", newline="") as file:
        return [row["name"] for row in csv.DictReader(file) if set(row["by"].split(";")) - {"", "区", "地", "省"}]


def test_every_name_is_found_by_every_way_it_is_read(divisions: Index) -> None:
    wanted = [(name, "".join(reading)) for name in uncertain() for reading in known_readings().whole[name]]
    answers = divisions.ask(*(typed for _, typed in wanted), all="1")
    missed = [
        (name, typed) for (name, typed), answer in zip(wanted, answers, strict=True)
        if f"named/{name}.html" not in answer.urls
    ]  # fmt: skip
    assert len(wanted) > 400 and missed == []


@pytest.mark.parametrize(
    ("typed", "name"),
    [("daicheng", "大城县"), ("dacheng", "大城县"), ("tanchang", "宕昌县"), ("dangchang", "宕昌县"), ("kuerle", "库尔勒市"),
     ("minhang", "闵行区"), ("weishi", "尉氏县"), ("yuli", "尉犁县"), ("hsb", "红寺堡区"), ("laoting", "乐亭县")],
)  # fmt: skip
def test_a_part_of_a_name_is_enough(divisions: Index, typed: str, name: str) -> None:
    assert f"named/{name}.html" in divisions.one(typed, all="1").urls
