"""A baseline comes from anywhere: what is no report is refused with a word, and never believed or stumbled over."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import qingdan
from qingdan.loading import baselines
from qingdan.loading.baselines import read_baseline
from qingdan.problems import BrokenBaseline
from qingdan.reports.validate import as_json as json_report

AS_OF = "2026-11-22"


@pytest.fixture(scope="module")
def value(repo: Path) -> dict[str, Any]:
    """The report of a real province."""
    return json_report.value(qingdan.validate(repo / "provinces" / "410000-henan", as_of=AS_OF), "zh")


def written(tmp_path: Path, data: str | bytes) -> Path:
    path = tmp_path / "base.json"
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def problem(path: Path) -> str:
    with pytest.raises(BrokenBaseline) as caught:
        read_baseline(path)
    assert caught.value.path == path.as_posix()
    return caught.value.problem


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("", "not_json"),
        ("schema: report/1", "not_json"),
        ('{"schema": "report/1"', "not_json"),
        ("[" * 100_000, "not_json"),
        ("9" * 10_000, "not_json"),
        ("[]", "not_a_report"),
        ("null", "not_a_report"),
        ('"report/1"', "not_a_report"),
        ("{}", "not_a_report"),
        ('{"schema": "coverage/1"}', "not_a_report"),
        ('{"schema": 7}', "not_a_report"),
        ('{"schema": "report/2"}', "version"),
        ('{"schema": "report/1"}', "faults"),
        (b"\xff\xff\xff\x00\x01", "encoding"),
    ],
)
def test_what_is_no_report_is_refused(data: str | bytes, expected: str, tmp_path: Path) -> None:
    assert problem(written(tmp_path, data)) == expected


def test_a_file_that_never_ends_is_refused() -> None:
    assert problem(Path("/dev/zero")) == "too_large"


def test_a_folder_and_a_missing_file_are_errors_of_reading(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "nothing.json"):
        with pytest.raises(OSError):
            read_baseline(path)


def test_the_real_report_is_read_in_every_encoding_that_a_shell_writes(value: dict[str, Any], tmp_path: Path) -> None:
    text = json.dumps(value, ensure_ascii=False)
    read = [read_baseline(written(tmp_path, text.encode(each))) for each in ("utf-8", "utf-8-sig", "utf-16", "gb18030")]
    assert read[0].lists[0].findings and all(each == read[0] for each in read)


def test_a_report_made_with_a_baseline_holds_new_findings_only_and_is_refused(repo: Path, tmp_path: Path) -> None:
    province = repo / "provinces" / "410000-henan"
    base = written(tmp_path, qingdan.render(qingdan.validate(province, as_of=AS_OF), "json"))
    compared = qingdan.render(qingdan.validate(province, as_of=AS_OF, baseline=base), "json")
    assert problem(written(tmp_path, compared)) == "compared"


@pytest.mark.parametrize("text", ["\ud800", "\u0000", "\u202e", "\x1b[2J"])
def test_characters_that_steer_or_are_half_are_harmless(value: dict[str, Any], text: str, tmp_path: Path) -> None:
    changed = json.loads(json.dumps(value))
    for finding in changed["sections"][0]["findings"]:
        finding["message"] = finding["path"] = text
        finding["fingerprint"] = "0" * 16
    path = written(tmp_path, json.dumps(changed))
    try:
        read_baseline(path)
    except BrokenBaseline as error:
        assert error.problem == "faults"


def places(value: Any, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every place in a value."""
    found = [at]
    if isinstance(value, dict):
        found += [place for key, part in value.items() for place in places(part, (*at, key))]
    elif isinstance(value, list):
        found += [place for key, part in enumerate(value[:3]) for place in places(part, (*at, key))]
    return found


STRANGE = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(), st.just([]), st.just({}), st.just([{}]),
    st.just(10**4000), st.just("\udfff"),
)  # fmt: skip


@given(data=st.data())
def test_a_report_that_was_tampered_with_is_read_or_refused(
    value: dict[str, Any], tmp_path_factory: Any, data: st.DataObject
) -> None:
    changed = json.loads(json.dumps(value))
    place = data.draw(st.sampled_from(places(changed)[1:]))
    node = changed
    for step in place[:-1]:
        node = node[step]
    node[place[-1]] = data.draw(STRANGE)
    path = written(tmp_path_factory.mktemp("t"), json.dumps(changed))
    try:
        read = read_baseline(path)
    except BrokenBaseline:
        return
    assert isinstance(read, baselines.EarlierReport)
