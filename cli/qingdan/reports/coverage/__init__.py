"""What lists cover of the national items."""
