"""The documents of the nation as they stand on a day."""
