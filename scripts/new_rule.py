"""Begin a rule: write its record and its function, with examples that fail the tests until they are filled in.

    python scripts/new_rule.py TIM042 [TOPIC [TITLE]]

TOPIC is a module of ``cli/qingdan/rules``; without it the module that holds the group's rules. TITLE is the Chinese
title.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from pathlib import Path

RULES = Path(__file__).resolve().parent.parent / "cli" / "qingdan" / "rules"
_ID = re.compile(r"[A-Z]{3}[0-9]{3}")
_USED = re.compile(r'\bid="([A-Z]{3}[0-9]{3})"')
#: Names that the skeleton uses, and where they come from.
IMPORTS = {
    "Iterator": "from collections.abc import Iterator",
    "Effective": "from qingdan.loading.catalogue import Effective",
    "Hit": "from qingdan.rules.record import Hit",
    "RuleContext": "from qingdan.rules.record import RuleContext",
}
FUNCTION = '''def {function}(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """What must hold, in one sentence; then the cases in which the rule does not apply."""
    yield from ()


'''
RECORD = """    Rule(
        id="{id}", severity=Severity.WARNING, scope="item", since="{since}", reads=(),
        title=Said("{title}", ""),
        message=Said("", ""),
        advice=Said("", ""),
        why=Said("", ""),
        bad="schema: items/1\\nitems:\\n  - id: SL-01\\n    name: 失业登记\\n",
        good="schema: items/1\\nitems:\\n  - id: SL-01\\n    name: 失业登记\\n",
        check={function},
    ),
"""


class NotPossible(Exception):
    """Raised when a rule cannot be begun; the message says why and what to do."""


def modules(folder: Path) -> dict[str, str]:
    """The modules with rules: topic → source."""
    texts = {path.stem: path.read_text("utf-8") for path in sorted(folder.glob("*.py"))}
    return {topic: text for topic, text in texts.items() if re.search(r"^RULES\b", text, re.MULTILINE)}


def topic_of(id: str, sources: dict[str, str]) -> str:
    """The module that holds the rules of the id's group; the last one where there are several.

    Raises:
        NotPossible: No module does.
    """
    found = [topic for topic, text in sources.items() if f'id="{id[:3]}' in text]
    if not found:
        raise NotPossible(f"no module holds rules of the group {id[:3]}; name one: {', '.join(sources)}")
    return max(found, key=lambda topic: max(each for each in _USED.findall(sources[topic]) if each[:3] == id[:3]))


def begun(source: str, id: str, title: str, since: str) -> str:
    """The source of a module with a rule begun at its end."""
    function = f"check_{id.lower()}"
    head = re.search(r"^RULES\b.*$", source, re.MULTILINE)
    end = source.rstrip().rfind("\n)")
    if head is None or end < head.start():
        raise NotPossible("the module has no RULES tuple that ends on a line of its own")
    record = RECORD.format(id=id, title=title.replace('"', '\\"'), since=since, function=function)
    text = source[: head.start()] + FUNCTION.format(function=function) + source[head.start() : end + 1]
    text += record + source[end + 1 :]
    missing = [line for name, line in IMPORTS.items() if not re.search(rf"import .*\b{name}\b", source)]
    future = "from __future__ import annotations\n"
    return tidy(text.replace(future, "\n".join([future, *missing]) + "\n", 1))


def tidy(source: str) -> str:
    """A module of rules with its imports sorted into place and laid out as the linter wants it."""
    for words in (["check", "--select", "I", "--fix", "--quiet"], ["format", "--quiet"]):
        command = [sys.executable, "-m", "ruff", *words, "--stdin-filename", str(RULES / "begun.py"), "-"]
        source = subprocess.run(command, input=source, stdout=subprocess.PIPE, encoding="utf-8", check=True).stdout
    return source


def main(arguments: list[str]) -> int:
    """Write the skeleton; 0 where it was written, 2 where the arguments do not allow it."""
    parser = argparse.ArgumentParser(description="Begin a rule.")
    parser.add_argument("id")
    parser.add_argument("topic", nargs="?", default="")
    parser.add_argument("title", nargs="?", default="")
    options = parser.parse_args(arguments)
    sources = modules(RULES)
    try:
        used = {id for text in sources.values() for id in _USED.findall(text)}
        if not _ID.fullmatch(options.id):
            raise NotPossible("an id is three capital letters and three digits, such as TIM042")
        if any(id[:3] == options.id[:3] and id >= options.id for id in used):
            raise NotPossible(
                f"ids are never reused and grow: the group has {max(id for id in used if id[:3] == options.id[:3])}"
            )
        topic = options.topic or topic_of(options.id, sources)
        if topic not in sources:
            raise NotPossible(f"there is no such topic; there are: {', '.join(sources)}")
        sys.path.insert(0, str(RULES.parent.parent))
        from qingdan import __version__

        since = ".".join(__version__.split(".")[:2])
        (RULES / f"{topic}.py").write_text(begun(sources[topic], options.id, options.title, since), encoding="utf-8")
    except NotPossible as error:
        print(error, file=sys.stderr)
        return 2
    print(f"{options.id} begun in cli/qingdan/rules/{topic}.py; fill it in until tests/rules/test_records.py passes")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
