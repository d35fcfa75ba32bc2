"""Profiles: a named choice of rules and what they weigh, from a file that was named or one beside a list."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import cast

from qingdan.findings import Profile, Severity
from qingdan.loading.files import read_files
from qingdan.model.likeness import closest
from qingdan.model.own import ProfileFile
from qingdan.problems import BrokenProfile, RetiredRule, UnknownProfile, UnknownRule
from qingdan.reading import MemoryTree, Tree
from qingdan.rules.record import Rule
from qingdan.selecting import Options

_KIND = "profile"
#: A name, as the file beside the list has it; all else is a path.
_NAME = re.compile(r"(?!.*\.(yaml|yml|json)$)[\w.-]+", re.IGNORECASE)


def with_profile(options: Options, asked: str, beside: Iterable[tuple[Tree, str]]) -> Options:
    """Options with what a profile adds to them: of ``select`` what was asked for goes before it.

    Only a file that was named by its path can ask for the rules of distributions: what lies beside a list can come from
    anybody, and is not to switch on code.

    Args:
        options: What to check and how.
        asked: A file, or a name: ``profiles/NAME.yaml`` beside one of the lists; empty: none.
        beside: The lists, and what is put before the names of their files.

    Raises:
        UnknownProfile: There is no such file, or more than one.
        BrokenProfile: It cannot be used.
    """
    if not asked:
        return options
    if _NAME.fullmatch(asked):
        name = f"profiles/{asked}.yaml"
        found = {prefix + name: tree for tree, prefix in beside if name in tree.names()}
        if len(found) != 1:
            raise UnknownProfile(asked, tuple(found))
        [(file, tree)] = found.items()
        row = _read(MemoryTree({file: tree.read(name)}), file)
        if "rules" in row:
            raise BrokenProfile(file, "rules", "", ())
    else:
        if not Path(asked).is_file():
            raise UnknownProfile(asked, ())
        file = Path(asked).as_posix()
        row = _read(MemoryTree({file: Path(asked).read_bytes()}), file)
    severity = {id: Severity[weight.upper()] for id, weight in row.get("severity", {}).items()}
    select, ignore = options.select or tuple(row.get("select", ())), (*options.ignore, *row.get("ignore", ()))
    rules, profile = (*options.rules, *row.get("rules", ())), Profile(row["name"], file, severity)
    return replace(options, select=select, ignore=ignore, rules=rules, profile=profile)


def weights(
    profile: Profile, rules: Mapping[str, Rule], requirements: Collection[str], retired: Mapping[str, str]
) -> Profile:
    """A profile whose weights are all of rules that can be weighed.

    Args:
        profile: What was read.
        rules: All rules, by id.
        requirements: Ids of the requirements: what one weighs follows from its evidence.
        retired: Rule that is run no longer → the one that took its place.

    Raises:
        UnknownRule: Something is weighed that does not exist.
        RetiredRule: Something is weighed that is run no longer.
        BrokenProfile: Something is weighed that nobody can weigh.
    """
    for id in profile.severity:
        if id in requirements:
            raise BrokenProfile(profile.file, "requirement", id, ())
        if id not in rules:
            raise UnknownRule(id, closest(id.upper(), rules))
        if rules[id].scope in ("reading", "structure", "table"):
            raise BrokenProfile(profile.file, "always", id, ())
        if id in retired:
            raise RetiredRule(id, retired[id])
    return profile


def _read(tree: Tree, file: str) -> ProfileFile:
    files = read_files(tree, {"/".join("*" * len(file.split("/"))): [_KIND]})
    if _KIND not in files.heads or any(finding.severity == Severity.ERROR for finding in files.findings):
        raise BrokenProfile(file, "findings", "", files.findings)
    return cast(ProfileFile, files.heads[_KIND].record)
