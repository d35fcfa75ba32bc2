"""Begin a language: every sentence and word of the tool in English, under its key, to be put into the language.

    python scripts/new_language.py bo

``cli/qingdan/words/bo.yaml`` holds what the other tables hold, and what rules and elements say of themselves. What a
rule says may be taken out, and is said in English then.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

REPO = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(REPO / "cli"))

from qingdan.findings import Said  # noqa: E402
from qingdan.model.declarations import elements, told  # noqa: E402
from qingdan.reading import read_document  # noqa: E402
from qingdan.rules import all_rules  # noqa: E402

WORDS = REPO / "cli" / "qingdan" / "words"


class _Dumper(yaml.SafeDumper):
    """In quotes what has several lines, and what does not begin with a letter."""


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    plain = text[:1].isalnum() and "\n" not in text
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, None if plain else '"')


_Dumper.add_representer(str, _text)


def _plain(said: Said) -> str:
    return said.en or said.zh


def _rules() -> Iterator[tuple[str, dict[str, Any]]]:
    for id, rule in all_rules().items():
        parts: dict[str, Any] = {part: _plain(getattr(rule, part)) for part in ("title", "message", "advice", "why")}
        if rule.because:
            parts["because"] = _plain(rule.because)
        if rule.words:
            parts["words"] = {
                name: {value: _plain(said) for value, said in values.items() if value and _plain(said) and not said.key}
                for name, values in rule.words.items()
            }
        yield id, parts


def _elements() -> Iterator[tuple[str, dict[str, str]]]:
    for name in elements():
        called = told()[name].called if name in told() else None
        yield name, {"title": name.replace("_", " "), **({"called": called.en} if called else {})}


def table(code: str) -> dict[str, Any]:
    """Group → key → sentence, to be put into another language; pages name its code already."""
    english: dict[str, Any] = read_document("en.yaml", (WORDS / "en.yaml").read_bytes()).value
    english["grammar"]["tag"] = code
    return {**english, "rule": dict(_rules()), "element": dict(_elements())}


def dumped(table: dict[str, Any]) -> str:
    """A table as the tool reads it."""
    return str(yaml.dump(table, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10**6))


def main() -> int:
    """Write the table of a language, where there is none."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("code", help="BCP 47 code of the language, such as bo")
    code = parser.parse_args().code
    path = WORDS / f"{code}.yaml"
    if path.exists():
        print(f"{path} is there already; nothing was changed.", file=sys.stderr)
        return 1
    path.write_text(dumped(table(code)), "utf-8")
    print(f"{path}: put its sentences into the language, then name it in Lang in {WORDS / 'grammar.py'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
