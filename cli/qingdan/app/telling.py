"""Say something to the person at the terminal. What came from a file or a command line cannot steer the terminal."""

from __future__ import annotations

import typer

from qingdan.reporting.escape import visible


def tell(text: str, *, err: bool = False) -> None:
    """Write lines; control and bidirectional characters inside them become visible."""
    typer.echo("\n".join(visible(line) for line in text.split("\n")), err=err)
