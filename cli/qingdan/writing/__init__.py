"""Writing files that people keep: text edits by range, so that whatever is not meant to change stays byte for byte."""
