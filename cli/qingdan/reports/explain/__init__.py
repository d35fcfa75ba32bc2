"""What a rule, a requirement, an item or an entry is about."""
