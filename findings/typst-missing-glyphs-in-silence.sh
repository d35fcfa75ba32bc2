#!/usr/bin/env bash
# What happens: typst 0.15 leaves a character that no font has out of a PDF, or puts an empty box there, and reports
#   nothing: compile_with_warnings answers an empty list. A font family that is not there is a warning, a glyph is not.
#   Asked for PDF/UA-1 or PDF/A, the same text is an error that names the character.
# One would guess: a missing glyph is a warning, as a missing font family is; to look at the warnings is enough.
# Why it surprises: there is a function that returns warnings, and it does warn of fonts; the check of glyphs is a part
#   of the PDF standards, which one asks for because of archives and readers of screens.
# Who meets it: whoever prints names of people and places: rare characters, Tibetan, characters of private use.
# Instead: ask for a standard that forbids it (ua-1, a-2u), and take the error for what it is.
# Run with: typst 0.15.2.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
"${PYTHON:-python3}" -m venv venv
venv/bin/python -m pip install -qq --disable-pip-version-check "typst==0.15.2"
venv/bin/python - <<'PY'
import typst

SOURCE = '#set document(title: "a", date: none)\n#set text(font: "Libertinus Serif")\n#sys.inputs.text'
# the fonts that come with typst alone: none of them has Tibetan
FONTS = {"ignore_system_fonts": True, "format": "pdf"}
TEXT = {"text": "\u0f56\u0f7c\u0f51"}

print("typst", typst.__version__)
made, warnings = typst.compile_with_warnings(SOURCE.encode(), sys_inputs=TEXT, **FONTS)
print("three letters of Tibetan, no standard:", len(made) > 0, "warnings:", [each.message for each in warnings])
assert made and warnings == [], "the behaviour has changed"
_, named = typst.compile_with_warnings(b'#set text(font: "No Such")\na', **FONTS)
print("a family that is not there:", [each.message for each in named])
assert len(named) == 1, "the behaviour has changed"
try:
    typst.compile(SOURCE.encode(), sys_inputs=TEXT, pdf_standards="ua-1", **FONTS)
except typst.TypstError as error:
    print("the same text as PDF/UA-1:", error.message)
else:
    raise AssertionError("the behaviour has changed")
PY
