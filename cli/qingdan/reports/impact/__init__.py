"""What another edition changes."""
