"""What became of a table that was imported: cell by cell."""
