#!/usr/bin/env bash
# What happens: DuckDB 2.0.1 reads the JSON text "11:30" as a TIME, "01-02-2026" as 1 February and "2026-11-22" as a
#   DATE; one "2026-11" among the first 20,480 lines makes all of them texts again, and one after them fails the whole
#   file. PyArrow 26.0.1 makes timestamps (with hours) of the full dates alone. Codes such as "330000" stay texts in
#   both.
# One would guess: JSON tells texts from numbers itself, so a reader need not guess: a text stays a text.
# Why it surprises: guessing is known from CSV, where all is text. Here the type of a column hangs on a single value
#   of it, so a query that compares with '2026-11-22' holds for one export and not for the next, and "01-02-2026" has
#   taken a side.
# Who meets it: whoever reads opening hours and vague dates, which public guides are full of.
# Instead: name the types: columns={...} in DuckDB, explicit_schema in PyArrow; or hand over Parquet.
# Run with: duckdb 2.0.1, pyarrow 26.0.1.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
"${PYTHON:-python3}" -m venv venv
venv/bin/python -m pip install -qq --disable-pip-version-check "duckdb==2.0.1" "pyarrow==26.0.1"
venv/bin/python - <<'PY'
import json

import duckdb
import pyarrow
import pyarrow.json

def seen_by_both(*texts):
    with open("t.jsonl", "w") as file:
        file.writelines(json.dumps({"t": text}) + "\n" for text in texts)
    try:
        read = duckdb.sql("SELECT * FROM read_json('t.jsonl')")
        duck = f"{read.types[0]} {read.fetchall()[0][0]}"
    except duckdb.Error as error:
        duck = type(error).__name__
    arrow = pyarrow.json.read_json("t.jsonl")
    return duck, f"{arrow.schema.types[0]} {arrow['t'][0]}"

print("duckdb", duckdb.__version__, "and pyarrow", pyarrow.__version__)
cases = {
    "a code": ["330000"], "opening hours": ["11:30"], "two numbers and a year": ["01-02-2026"],
    "days": ["2026-11-22"] * 3, "days and a month": ["2026-11-22", "2026-11"],
    "a month after 30,000 days": ["2026-11-22"] * 30_000 + ["2026-11"],
}
seen = {name: seen_by_both(*texts) for name, texts in cases.items()}
for name, said in seen.items():
    print(f"  {name}: {said[0]} | {said[1]}")
assert [said[0] for said in seen.values()] == [
    "VARCHAR 330000", "TIME 11:30:00", "DATE 2026-02-01", "DATE 2026-11-22", "VARCHAR 2026-11-22", "InvalidInputException",
], "DuckDB has changed"
assert [said[1] for said in seen.values()] == [
    "string 330000", "string 11:30", "string 01-02-2026", "timestamp[s] 2026-11-22 00:00:00", "string 2026-11-22",
    "string 2026-11-22",
], "PyArrow has changed"
PY
