#!/usr/bin/env bash
# What happens: a cell with one of the built-in number formats 27 to 36 or 50 to 58, which Chinese Excel and WPS write
#   for 2026年11月 or 11月30日, is the number 46356 and "General" to openpyxl 3.1.5, and a date to python-calamine 0.9.1.
#   For 2026-11-30 in format 14 both say the date.
# One would guess: built-in formats are built in: they need no definition in the file, so every reader knows them.
# Why it surprises: ECMA-376 gives these ids another meaning in each language of East Asia and none elsewhere, so a
#   library with one table leaves them out; files made in English Excel, and all the tests, never have them.
# Who meets it: importers of lists from provinces: deadlines and dates of documents become five-digit numbers,
#   silently.
# Instead: read with calamine, or treat the ids 27-36 and 50-58 as dates (32-35, 55, 56 as times in zh-CN) yourself.
# Run with: openpyxl 3.1.5, python-calamine 0.9.1.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
"${PYTHON:-python3}" -m venv venv
venv/bin/python -m pip install -qq --disable-pip-version-check "openpyxl==3.1.5" "python-calamine==0.9.1"
venv/bin/python -W ignore - <<'PY'
import datetime
import zipfile

import openpyxl
import python_calamine

IDS = [14, *range(27, 37), *range(50, 59)]
MAIN, REL = "http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://schemas.openxmlformats.org"
OFFICE = f"{REL}/officeDocument/2006/relationships"
PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{REL}/package/2006/content-types"><Default Extension="rels" ContentType='
    '"application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
    + "".join(
        f'<Override PartName="/xl/{name}.xml" ContentType='
        f'"application/vnd.openxmlformats-officedocument.spreadsheetml.{kind}+xml"/>'
        for name, kind in (("workbook", "sheet.main"), ("worksheets/s", "worksheet"), ("styles", "styles"))
    )
    + "</Types>",
    "_rels/.rels": f'<Relationships xmlns="{REL}/package/2006/relationships"><Relationship Id="r" '
    f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="S" sheetId="1" r:id="a"/>'
    "</sheets></workbook>",
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{REL}/package/2006/relationships"><Relationship Id="a" Type='
    f'"{OFFICE}/worksheet" Target="worksheets/s.xml"/><Relationship Id="b" Type="{OFFICE}/styles" Target="styles.xml"/>'
    "</Relationships>",
    "xl/styles.xml": f'<styleSheet xmlns="{MAIN}"><fonts count="1"><font/></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders '
    'count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs>'
    + "".join(f'<xf numFmtId="{id}" xfId="0" applyNumberFormat="1"/>' for id in IDS)
    + "</cellXfs></styleSheet>",
    "xl/worksheets/s.xml": f'<worksheet xmlns="{MAIN}"><sheetData>'
    + "".join(f'<row r="{n + 1}"><c r="A{n + 1}" s="{n}"><v>46356</v></c></row>' for n in range(len(IDS)))
    + "</sheetData></worksheet>",
}
with zipfile.ZipFile("dates.xlsx", "w") as book:
    for name, text in PARTS.items():
        book.writestr(name, text)

one = [row[0].value for row in openpyxl.load_workbook("dates.xlsx").active.rows]
other = [row[0] for row in python_calamine.CalamineWorkbook.from_path("dates.xlsx").get_sheet_by_index(0).to_python()]
print("openpyxl", openpyxl.__version__, "and python-calamine 0.9.1, on 46356 (2026-11-30) in built-in formats:")
for id, a, b in zip(IDS, one, other):
    print(f"  {id}: {a!r} and {b!r}")
assert one[0] == datetime.datetime(2026, 11, 30) and set(one[1:]) == {46356}, "openpyxl has changed"
assert set(other) == {datetime.date(2026, 11, 30)}, "python-calamine has changed"
PY
