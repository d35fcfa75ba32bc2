"""The laws of what is kept: it holds, it stands at its place, and whatever is missing has been named."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from qingdan.loading import structure
from qingdan.model.examples import EXAMPLES
from qingdan.reading import read_document

RIGHT = {field: read_document("a.yaml", text.encode()).value[field] for field, text in EXAMPLES.items()}
WRONG = st.sampled_from([None, 3, "", "x\u0001", [], {}, ["甲"], {"甲": 1}, [{"id": 1}], {"id": "X", "fee": 1}])
FIELDS = st.dictionaries(st.sampled_from([*sorted(EXAMPLES), "受理条件", "name "]), st.booleans(), max_size=6)


@st.composite
def items(draw: st.DrawFn) -> list[Any]:
    entries: list[Any] = []
    for number, fields in enumerate(draw(st.lists(FIELDS, min_size=1, max_size=4))):
        entry: dict[str, Any] = {"id": f"A-{number}"}
        for field, right in fields.items():
            entry[field] = RIGHT[field] if right and field in RIGHT else draw(WRONG)
        entries.append(draw(st.sampled_from([entry, entry, entry, None, "x"])))
    return entries


@settings(max_examples=150)
@given(items())
def test_what_is_kept_holds_and_what_is_not_is_named(entries: list[Any]) -> None:
    value = {"schema": "items/1", "items": entries}
    document = read_document("a.json", json.dumps(value, ensure_ascii=False).encode())
    before = json.dumps(document.value)
    checked = structure.check("items", document)
    assert json.dumps(document.value) == before
    kept = checked.value["items"]
    assert len(kept) == len(entries)
    whole = {**checked.value, "items": [entry for entry in kept if entry is not None]}
    assert list(structure.faults("items", whole)) == []
    assert len(checked.left_out) == sum(entry is None for entry in kept)
    for entry, left in zip(document.value["items"], kept, strict=True):
        missing = set(entry) - set(left) if left is not None else set()
        assert missing <= {field for _, id, field in checked.dropped if left is not None and id == left["id"]}
    told = [finding.id for finding in checked.findings]
    assert told.count("STR009") == len(checked.left_out)
    assert bool(checked.dropped) is ("STR010" in told)
