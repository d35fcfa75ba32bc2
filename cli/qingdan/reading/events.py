"""Events of a YAML text from libyaml.

PyYAML brings libyaml 0.2.5, which follows YAML 1.2 where 0.1.7, that of ruamel.yaml, does not: ``{url: https://…}``.
Where a platform has no wheel of it the parser written in Python is used: it is far slower, and of texts at the rim of
YAML it accepts some that libyaml refuses, and refuses others. Reports say so.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec


def c_parser_missing() -> bool:
    """Whether PyYAML was installed without libyaml, so that there is only its slow parser."""
    return find_spec("yaml._yaml") is None


def events_of(text: str) -> Callable[[], object]:
    """A function that returns the next event of the text at each call."""
    if c_parser_missing():
        import yaml

        stream = yaml.parse(text, yaml.SafeLoader)
        return lambda: next(stream, None)
    from yaml._yaml import CParser

    next_event: Callable[[], object] = CParser(text).get_event
    return next_event
