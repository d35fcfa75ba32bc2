"""Every element and every part of it is on the page and in the linked data, or says why it is not."""

from __future__ import annotations

import json
import re
from typing import Any, Literal, get_args, get_origin

import pytest
import yaml
from typing_extensions import get_type_hints, is_typeddict

from qingdan.loading.opening import national
from qingdan.model import parts
from qingdan.model.base import Pattern
from qingdan.model.elements import Elements
from qingdan.model.fields import hidden_in, words_of
from qingdan.publishing.guide import Maker
from qingdan.publishing.work import work
from qingdan.reports.export import as_jsonld as linked
from qingdan.reports.export.nodes import Nodes
from tests.cases.lists import AS_OF, HEAD

#: Values of parts that are codes or numbers, by name.
_VALUES: dict[str, Any] = {
    "unit": "working_day", "per": "month", "bound": "max", "what": "publicity", "charged": "yes", "scheme": "local",
    "necessity": "conditional", "value": "1/2", "yuan": 777, "fen": 0,
}  # fmt: skip
#: Parts whose ids are said by the names of their registries, or frame a value.
_IDS = {"id", "kind", "depth", "scope", "nature", "start", "channel", "until", "document"}


class Filler:
    """A record with every element and part, each text of its own."""

    def __init__(self) -> None:
        self.texts: dict[str, str] = {}

    def value(self, hint: Any, path: str) -> Any:
        name, pattern = path.rsplit(".", 1)[-1], ""
        while get_origin(hint) is not None and get_origin(hint) not in (list, Literal):
            for each in getattr(hint, "__metadata__", ()):
                pattern = each.expression if isinstance(each, Pattern) else pattern
            hint = hint.__origin__ if hasattr(hint, "__metadata__") else get_args(hint)[0]
        if get_origin(hint) is list:
            return [self.value(get_args(hint)[0], path)]
        if isinstance(hint, type) and issubclass(hint, dict):
            return self.record(hint, path)
        if name in _VALUES:
            return _VALUES[name]
        if hint is int:
            return 7
        if get_args(hint):
            return get_args(hint)[0]
        number = len(self.texts)
        text = f"写明{number}号"
        if not re.match(pattern or "", text):
            text = (
                f"20{number % 90 + 10}-01-02"
                if re.match(pattern, "2024-01-02") and "[0-9]{2}" in pattern
                else f"c{number}"
            )
        self.texts[path] = text
        return text

    def record(self, model: Any, path: str = "") -> dict[str, Any]:
        hints = get_type_hints(model, include_extras=True)
        return {
            key: self.value(hint, f"{path}.{key}" if path else key) for key, hint in hints.items() if key not in _IDS
        }  # fmt: skip


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, str], str, str]:
    filler = Filler()
    record = {"id": "ZJ-1", **filler.record(Elements)}
    record["conditions"][0]["any_of"][0].pop("value")
    record |= {"type": "public-service", "case_type": "promised", "name": "某事"}
    for path in ("type", "case_type", "name"):
        filler.texts.pop(path, None)
    for path in ("contact.phone",):
        assert path in filler.texts
    root = tmp_path_factory.mktemp("shown") / "list"
    (root / "items").mkdir(parents=True)
    (root / "catalogue.yaml").write_text(HEAD, "utf-8")
    text = yaml.safe_dump({"schema": "items/1", "items": [record]}, allow_unicode=True)
    (root / "items" / "one.yaml").write_text(text, "utf-8")
    site = work([root], AS_OF, broken=True).site
    (guide,) = site.guides
    blocks = Maker(guide, site.edition, "zh").blocks()
    page = "\n".join(str(cell) for block in blocks for row in (*block.rows, (block.title,)) for cell in row)
    page += str(guide.subject.record.get("everyday_name", ""))
    nodes = Nodes(national())
    linked.add_guide(nodes, guide.entry)
    return filler.texts, page, json.dumps(linked.document(nodes), ensure_ascii=False)


def _missing(texts: dict[str, str], where: str) -> set[str]:
    return {path for path, text in texts.items() if text not in where and not _hidden(path)}


def _hidden(path: str) -> bool:
    model: Any = Elements
    for key in path.split("."):
        words, model = words_of(model)[key]
        if words.hidden:
            return True
    return False


def test_every_stated_text_is_on_the_page(told: tuple[dict[str, str], str, str]) -> None:
    texts, page, _ = told
    assert len(texts) > 100
    assert not (lost := _missing(texts, page)), " ".join(sorted(lost))


def test_every_stated_text_is_in_the_linked_data(told: tuple[dict[str, str], str, str]) -> None:
    texts, _, data = told
    assert not (lost := _missing(texts, data)), " ".join(sorted(lost))


def test_what_is_hidden_says_why_and_exists() -> None:
    models = [Elements, *(each for each in vars(parts).values() if is_typeddict(each))]
    hidden = [why for model in models for why in hidden_in(model).values()]
    assert len(hidden) > 7 and all(len(why) > 10 for why in hidden)


def test_alternatives_under_a_name_and_joint_offices_are_shown(told: tuple[dict[str, str], str, str]) -> None:
    texts, page, data = told
    for path in ("materials.any_of.text", "provider.joint", "provider.entrusted_by", "provider.intermediaries"):
        assert texts[path] in page and texts[path] in data
