"""Which edition may judge others: one of the package, or one of the user's own that has no errors."""

from __future__ import annotations

from qingdan.findings import Finding, Severity
from qingdan.loading.edition import Edition
from qingdan.loading.opening import editions, known_divisions
from qingdan.loading.workspace import Workspace
from qingdan.problems import BrokenEdition, NoEdition
from qingdan.rules import all_rules
from qingdan.rules.record import RuleContext


def trusted(name: str, as_of: str, workspace: Workspace) -> Edition:
    """An edition that may judge others.

    Raises:
        UnknownEdition: There is no such edition.
        BrokenEdition: It has errors of its own.
    """
    try:
        edition = workspace.edition(name)
    except NoEdition as error:
        raise BrokenEdition(name, error.findings) from error
    if name not in editions():
        errors = workspace.made_of(name, ("errors", as_of), lambda edition: _errors(edition, as_of))
        if errors:
            raise BrokenEdition(name, errors)
    return edition


def _errors(edition: Edition, as_of: str) -> list[Finding]:
    context = RuleContext(edition, known_divisions(), None, as_of)
    found = [*edition.files.findings]
    found += [f for rule in all_rules().values() if rule.scope == "edition" for f in rule.run(edition, context)]
    return [finding for finding in found if finding.severity == Severity.ERROR]
