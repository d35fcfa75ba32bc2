#!/usr/bin/env bash
# What happens: a sheet whose heading 申请材料 is merged over three columns, with a second row 名称, 形式, 份数 below, as most
#   Chinese lists have it, loses two of the three columns in flattentool 0.28.0; the second row of headings becomes an
#   item. No warning, exit code 0.
# One would guess: what it cannot place is an error, as flattentool warns of most things; or the columns get names of
#   their own.
# Why it surprises: columns without a heading are taken for empty ones, although every row has something in them.
# Who meets it: whoever brings official tables into the tools of the Open Contracting family, where flattentool is the
#   way in.
# Instead: unmerge and write one row of headings (申请材料/0/名称, 申请材料/0/形式) before flattentool sees the sheet.
# Run with: flattentool 0.28.0, openpyxl 3.1.5 to make the sheet.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
"${PYTHON:-python3}" -m venv venv
venv/bin/python -m pip install -qq --disable-pip-version-check "flattentool==0.28.0" "openpyxl==3.1.5"
venv/bin/python - <<'PY'
import openpyxl

book = openpyxl.Workbook()
sheet = book.active
sheet.title = "main"
for row in (["id", "name", "申请材料", None, None], [None, None, "名称", "形式", "份数"], ["P1", "失业登记", "身份证", "原件", 2]):
    sheet.append(row)
for cells in ("A1:A2", "B1:B2", "C1:E1"):
    sheet.merge_cells(cells)
book.save("list.xlsx")
PY
venv/bin/flatten-tool unflatten list.xlsx --input-format xlsx --root-list-path items --output-name out.json 2>said
venv/bin/python - <<'PY'
import json
from importlib.metadata import version

found = json.load(open("out.json"))["items"]
print("flattentool", version("flattentool"), "said:", open("said").read().strip() or "nothing")
print(json.dumps(found, ensure_ascii=False, indent=1))
assert found == [{"id": "P1", "name": "失业登记", "申请材料": "身份证"}, {"申请材料": "名称"}], "the behaviour has changed"
PY
