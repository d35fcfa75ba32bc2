"""Events of a YAML text from libyaml.

PyYAML brings libyaml 0.2.5, which follows YAML 1.2 where 0.1.7, that of ruamel.yaml, does not: ``{url: https://…}``.
Where a platform has no wheel of it the parser written in Python is used: it is far slower, and of texts at the rim of
YAML it accepts some that libyaml refuses, and refuses others. Reports say so.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from yaml._yaml import Mark


class Event(Protocol):
    """An event as both parsers give it; only scalars have all of this, and lists and mappings no more than a tag."""

    start_mark: Mark
    end_mark: Mark
    anchor: str | None
    tag: str | None
    implicit: tuple[bool, bool]
    value: str
    style: str | None


def c_parser_missing() -> bool:
    """Whether PyYAML was installed without libyaml, so that there is only its slow parser."""
    return find_spec("yaml._yaml") is None


def events_of(text: str) -> Callable[[], Event]:
    """A function that returns the next event of the text at each call."""
    if c_parser_missing():
        import yaml

        stream = yaml.parse(text, yaml.SafeLoader)
        return cast("Callable[[], Event]", lambda: next(stream, None))
    from yaml._yaml import CParser

    return cast("Callable[[], Event]", CParser(text).get_event)
