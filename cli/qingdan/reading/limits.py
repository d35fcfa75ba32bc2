"""How much one file may ask of the reader. What passes a limit becomes a finding, never a crash."""

from __future__ import annotations

#: Largest file, in bytes. The size is looked at before the file is read.
MAX_FILE_BYTES = 8 * 1024 * 1024

#: Longest key or value, in bytes of UTF-8.
MAX_SCALAR_BYTES = 64 * 1024

#: Deepest nesting of mappings and lists; the root is level 1.
MAX_DEPTH = 64

#: Longest number, in characters: any such number, hexadecimal too, stays below every limit Python sets on digits.
MAX_NUMBER_LENGTH = 400

#: After so many anchors, aliases, merge keys and tags (or unwanted characters) no more are looked for.
MAX_REFUSALS = 20

#: After so many findings of one id in one file no more are recorded, so that a hostile file cannot fill the memory.
MAX_ALIKE = 1000
