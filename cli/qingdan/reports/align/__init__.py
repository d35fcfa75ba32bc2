"""Which national items the names of lists are."""
