"""Whatever is written as YAML reads back as it was meant."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qingdan.reading import read_document
from qingdan.writing.yaml_text import dumped

TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")) | st.sampled_from("\n:#-[]{}\"'"), max_size=30
)


@given(st.dictionaries(st.sampled_from("abc"), TEXTS | st.lists(TEXTS) | st.integers(0, 9999)))
def test_what_is_written_reads_back(value: dict[str, object]) -> None:
    meant = {"schema": "x/1", **value}
    assert read_document("a.yaml", dumped(meant, "注").encode()).value == meant
