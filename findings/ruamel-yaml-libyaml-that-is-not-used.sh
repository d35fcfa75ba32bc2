#!/usr/bin/env bash
# What happens: pip install "ruamel.yaml[libyaml]" 0.19.1 installs libyaml and sets __with_libyaml__ to True, and
#   YAML(typ="safe") still parses in pure Python. Only the extra [oldlibyaml] gives the parser in C.
# One would guess: an extra is named after what it gives, __with_libyaml__ says whether it is used, and [oldlibyaml]
#   is the one to be left behind.
# Why it surprises: everything that one can ask says yes. The new package brings a module of a new name, which the old
#   functions look for and the class YAML, the one that everybody is told to use, does not.
# Who meets it: whoever reads many YAML files with typ="safe" for speed and sees no more than that it is slow.
# Instead: ask for [oldlibyaml], and let a test assert that the parser is no ruamel.yaml.parser.Parser.
# Run with: ruamel.yaml 0.19.1, ruamel.yaml.clibz 0.3.7, ruamel.yaml.clib 0.2.15.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
for extra in libyaml oldlibyaml; do
  "${PYTHON:-python3}" -m venv "$extra"
  case $extra in libyaml) of="ruamel.yaml.clibz==0.3.7" ;; *) of="ruamel.yaml.clib==0.2.15" ;; esac
  "$extra/bin/python" -m pip install -qq --disable-pip-version-check "ruamel.yaml[$extra]==0.19.1" "$of"
  "$extra/bin/python" - "$extra" <<'PY'
import sys

import ruamel.yaml

yaml = ruamel.yaml.YAML(typ="safe")
yaml.load("a: 1")
parser = type(yaml.parser).__name__
print(f"ruamel.yaml[{sys.argv[1]}] {ruamel.yaml.__version__}: with libyaml {ruamel.yaml.__with_libyaml__}, parser {parser}")
meant = {"libyaml": "Parser", "oldlibyaml": "CParser"}[sys.argv[1]]
assert ruamel.yaml.__with_libyaml__ is True and parser == meant, "the behaviour has changed"
PY
done
