"""What is put into a cell comes out of it, and what a person wrote is read whole or not at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qingdan.loading.catalogue import load_catalogue
from qingdan.loading.opening import national
from qingdan.model.declarations import elements
from qingdan.model.examples import EXAMPLES
from qingdan.reading import FolderTree
from qingdan.values import KINDS, kind_of
from qingdan.values.context import Context
from qingdan.values.in_cells import from_cell, to_cell
from tests.conftest import REPO
from tests.values.test_laws import VALUES

REGISTRIES = national().registries


def stated() -> Iterator[tuple[str, Any]]:
    """Every value of every element in the lists that are here."""
    for folder in sorted((REPO / "provinces").iterdir()):
        for subject in load_catalogue(FolderTree(folder)).effective():
            for element in elements():
                if element in subject.record:
                    yield element, subject.record[element]  # type: ignore[literal-required]


def test_every_value_of_every_list_comes_back_and_most_are_words() -> None:
    told = Counter[tuple[str, bool]]()
    for element, value in stated():
        text = to_cell(value, element, REGISTRIES)
        assert from_cell(text, element, REGISTRIES) == value, (element, text)
        told[kind_of(element).name, text.startswith(("{", "["))] += 1
    for kind in ("limits", "fee", "concepts", "documents", "name"):
        assert told[kind, False] > told[kind, True], kind


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
def test_every_value_of_every_kind_comes_back(kind: str, data: st.DataObject) -> None:
    if kind not in VALUES:
        pytest.skip("no values are made of this kind")
    element, values = VALUES[kind]
    value = data.draw(values)
    assert from_cell(to_cell(value, element, REGISTRIES), element, REGISTRIES) == value


@pytest.mark.parametrize(
    ("element", "text", "value"),
    [
        ("promised_limit", "3个工作日", [{"amount": 3, "unit": "working_day", "text": "3个工作日"}]),
        ("promised_limit", "3 个工作日", [{"amount": 3, "unit": "working_day"}]),
        ("promised_limit", "即办", [{"unit": "immediate", "text": "即办"}]),
        ("promised_limit", "承诺期限：10工作日 法定期限：15工作日", None),
        ("promised_limit", "3个工作日，特殊情况延长至10个工作日", None),
        ("amount", "1.5万元", [{"yuan": 15000, "text": "1.5万元"}]),
        ("amount", "1000元，技师2000元", None),
        ("ratio", "12％", [{"value": "12/100", "text": "12％"}]),
        ("visits", "零跑动", [{"amount": 0, "text": "零跑动"}]),
        ("fee", "免费", {"charged": "no", "text": "免费"}),
        ("fee", "免费（证书工本费5元）", None),
        ("legal_basis", "《就业促进法》第五十二条", [{"title": "就业促进法", "article": "第五十二条"}]),
        ("legal_basis", "见有关规定", None),
        ("audience", "高校毕业生", [{"id": "graduates"}]),
        ("materials", "无", []),
        ("materials", "", None),
        ("promised_limit", '{"amount": 3', None),
        ("promised_limit", "[" * 100_000, None),
        ("name", "关于【2024】的通知", "关于【2024】的通知"),
        ("aliases", "【急】\n乙", ["【急】", "乙"]),
        ("materials", "/", None),
        ("materials", "无\n身份证", None),
    ],
)
def test_what_a_person_wrote(element: str, text: str, value: object) -> None:
    assert from_cell(text, element, REGISTRIES) == value


@pytest.mark.parametrize(
    "text", ["", "无", "a\nb", "a【b】", "【数量：3】", "；", "[", '"', "null", "03", "/", "=1+1", "\ufeffa"]
)
@pytest.mark.parametrize(
    ("element", "value"),
    [
        ("name", lambda text: text),
        ("aliases", lambda text: [text]),
        ("materials", lambda text: [{"name": text}]),
        ("materials", lambda text: [{"name": text, "id": "local/unknown"}]),
        ("conditions", lambda text: [{"any_of": [{"text": text}]}]),
        ("promised_limit", lambda text: [{"text": text, "unit": "immediate"}]),
        ("legal_basis", lambda text: [{"title": text}]),
    ],
)
def test_strange_texts_come_back(element: str, value: Callable[[str], object], text: str) -> None:
    stated = value(text)
    assert from_cell(to_cell(stated, element, REGISTRIES), element, REGISTRIES) == stated


@pytest.mark.parametrize("element", elements())
def test_each_kind_reads_a_text_and_makes_no_number_of_one_that_has_none(element: str) -> None:
    for text in ("按规定", "第2批", "见附件", "5~8天之间视情况", EXAMPLES.get(element, "x")):
        entry = kind_of(element).read(text, Context(REGISTRIES, element))
        assert entry is None or text in str(entry) or isinstance(entry, str)
