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
    abolished = head() + locality("  []\n", "330103001", "township")
    assert check("PLC002", abolished) == []
    (finding,) = check("PLC014", abolished)
    assert finding.extra["name"] == "下城区" and finding.suggestions == (), "330105001 is another township: no guess"


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


def called(name: str, area: str, kind: str = "list", as_of: str = "") -> str:
    more = f'as_of: "{as_of}"\n' if as_of else ""
    return head(kind, f"{area[:2]}0000", more=more) + locality("  []\n", area, "county").replace(
        "name: 某地", f"name: {name}"
    )


@pytest.mark.parametrize(
    ("area", "name", "others"),
    [
        ("330102", "西湖区", ["330106 浙江省杭州市西湖区"]),
        ("330102", "浙江省杭州市西湖区", ["330106 浙江省杭州市西湖区"]),
        ("330102", "西湖", ["330106 浙江省杭州市西湖区"]),
        ("330102", "杭州市", ["330100 浙江省杭州市"]),
        ("330100", "杭州市西湖区", ["330106 浙江省杭州市西湖区"]),
        ("360103", "杭州市西湖区", ["330106 浙江省杭州市西湖区"]),
        ("430105", "长沙市岳麓区人社局", ["430104 湖南省长沙市岳麓区"]),
        ("330106001", "杭州市上城区清波街道", ["330102 浙江省杭州市上城区"]),
        ("110105", "海淀区", ["110108 北京市海淀区"]),
    ],
)
def test_a_code_and_the_name_of_another_place(area: str, name: str, others: list[str]) -> None:
    (finding,) = check("PLC010", called(name, area))
    assert finding.severity == Severity.WARNING and finding.extra["others"] == others
    assert finding.suggestions in ((), (others[0][:6],))


@pytest.mark.parametrize(
    ("area", "name"),
    [
        ("330102", "上城区"), ("330102", "杭州市上城区"), ("330102", "浙江省杭州市上城区"), ("330102", "上城"),
        ("330102", "上城区人力资源和社会保障局"), ("330102", "浙江省上城区"), ("330102", "区就业中心"), ("330102", "某地"),
        ("622900", "甘肃省临夏州"), ("433101", "湘西州吉首市"), ("433101", "湖南省湘西土家族苗族自治州吉首市"),
        ("330102001", "清波街道"), ("330102001", "上城区清波街道"), ("330102001", "西湖街道"), ("441900", "东莞"),
        ("431181", "祁阳县"), ("431121", "祁阳市"), ("330103", "下城区"), ("469001", "五指山市"), ("140203", "矿区"),
    ],
)  # fmt: skip
def test_a_name_that_fits_its_code_says_nothing(area: str, name: str) -> None:
    assert check("PLC010", called(name, area)) == []


def test_a_name_is_measured_on_the_day_of_the_text() -> None:
    assert check("PLC010", called("桥东区", "130502", "archive", "2019-05-01")) == []
    assert check("PLC010", called("桥东区", "130502", "archive")) == []
    assert check("PLC010", called("襄都区", "130502")) == []


def test_the_name_of_a_list_names_another_province() -> None:
    wrong = head(province="430000").replace("name: 清单", "name: 浙江省就业公共服务事项清单")
    (finding,) = check("PLC010", wrong)
    assert finding.pointer == "/province" and finding.extra["others"] == ["330000 浙江省"]
    for name in ("湖南省清单", "湖南就业公共服务", "清单", "长沙市就业公共服务清单"):
        assert check("PLC010", wrong.replace("浙江省就业公共服务事项清单", name)) == []


def old(area: str, as_of: str = "2011-05-01", kind: str = "archive", level: str = "county") -> dict[str, Severity]:
    text = head(kind, f"{area[:2]}0000", more=f'as_of: "{as_of}"\n' if as_of else "") + locality("  []\n", area, level)
    found = [finding for id in all_rules() if id.startswith("PLC") for finding in check(id, text)]
    return {finding.id: finding.severity for finding in found}


@pytest.mark.parametrize(
    ("area", "as_of", "expected"),
    [
        ("370284", "2011-05-01", {"PLC011": Severity.INFO}),  # 胶南市, until 2012
        ("340102", "2011-05-01", {}), ("341400", "2010", {"PLC011": Severity.INFO}),  # 巢湖市, until 2011
        ("370284", "", {"PLC011": Severity.INFO}), ("370284", "2015-12-31", {"PLC011": Severity.INFO}),
        ("370284", "2018-01-01", {"PLC001": Severity.ERROR}), ("980101", "2011-05-01", {"PLC001": Severity.ERROR}),
        ("330198", "2030-01-01", {"PLC011": Severity.INFO}),  # the table does not know the future
    ],
)  # fmt: skip
def test_before_and_after_the_table_nothing_is_called_wrong(
    area: str, as_of: str, expected: dict[str, Severity]
) -> None:
    found = old(area, as_of, level="prefecture" if area.endswith("00") else "county")
    if area == "980101":
        found.pop("PLC004", None)
    assert found == expected


@pytest.mark.parametrize(
    ("area", "expected"),
    [
        ("330101", {"PLC012": Severity.WARNING}), ("110100", {"PLC012": Severity.WARNING}),
        ("500200", {"PLC012": Severity.WARNING}), ("429000", {"PLC012": Severity.WARNING}),
        ("110101", {}), ("533301", {}), ("133100", {}), ("340171", {"PLC013": Severity.INFO}),
        ("320571", {"PLC013": Severity.INFO}), ("330103001", {"PLC014": Severity.WARNING}),
        ("431121103", {"PLC014": Severity.WARNING}), ("330199", {"PLC001": Severity.ERROR}),
    ],
)  # fmt: skip
def test_unknown_is_not_wrong(area: str, expected: dict[str, Severity]) -> None:
    level = "township" if len(area) == 9 else "prefecture" if area.endswith("00") else "county"
    assert old(area, "", "list", level) == expected
