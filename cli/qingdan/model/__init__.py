"""The words of the field as types: edition, catalogue, item, locality, and the kinds of value that can be compared."""
