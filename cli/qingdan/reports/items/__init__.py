"""The items of the nation."""
