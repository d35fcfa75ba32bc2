"""``python -m qingdan.app``."""

from qingdan.app import main

main()
