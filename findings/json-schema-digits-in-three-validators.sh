#!/usr/bin/env bash
# What happens: one schema, {"pattern": "^\\d{6}$"} or "^[0-9]{6}$", and one document get different verdicts.
#   jsonschema 4.26 takes "３３００００" (full-width digits, as an input method types them) for \d{6}, and "330000" with a
#   line feed behind it for both; jsonschema-rs 0.61.2 and ajv 8.20.0 refuse all of these.
# One would guess: a validator of JSON Schema follows the regular expressions of ECMA-262, as the specification
#   recommends; the difference known from Python is the $.
# Why it surprises: \d is the careful way to write a digit, no option and no warning tells that it is Python's, which
#   means the digits of all scripts; and the two slips that people make in codes, a full-width digit and a pasted line
#   feed, are just the two that pass.
# Who meets it: a province that validates with Python and hands its files to somebody who validates with anything
#   else.
# Instead: write [0-9], never \d or \w, and check with two validators; where Python decides alone, use \Z for the end.
# Run with: jsonschema 4.26.0, jsonschema-rs 0.61.2, and ajv 8.20.0 where npm is there.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
"${PYTHON:-python3}" -m venv venv
venv/bin/python -m pip install -qq --disable-pip-version-check "jsonschema==4.26.0" "jsonschema-rs==0.61.2"
venv/bin/python - <<'PY'
import json
from importlib.metadata import version

import jsonschema
import jsonschema_rs

TRIED = [(pattern, text) for pattern in (r"^\d{6}$", "^[0-9]{6}$") for text in ("330000", "330000\n", "３３００００")]
print("jsonschema", version("jsonschema"), "and jsonschema-rs", version("jsonschema-rs"))
python, rust = [], []
for pattern, text in TRIED:
    schema = {"type": "string", "pattern": pattern}
    python.append(jsonschema.Draft202012Validator(schema).is_valid(text))
    rust.append(jsonschema_rs.Draft202012Validator(schema).is_valid(text))
    print(f"  {pattern} {text!r}: {python[-1]}, {rust[-1]}")
json.dump([TRIED, rust], open("tried.json", "w"))
assert python == [True, True, True, True, True, False], "jsonschema has changed"
assert rust == [True, False, False, True, False, False], "jsonschema-rs has changed"
PY
if command -v npm >/dev/null; then
  npm install --silent --no-audit --no-fund "ajv@8.20.0" >/dev/null
  node - <<'JS'
const Ajv = require("ajv/dist/2020")
const [tried, meant] = JSON.parse(require("fs").readFileSync("tried.json", "utf8"))
const seen = tried.map(([pattern, text]) => new Ajv().compile({ type: "string", pattern })(text))
console.log("ajv", require("ajv/package.json").version, JSON.stringify(seen))
if (JSON.stringify(seen) !== JSON.stringify(meant)) throw new Error("ajv has changed")
JS
else
  echo "ajv is left out: there is no npm"
fi
