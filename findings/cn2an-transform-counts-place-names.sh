#!/usr/bin/env bash
# What happens: cn2an.transform 0.5.24, made to turn the numerals of a sentence into figures, turns 九江市 into 9江市, 四川
#   into 4川, 六安市 into 6安市, 五大连池市 into 5大连池市, 统一 into 统1 and 一次性 into 1次性. 万一 it leaves alone.
# One would guess: what looks at whole sentences knows words from numbers, at least names of provinces.
# Why it surprises: in the examples of its page (小王捡了一百块钱) each numeral is a number, dates and shares are handled with
#   care, and nothing raises: the text stays readable for a person and is lost to every search.
# Who meets it: whoever brings amounts and limits of guides (三个工作日, 每人一千五百元) into figures before comparing them.
# Instead: find numeral and unit together (三 个工作日), turn the numeral alone with cn2an.cn2an, leave the rest untouched.
# Run with: cn2an 0.5.24.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
"${PYTHON:-python3}" -m venv venv
venv/bin/python -m pip install -qq --disable-pip-version-check "cn2an==0.5.24"
venv/bin/python -W ignore - <<'PY'
from importlib.metadata import version

import cn2an

meant = {
    "三个工作日": "3个工作日", "九江市": "9江市", "四川": "4川", "六安市": "6安市", "五大连池市": "5大连池市",
    "统一": "统1", "一次性": "1次性", "万一": "万一",
}
print("cn2an", version("cn2an"))
seen = {text: cn2an.transform(text, "cn2an") for text in meant}
for text, said in seen.items():
    print(" ", text, "→", said)
assert seen == meant, "the behaviour has changed"
PY
