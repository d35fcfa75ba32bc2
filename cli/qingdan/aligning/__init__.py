"""Which national item does a local name stand for? Accepted, none, or left for a person to say."""
