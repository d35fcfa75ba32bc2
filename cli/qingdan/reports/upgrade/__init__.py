"""How a list comes to a newer edition."""
