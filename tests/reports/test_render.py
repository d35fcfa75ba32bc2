"""All that the command prints, the SDK gives as text."""

from __future__ import annotations

import pytest

import qingdan
from qingdan.reports.formats import FORMATS
from tests.app.running import run
from tests.conftest import REPO

DAY = "2026-11-22"
EXAMPLE, OTHER = (str(REPO / "provinces" / name) for name in ("990000-example", "310000-shanghai"))


@pytest.mark.parametrize("name", [each for each in FORMATS["validate"] if each != "github"])
def test_a_report_is_what_the_command_prints(name: str) -> None:
    told = qingdan.render(qingdan.validate(OTHER, as_of=DAY), name)
    assert told == run("validate", OTHER, "-f", name, "--as-of", DAY, "--fail-on", "never").out


@pytest.mark.parametrize("name", list(FORMATS["diff"]))
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_so_is_a_diff(name: str, lang: str) -> None:
    told = qingdan.render(qingdan.compare("national", EXAMPLE, as_of=DAY), name, lang)  # type: ignore[arg-type]
    assert told == run("diff", "national", EXAMPLE, "-f", name, "--as-of", DAY, "--lang", lang).out


def test_every_other_answer_can_be_had() -> None:
    answers = [qingdan.items(), qingdan.documents(as_of=DAY), qingdan.coverage(EXAMPLE, as_of=DAY),
               qingdan.export(EXAMPLE, as_of=DAY), qingdan.region(EXAMPLE, OTHER, as_of=DAY)]  # fmt: skip
    assert all(qingdan.render(each) for each in answers)


def test_what_cannot_be_rendered_says_what_can() -> None:
    with pytest.raises(TypeError, match="not an answer of qingdan: int"):
        qingdan.render(3)
    with pytest.raises(ValueError, match="items has no format 'pdf'; it has text, json"):
        qingdan.render(qingdan.items(), "pdf")
