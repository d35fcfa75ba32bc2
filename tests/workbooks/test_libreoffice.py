"""LibreOffice opens a workbook, saves it again in three forms, and nothing of the list is lost."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

import qingdan
from tests.conftest import REPO
from tests.libreoffice import converted
from tests.workbooks.books import DAY, back, files_of, values

pytest.importorskip("xlsxwriter", reason="what writes workbooks is not installed")
pytest.importorskip("python_calamine", reason="the readers of workbooks are not installed")


def workbook(found: qingdan.Export) -> bytes:
    data = qingdan.render(found, "xlsx")
    assert isinstance(data, bytes)
    return data


@pytest.mark.parametrize("form", ["xlsx", "ods", "xls"])
def test_a_list_that_was_saved_again_is_the_same_list(form: str, tmp_path: Path) -> None:
    folder = REPO / "provinces" / "990000-example"
    (tmp_path / "a.xlsx").write_bytes(workbook(qingdan.export(folder, as_of=DAY)))
    found = back(converted(tmp_path / "a.xlsx", form).read_bytes(), f"a.{form}")
    assert values(found.files) == values(files_of(folder))
    assert {fate for fate, n in found.account.counts.items() if n} <= {"taken", "layout"}


def test_drop_downs_comments_and_links_are_all_there(tmp_path: Path) -> None:
    """Counted in what LibreOffice saved; comments of the program are no words of the office when they come back."""
    findings = qingdan.export(REPO / "provinces" / "330000-zhejiang", as_of=DAY, findings=True)
    for name, found in (("t", qingdan.template("330000", as_of=DAY)), ("f", findings)):
        path = tmp_path / f"{name}.xlsx"
        path.write_bytes(workbook(found))
        again = converted(path, "xlsx").read_bytes()
        assert counted(again) == counted(path.read_bytes())
        rules, lists, notes, _ = counted(again)
        assert rules > 200 and lists > 40 and notes > (100 if name == "t" else 8)
        read = back(again)
        assert values(read.files) == values(back(path.read_bytes()).files)
        assert not any("批注" in text for text in read.files.values())


def counted(data: bytes) -> tuple[int, int, int, int]:
    """How many rules for cells, drop-downs among them, comments and links inside a workbook has."""
    with zipfile.ZipFile(BytesIO(data)) as file:
        texts = {name: file.read(name).decode("utf-8") for name in file.namelist() if name.endswith(".xml")}
    sheets = "".join(text for name, text in texts.items() if name.startswith("xl/worksheets/"))
    said = "".join(text for name, text in texts.items() if "comments" in name)
    rules = re.findall(r"<dataValidation\s[^>]*>", sheets)
    lists = [each for each in rules if 'type="list"' in each]
    return len(rules), len(lists), len(re.findall(r"<comment\s", said)), len(re.findall(r"<hyperlink\s", sheets))
