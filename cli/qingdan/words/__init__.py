"""Words and how they are put together, in each language; what may stand in a text that is shown."""
