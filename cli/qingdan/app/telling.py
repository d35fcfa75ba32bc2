"""Say something to the person at the terminal. What came from a file or a command line cannot steer it, or a runner."""

from __future__ import annotations

from qingdan.app import streams
from qingdan.printing.escape import no_command
from qingdan.words.showing import visible


def tell(text: str, *, err: bool = False) -> None:
    """Write lines; control and bidirectional characters inside them become visible, commands of runners too."""
    said = no_command("".join(visible(line) + "\n" for line in text.split("\n")))
    if err:
        streams.complain(said)
    else:
        streams.text([said])
