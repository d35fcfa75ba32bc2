"""Which language to speak: ``--lang``, then ``QINGDAN_LANG``, then the locale; Chinese if nothing is said."""

from __future__ import annotations

import os

import typer

from qingdan.words.grammar import LANGS, Lang

LANG = typer.Option("--lang", help=f"语言 {' 或 '.join(LANGS)}。Language.")


def spoken(option: Lang | None = None) -> Lang:
    """The language of this run."""
    if option is not None:
        return option
    for name in ("QINGDAN_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")
        if value and not value.startswith(("C", "POSIX")):
            return next((lang for lang in LANGS if value.startswith(lang)), LANGS[0])
    return LANGS[0]
