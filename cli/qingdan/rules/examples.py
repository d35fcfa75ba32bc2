"""The examples of the rules as trees of files, so that every example shown on a page has been run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from qingdan.findings import Finding, numbered
from qingdan.loading.catalogue import Catalogue, load_catalogue
from qingdan.loading.edition import Edition, load_edition
from qingdan.model.divisions import Divisions
from qingdan.problems import NoEdition
from qingdan.reading import MemoryTree
from qingdan.rules import all_rules
from qingdan.rules.record import Rule, RuleContext
from qingdan.rules.waiving import meet

_FILE = re.compile(r"^--- file: (\S+)\n", re.MULTILINE)
#: The heads that stand in for those that an example leaves out.
CATALOGUE_HEAD, EDITION_HEAD = (
    Path(__file__).with_name(f"example-{kind}.yaml").read_text("utf-8") for kind in ("catalogue", "edition")
)


def files_of(example: str, scope: str) -> dict[str, bytes]:
    """The files of an example.

    Args:
        example: One YAML text, or several behind lines ``--- file: NAME``; a head that is left out is filled in.
        scope: The scope of its rule. One text alone is a file of items or of a locality, sent without a head; in an
            edition it is the file of items.
    """
    parts = _FILE.split(example)
    named = dict(zip(parts[1::2], parts[2::2], strict=True))
    if scope == "edition":
        named = {"edition.yaml": EDITION_HEAD, **(named or {"items/example.yaml": example})}
    elif named:
        named = {"catalogue.yaml": CATALOGUE_HEAD, **named}
    else:
        named = {"example.yaml": example}
    return {name: text.encode() for name, text in named.items()}


def run(rule: Rule, example: str, edition: Edition, divisions: Divisions, as_of: str) -> list[Finding]:
    """What one rule finds in an example: by its function, or while the files are read.

    Args:
        rule: The rule.
        example: ``rule.bad``, ``rule.good`` or another text of that form.
        edition: The edition that stands behind a catalogue.
        divisions: The table of divisions.
        as_of: The day asked for.
    """
    tree = MemoryTree(files_of(example, rule.scope))
    if rule.scope == "edition":
        try:
            own = load_edition(tree)
        except NoEdition as error:
            return [finding for finding in error.findings if finding.id == rule.id]
        return list(rule.run(own, RuleContext(own, divisions, None, as_of)))
    catalogue = load_catalogue(tree)
    context = RuleContext(edition, divisions, catalogue, as_of)
    if rule.check is None:
        return [finding for finding in catalogue.files.findings if finding.id == rule.id]
    if rule.scope == "waiver":
        others = numbered(each for other in all_rules().values() for each in found_in(other, catalogue, context))
        met = meet(catalogue.waivers, others, as_of)
        return [finding for each in met for finding in rule.run(each, context)]
    return list(found_in(rule, catalogue, context))


def found_in(rule: Rule, catalogue: Catalogue, context: RuleContext) -> Iterator[Finding]:
    """What a rule of items or of catalogues finds."""
    if rule.scope == "item":
        for subject in catalogue.effective():
            yield from rule.run(subject, context)
    elif rule.scope == "catalogue":
        yield from rule.run(catalogue, context)
