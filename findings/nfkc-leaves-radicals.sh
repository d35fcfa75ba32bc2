#!/usr/bin/env bash
# What happens: text taken out of Chinese PDFs often holds radicals in place of characters that look the same (⼾⼝ for
#   户口, ⻓ for 长). NFKC, the remedy that everybody names, turns the Kangxi radicals into traditional characters, ⼾ into 戶
#   and ⾧ into 長; and of the 115 radicals of the supplement, where the simplified forms are, it turns two.
# One would guess: after NFKC such a text equals the one that somebody types.
# Why it surprises: it works for ⼈, ⼯ and ⼦, so a trial looks good. For ⼾ it gives a character that looks right in
#   many fonts and equals neither the text nor its radical, and for ⻓, ⻔, ⻋, ⻅, ⻢ it does nothing.
# Who meets it: whoever compares names from PDFs with names that were typed: 户口簿, 长期, 门诊, 车辆, 见习 stay apart.
# Instead: a table of one's own for U+2E80-2EF3, and the simplified character for those of the 214 that have one
#   (EquivalentUnifiedIdeograph.txt of Unicode names most of the supplement; it is no normalisation).
# Run with: Unicode 14 and later (Python's unicodedata); the mappings are stable by policy.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
"${PYTHON:-python3}" - <<'PY'
from unicodedata import name, normalize, unidata_version

nfkc = lambda text: normalize("NFKC", text)
supplement = [chr(code) for code in range(0x2E80, 0x2EF4) if name(chr(code), "")]
turned = [each for each in supplement if nfkc(each) != each]
kangxi = [chr(code) for code in range(0x2F00, 0x2FD6)]

def is_simplified(character):
    try:
        return bool(character.encode("gb2312"))
    except UnicodeEncodeError:
        return False

other = [each for each in kangxi if not is_simplified(nfkc(each))]
print("Unicode", unidata_version)
print(f"supplement: {len(turned)} of {len(supplement)} are turned: {' '.join(turned)}")
print(f"Kangxi radicals: {len(other)} of {len(kangxi)} become no character of GB 2312:")
print("  " + " ".join(f"{each}→{nfkc(each)}" for each in other))
for written, typed in (("⼯⼈", "工人"), ("⼾⼝", "户口"), ("⻓期", "长期"), ("⻅习", "见习"), ("⻔诊", "门诊")):
    print(f"  NFKC({written}) = {nfkc(written)}, {'equals' if nfkc(written) == typed else 'is not'} {typed}")
assert (len(turned), len(supplement), nfkc("⼾⼝"), nfkc("⻓")) == (2, 115, "戶口", "⻓"), "the behaviour has changed"
PY
