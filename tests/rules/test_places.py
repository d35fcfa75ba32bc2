"""Codes of places: on their day, inside their province."""

from __future__ import annotations

import pytest
from tests.rules.support import AS_OF, check, head, item, items, locality

from qingdan.findings import Severity
from qingdan.loading.catalogue import load_catalogue
from qingdan.loading.opening import known_divisions, national
from qingdan.reading import MemoryTree
from qingdan.rules import all_rules
from qingdan.rules.record import RuleContext


def test_an_abolished_code_names_its_successor() -> None:
    """In 2021 下城区 (330103) became part of 拱墅区 (330105)."""
    (finding,) = check("PLC002", head() + locality("  []\n", "330103", "county"))
    assert finding.suggestions == ("330105",)
    assert finding.extra["successors"] == ["330105 拱墅区"]
    assert finding.path == "localities[330103].area"


@pytest.mark.parametrize(("as_of", "found"), [("2019-05-01", False), ("2024-05-01", True), ("2021", False)])
def test_an_archive_keeps_the_code_of_its_day(as_of: str, found: bool) -> None:
    text = head("archive", more=f'as_of: "{as_of}"\n') + locality("  []\n", "330103", "county")
    assert bool(check("PLC002", text)) is found


def test_an_undated_archive_gets_a_remark() -> None:
    (finding,) = check("PLC002", head("archive") + locality("  []\n", "330103", "county"))
    assert finding.severity == Severity.INFO


def test_a_township_is_known_by_its_county() -> None:
    text = head() + locality("  []\n", "330105001", "township")
    assert [check(id, text) for id in ("PLC001", "PLC002", "PLC004", "PLC006")] == [[], [], [], []]
    (finding,) = check("PLC002", head() + locality("  []\n", "330103001", "township"))
    assert finding.suggestions == ("330105001",)


@pytest.mark.parametrize(
    ("area", "level", "found"),
    [
        ("330100", "prefecture", False), ("330105", "county", False), ("330105", "township", False),
        ("330105", "prefecture", True), ("330100", "county", True), ("330105001", "county", True),
        ("330105001", "village", False), ("441900", "township", False),
    ],
)  # fmt: skip
def test_level_and_code(area: str, level: str, found: bool) -> None:
    assert bool(check("PLC006", head() + locality("  []\n", area, level))) is found


def test_the_corps_is_a_province() -> None:
    assert check("PLC001", head(province="660000")) == []
    assert check("PLC003", head(province="660000")) == []


def test_two_zones_in_one_county_are_two_places() -> None:
    zone = '--- file: localities/{0}.yaml\nschema: locality/1\nname: {0}\nlevel: county\nzone: {{within: "330105", name: {0}}}\nitems: []\n'
    assert check("PLC007", head() + zone.format("东区") + zone.format("西区")) == []
    assert (
        len(
            check(
                "PLC007",
                head()
                + zone.format("东区")
                + zone.format("东区").replace("file: localities/东区", "file: localities/x"),
            )
        )
        == 1
    )


def test_fiction_stays_in_samples() -> None:
    assert len(check("PLC009", head(province="990000"))) == 1
    assert check("PLC009", head("sample", province="990000")) == []


def test_a_file_that_stands_alone_has_no_province_to_be_wrong_about() -> None:
    text = "schema: items/1\nitems:\n" + item()
    assert [check(id, text) for id in ("PLC001", "PLC003", "PLC005", "CAT002")] == [[], [], [], []]


def test_a_file_name_without_a_code_says_nothing() -> None:
    assert check("PLC005", head() + items(item()) + locality("  []\n", "330100", file="localities/hangzhou.yaml")) == []


def test_the_folder_says_another_province() -> None:
    tree = MemoryTree({"catalogue.yaml": head().removeprefix("--- file: catalogue.yaml\n").encode()}, "a/430000-hunan")
    catalogue = load_catalogue(tree)
    context = RuleContext(national(), known_divisions(), catalogue, AS_OF)
    (finding,) = all_rules()["PLC005"].run(catalogue, context)
    assert finding.args == {"name": "430000-hunan", "code": "330000"}
    assert finding.pointer == "/province"
