"""``python -m qingdan`` is the command."""

from qingdan.app import main

main()
