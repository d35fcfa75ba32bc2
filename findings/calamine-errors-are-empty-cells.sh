#!/usr/bin/env bash
# What happens: python-calamine 0.9.1 gives an empty text for a cell that shows #DIV/0! or #N/A, gives 20250601.0 for a
#   number that has the format of a date, and gives the first of January 1900 for 24:00, while 12:00 is a time.
# One would guess: an error comes as its code or raises, and one column with one format gives one kind of value.
# Why it surprises: dates, times, numbers and booleans come as Python's own types, so that whoever reads a sheet takes ''
#   for a cell in which nobody wrote anything; nothing is logged and no option tells the two apart.
# Who meets it: whoever reads lists that offices keep, in which a limit or a sum is looked up from another sheet: a row whose
#   look-up failed becomes a row without a limit.
# Instead: read t="e" and the cached value of the cell from the XML of the sheet beside it, and say that the cell failed;
#   take 24:00 by its format, not by its type.
# Run with: python-calamine 0.9.1, XlsxWriter 3.3.1.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
"${PYTHON:-python3}" -m venv venv
venv/bin/python -m pip install -qq --disable-pip-version-check "python-calamine==0.9.1" "XlsxWriter==3.3.1"
venv/bin/python -W ignore - <<'PY'
import datetime
from importlib.metadata import version

import xlsxwriter
from python_calamine import CalamineWorkbook

book = xlsxwriter.Workbook("list.xlsx")
sheet = book.add_worksheet()
day, clock = book.add_format({"num_format": "yyyy-mm-dd"}), book.add_format({"num_format": "h:mm"})
sheet.write_formula("A1", "=1/0", None, "#DIV/0!")
sheet.write_formula("B1", "=NA()", None, "#N/A")
sheet.write("D1", 20250601, day)
sheet.write("E1", 0.5, clock)
sheet.write("F1", 1.0, clock)
sheet.write("G1", "end")
book.close()
[row] = CalamineWorkbook.from_path("list.xlsx").get_sheet_by_index(0).to_python(skip_empty_area=False)
print("python-calamine", version("python-calamine"))
shown = ("#DIV/0!", "#N/A", "(nothing)", "20250601 as a date", "12:00", "24:00", "end")
for text, value in zip(shown, row, strict=True):
    print(f"  {text:20} → {value!r}")
meant = ["", "", "", 20250601.0, datetime.time(12), datetime.date(1900, 1, 1), "end"]
assert row == meant, "the behaviour has changed"
PY
