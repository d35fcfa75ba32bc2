#!/usr/bin/env bash
# What happens: pypinyin 0.55.0 reads 长沙 as chang sha, and 湖南省长沙市, the same place by its full name, as "hu nan sheng
#   zhang sha shi". 闵行 (Minhang) is min xing, 花都 hua dou, 什邡 shen fang in every form.
# One would guess: a longer name is read at least as well: context is what decides characters with several readings.
# Why it surprises: phrases are matched from left to right, 省长 (a governor, sheng zhang) is one of them and swallows
#   the 长 of 长沙. A test by short names passes; the full names of official documents fail.
# Who meets it: whoever sorts or searches places by pinyin: Changsha stands under z, once the province is named.
# Instead: split a name by division before reading it, and give the readings of places as data (load_phrases_dict).
# Run with: pypinyin 0.55.0.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
"${PYTHON:-python3}" -m venv venv
venv/bin/python -m pip install -qq --disable-pip-version-check "pypinyin==0.55.0"
venv/bin/python - <<'PY'
import pypinyin

print("pypinyin", pypinyin.__version__)
seen = {name: " ".join(pypinyin.lazy_pinyin(name)) for name in ("长沙市", "湖南省长沙市", "闵行区", "花都区", "什邡市")}
for name, said in seen.items():
    print(" ", name, said)
assert list(seen.values()) == [
    "chang sha shi", "hu nan sheng zhang sha shi", "min xing qu", "hua dou qu", "shen fang shi",
], "the behaviour has changed"
PY
