"""Examples that need a whole list: every national item of the packaged edition, but for one."""

from __future__ import annotations

#: The national items of each theme, by their number in the edition of 2025.
_THEMES = {1: 6, 2: 3, 3: 2, 4: 3, 5: 2, 6: 9, 7: 5, 8: 1, 9: 2, 10: 8, 11: 5, 12: 3}
_HEAD = "--- file: items/a.yaml\nschema: items/1\nitems:\n"


def _all_but(missing: str) -> str:
    ids = [f"JY-{theme:02}{number:02}" for theme, count in _THEMES.items() for number in range(1, count + 1)]
    links = ", ".join(f"{{item: {id}}}" for id in ids if id != missing)
    return f"  - id: SL-01\n    name: 就业公共服务\n    implements: [{links}]\n"


def without(missing: str) -> str:
    """A list of one item that implements every national item but one."""
    return _HEAD + _all_but(missing)


#: The same without JY-0403, as a template for one more item.
WHOLE = without("JY-0403").replace("{", "{{").replace("}", "}}") + "{}"
