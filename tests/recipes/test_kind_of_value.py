"""The recipe "Add a kind of value" is one record: it is compared, said, printed and linked, and what it lacks is told."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path

import pytest

from tests.recipes import copies

MODEL = '''class Hours(Strict, total=False):
    """For how many hours of each week something is open."""

    amount: Required[Annotated[Whole, part("小时")]]
    channel: Annotated[Id, part("渠道")]
    text: Annotated[Text, part("原文")]


'''
MODULE = '''"""Hours of a week: the more the better."""

from __future__ import annotations

import re
from typing import cast

from qingdan.model.figures import figures
from qingdan.model.values import Hours
from qingdan.values.answer import YES, Answer, all_of, any_of, no
from qingdan.values.context import Context
from qingdan.values.kind import Entry, Kind, Speaker
from qingdan.values.printed import any_differs, heard, printed, rest, surely
from qingdan.words.said import Phrases

#: Words that change nothing.
_KNOWN = re.compile("每周|开放|不少于")


def within(a: list[Hours], b: list[Hours], context: Context) -> Answer:
    """Whether a is open no longer than b."""
    return all_of(heard(any_of((_one(x, y) for y in b), no("more", str(x["amount"]))), x, b, unread) for x in a)


def _one(a: Hours, b: Hours) -> Answer:
    return YES if a["amount"] <= b["amount"] else no("more", str(a["amount"]))


def differs(hours: Entry) -> bool:
    """Whether a number of hours is not that of its text."""
    found = {each.high for each in printed(hours, ("hour",))}
    return bool(found) and hours["amount"] not in found


def unread(hours: Entry) -> str:
    """The words beside a number of hours that are not read."""
    return rest(hours, lambda figure: figure.unit == "hour" and figure.high == hours["amount"], _KNOWN)


def read(text: str, context: Context) -> Hours | None:
    """So many hours, as printed."""
    found = [each.high for each in figures(text) if each.unit == "hour" and each.high.denominator == 1]
    return surely([cast("Hours", {"amount": int(each), "text": text}) for each in found], differs, unread)


def say(entry: Entry, speaker: Speaker) -> str:
    """So many hours a week."""
    return Phrases("value")("hours_a_week", speaker.lang, amount=entry["amount"])


KIND = Kind(
    name="hours",
    within=within,
    read=read,
    keyed=True,
    differs=any_differs(differs),
    unread=unread,
    words={Hours: say},
)
'''
DECLARED = """    open_hours: Annotated[
        list[Hours],
        element("每周开放", "窗口每周开放多少小时", "hours", "channels", "more", "covers"),
        Told("contact", called=Said("每周开放多久", "Open each week")),
    ]
"""
REQUIRED = '    hours: Annotated[list[Hours], part("小时")]\n'
ITEM = "  - id: P99-0101\n"
STATED = "    open_hours: [{{amount: {amount}, channel: counter, text: 每周开放{amount}小时}}]\n"
DAY = copies.DAY
#: Words of a command → what it says of the new kind.
OUTPUTS = {
    ("explain", "open_hours"): "hours",
    ("diff", "../old", "../new", *DAY): "每周 20 小时 → 每周 40 小时",
    ("diff", "../old", "../new", "-f", "json", *DAY): '"effect": "better"',
    ("changelog", "../old", "../new", *DAY): "每周 20 小时 | 每周 40 小时",
    ("changelog", "../old", "../new", "--for", "citizens", *DAY): "原来 每周 20 小时；现在 每周 40 小时",
    ("validate", "../wrong", "--select", "ELM006", "--fail-on", "never", *DAY): "每周开放20小时",
    ("export", "../new", "-f", "csv", *DAY): "窗口：每周开放40小时",
    ("export", "../new", "-f", "jsonl", *DAY): '"open_hours": [{"amount": 40,',
}
#: What a record may lack, or what may be forgotten → the test that says so.
WANTING = {
    "words": ("values/hours.py", "    words={Hours: say},\n", "test_a_kind_has_words_for_what_its_elements_hold"),
    "unread": ("values/hours.py", "    unread=unread,\n", "test_a_kind_is_whole"),
    "listed": ("values/__init__.py", "hours, limits, counts", "test_every_kind_that_elements_may_declare_is_there"),
}


def follow(folder: Path) -> None:
    """What a person does, step by step."""
    package = folder / "cli" / "qingdan"
    copies.put(package / "model" / "values.py", "class Limit(", MODEL)
    copies.put(package / "model" / "base.py", '    "prose",\n]', '    "hours",\n')
    copies.put(package / "model" / "edition.py", "    counts: Annotated[", REQUIRED)
    (package / "values" / "hours.py").write_text(MODULE, "utf-8")
    copies.put(package / "values" / "__init__.py", "    limits,\n", "    hours,\n")
    copies.put(package / "values" / "__init__.py", "limits, counts, money", "hours, ")
    copies.put(package / "words" / "zh.yaml", "  sum_per:", "  hours_a_week: 每周 {amount} 小时\n")
    copies.put(package / "words" / "en.yaml", "  sum_per:", "  hours_a_week: '{amount} hour(s) a week'\n")
    for name in ("elements.py", "edition.py"):
        copies.put(package / "model" / name, "Limit, Member, Money", "Hours, ")
    copies.put(package / "model" / "elements.py", "    # steps\n", DECLARED)
    example = "open_hours: [{amount: 40, channel: counter}]\n"
    copies.put(package / "model" / "examples.yaml", "steps:", example)
    copies.put(folder / "docs" / "glossary.md", "| `state` |", "| `open_hours` | 每周开放 | | |\n")
    _state(folder / "provinces" / "990000-example", STATED.format(amount=20))
    laws = folder / "tests" / "values" / "test_laws.py"
    made = '    "hours": ("open_hours", st.integers(0, 60).map(lambda n: [{"amount": n}])),\n'
    copies.put(laws, '    "documents": ("legal_basis", DOCUMENTS)', made)
    copies.put(
        folder / "CHANGELOG.md", "\n### 修正 Fixed", "- 一种值：每周多少小时。A kind of value: hours of a week.\n"
    )


def _state(folder: Path, text: str) -> None:
    items = folder / "items" / "01-information.yaml"
    whole = items.read_text("utf-8").replace(STATED.format(amount=20), "")
    items.write_text(whole.replace(ITEM, ITEM + text, 1), "utf-8")


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy with one more kind, and beside it lists that state a value of it: before, after, and one that is wrong."""
    folder = copies.followed(copies.copied(tmp_path_factory.mktemp("copy") / "r"), follow)
    wrong = STATED.format(amount=20).replace("amount: 20", "amount: 30")
    for name, text in (("old", STATED.format(amount=20)), ("new", STATED.format(amount=40)), ("wrong", wrong)):
        shutil.copytree(folder / "provinces" / "990000-example", folder.parent / name)
        _state(folder.parent / name, text)
    return folder


@pytest.mark.parametrize("words", OUTPUTS, ids=" ".join)
def test_every_output_tells_a_new_kind(words: tuple[str, ...], changed: Path) -> None:
    assert OUTPUTS[words] in copies.qingdan(changed, *words)


def test_it_is_compared_and_said_where_no_words_were_entered(changed: Path) -> None:
    lines = (
        "from qingdan.model.registry import Registries",
        "from qingdan.values import within",
        "from qingdan.values.context import Context",
        "from qingdan.values.saying import say",
        "from tests.values.registries import small_registries",
        "context = Context(small_registries(), 'open_hours')",
        "a, b, c = ([{'amount': 20}], [{'amount': 40}], [{'amount': 20, 'text': '每周20小时，节假日除外'}])",
        "print([within('hours', *sides, context).verdict for sides in ((a, b), (b, a), (c, b))])",
        "print([say(b, lang, element='open_hours') for lang in ('zh', 'en')])",
    )
    told = copies.python(changed, "-c", "\n".join(lines)).splitlines()
    assert told == ["['yes', 'no', 'maybe']", "['每周 40 小时', '40 hour(s) a week']"]


def test_a_cell_and_a_statement_hold_it(changed: Path) -> None:
    found = copies.qingdan(changed, "export", "../new", "-f", "csv", *DAY).removeprefix("\ufeff")
    rows = {row["指南编号"]: row for row in csv.DictReader(io.StringIO(found, newline=""))}
    assert rows["990000/P99-0101"]["每周开放"] == "窗口：每周开放40小时"
    graph = json.loads(copies.qingdan(changed, "export", "../new", "-f", "jsonld", *DAY))["@graph"]
    nodes = {node["@id"]: node for node in graph}
    stated = [nodes[id] for id in nodes["urn:qingdan:guide:990000:P99-0101"]["qd:statement"]]
    [node] = [each for each in stated if each["qd:element"] == "open_hours"]
    assert node["prefLabel"]["@value"] == "每周开放：窗口：每周开放40小时"


def test_the_tests_of_kinds_pass(changed: Path) -> None:
    tests = ("tests/values/test_records.py", "tests/values/test_laws.py", "tests/model/test_elements.py")
    assert copies.tested(changed, *tests, "tests/model/test_examples.py", "tests/words/test_said.py") == ""
    assert copies.example(changed) == ""
    assert copies.linted(changed) == ""


@pytest.mark.parametrize("what", WANTING)
def test_what_a_kind_lacks_is_told_by_a_test(what: str, changed: Path) -> None:
    name, text, test = WANTING[what]
    file = changed / "cli" / "qingdan" / name
    whole = file.read_text("utf-8")
    assert whole.count(text) == 1
    file.write_text(whole.replace(text, text.removeprefix("hours, ") if what == "listed" else ""), "utf-8")
    try:
        assert test in copies.tested(changed, "tests/values/test_records.py")
    finally:
        file.write_text(whole, "utf-8")


@pytest.mark.parametrize("language", (0, 1), ids=("zh", "en"))
def test_the_page_names_what_was_touched(changed: Path, language: int) -> None:
    assert copies.unnamed_and_untouched("kind of value", changed, language) == [set(), set()]
