"""Several provinces side by side: what agrees, what is to be agreed on, and what nobody can say; in every format."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

import qingdan
from qingdan.loading import structure
from qingdan.reports.region import formats as reporting
from qingdan.reports.region.facts import Region
from qingdan.words.grammar import Lang
from tests.app.running import run
from tests.reports.test_coverage_formats import Page

REPO = Path(__file__).resolve().parents[2]
AS_OF = "2026-11-22"
NAMES = ("430000-a", "420000-b", "360000-c")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three provinces with the same list, in which the test stands."""
    for name in NAMES:
        folder = tmp_path / "provinces" / name
        shutil.copytree(REPO / "provinces" / "990000-example", folder)
        replaced(folder / "catalogue.yaml", 'province: "990000"', f'province: "{name[:6]}"')
    monkeypatch.chdir(tmp_path)
    return tmp_path


def replaced(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert text.count(old) == 1, (path, old)
    path.write_text(text.replace(old, new), "utf-8")


def registration(here: Path, name: str) -> Path:
    return here / "provinces" / name / "items" / "04-registration.yaml"


def region(*names: str) -> Region:
    return qingdan.region(*(names or ("430000", "420000", "360000")), as_of=AS_OF)


def standings(found: Region) -> dict[tuple[str, str], str]:
    return {(point.item, point.element): point.standing for point in found.points}


def test_the_same_lists_agree_in_everything_they_state(here: Path) -> None:
    found = region()
    stated = [point for point in found.points if None not in point.values]
    assert stated and {point.standing for point in stated} == {"agreed"}
    assert found.counts["differs"] == found.counts["unsettled"] == 0 and found.absent == {}


def test_one_that_differs_is_to_be_talked_about(here: Path) -> None:
    replaced(registration(here, NAMES[1]), "{amount: 3, unit: working_day, start: registered, text: 登记后3个工作日内电话联系}",
             "{amount: 5, unit: working_day, start: registered}")  # fmt: skip
    found = region()
    (point,) = [each for each in found.points if each.standing == "differs"]
    assert (point.item, point.element) == ("JY-0401", "first_contact")
    assert [value[0]["amount"] for value in point.values] == [3, 5, 3]
    assert [place.file.split("/")[1] for place in point.places if place] == list(NAMES)
    assert found.points[[each.item for each in found.points].index("JY-0401")] is point, "it comes first"


def test_the_order_of_the_provinces_says_nothing(here: Path) -> None:
    replaced(registration(here, NAMES[2]), "{amount: 3, unit: working_day, start: registered, text: 登记后3个工作日内电话联系}",
             "{amount: 5, unit: working_day, start: registered}")  # fmt: skip
    assert standings(region()) == standings(region("360000", "430000", "420000"))


def test_silence_is_said_and_is_no_difference(here: Path) -> None:
    (here / "provinces" / NAMES[0] / "items" / "08-purchase.yaml").unlink()
    found = region()
    assert found.absent and {tuple(numbers) for numbers in found.absent.values()} == {(0,)}
    gone = {point.standing for point in found.points if point.item in found.absent and point.item not in found.several}
    assert gone == {"not_stated"} and found.counts["differs"] == 0


def test_unlike_units_cannot_be_compared(here: Path) -> None:
    replaced(registration(here, NAMES[1]), "{amount: 3, unit: working_day, start: registered,",
             "{amount: 3, unit: day, start: registered,")  # fmt: skip
    assert standings(region())["JY-0401", "first_contact"] == "unsettled"


@pytest.mark.parametrize("sides", [("430000", "430000", "360000"), ("national", "430000", "360000"), ("430000/all", "420000", "360000")])  # fmt: skip
def test_only_whole_lists_of_different_provinces(here: Path, sides: tuple[str, ...]) -> None:
    with pytest.raises(qingdan.CannotCompare) as error:
        region(*sides)
    assert error.value.why == "region"
    ran = run("diff", *sides, "--as-of", AS_OF)
    assert ran.code == 2 and "各不相同的省" in ran.err
    in_english = run("diff", *sides, "--as-of", AS_OF, "--lang", "en").err
    assert ran.code == 2 and in_english.isascii() and all(side in in_english for side in sides)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_format_tells_it(here: Path, lang: Lang) -> None:
    replaced(registration(here, NAMES[1]), "{amount: 3, unit: working_day, start: registered, text: 登记后3个工作日内电话联系}",
             "{amount: 5, unit: working_day, start: registered}")  # fmt: skip
    replaced(
        here / "provinces" / NAMES[2] / "catalogue.yaml", "name: 示例省（虚构）就业公共服务事项清单", 'name: "<b>|x"'
    )
    words = ("diff", "湖南", "湖北", "江西", "--as-of", AS_OF, "--lang", lang)
    five = "5 个工作日" if lang == "zh" else "5 working day(s)"
    for format in ("text", "markdown", "html"):
        ran = run(*words, "-f", format)
        assert ran.code == 0 and ran.out.count(five) == 1 and "JY-0402" not in ran.out, "what agrees is counted"
        assert "JY-0402" in run(*words, "-f", format, "--all").out
        assert format == "text" or "<b>" not in ran.out
    assert run(*words, "--fail-on", "any").code == 1
    value = json.loads(run(*words, "-f", "json").out)
    assert list(structure.faults("region", value)) == []
    assert value["counts"]["differs"] == 1 and len(value["points"]) == sum(value["counts"].values())
    page = Page(reporting.render_html(region(), lang, silent=True))
    assert page.open == [] and not {"script", "a", "img"} & {tag for tag, _ in page.tags}


def test_real_provinces_side_by_side() -> None:
    folders = [REPO / "provinces" / name for name in ("430000-hunan", "420000-hubei", "330000-zhejiang")]
    found = qingdan.region(*folders, as_of=AS_OF)
    assert list(structure.faults("region", reporting.value(found, "zh"))) == []
    assert found.counts["agreed"] == found.counts["differs"] == 0, "what places say is not the province's word"
    assert "没有哪个全国事项" in reporting.render(found, "zh")
