"""A list held against the nation: judgements, what becomes of them as findings, waivers, earlier reports."""
