"""What changed in one list, for the office and for citizens."""
