#!/usr/bin/env bash
# What happens: cpca 0.5.5 puts 朝阳区建国路 into Changchun (220104), 鼓楼区 into Kaifeng, 江北区 into Ningbo, 长安区 into Xi'an:
#   code and all, in the same form as an answer that it knows.
# One would guess: a name that several cities have comes back without a code, or with all of them; and if one must be
#   chosen, 朝阳区 is the one of Beijing.
# Why it surprises: the table that comes back has no column for doubt, and the well-known Chaoyang is not the one
#   chosen.
# Who meets it: whoever codes the places of service windows by their addresses; the next city's window then gets the
#   visit.
# Instead: look a name up among all divisions of the province that is known, and ask where more than one is left.
# Run with: cpca 0.5.5.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
"${PYTHON:-python3}" -m venv venv
venv/bin/python -m pip install -qq --disable-pip-version-check "cpca==0.5.5"
venv/bin/python -W ignore - <<'PY'
from importlib.metadata import version

import cpca

names = ["朝阳区建国路", "鼓楼区", "江北区", "长安区", "北京市朝阳区建国路"]
found = cpca.transform(names)
print("cpca", version("cpca"))
print(found.to_string())
assert list(found["adcode"]) == ["220104", "410204", "330205", "610116", "110105"], "the behaviour has changed"
assert not {"confidence", "candidates"} & set(found.columns)
PY
