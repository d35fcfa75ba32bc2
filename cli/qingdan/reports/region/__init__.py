"""Several provinces side by side."""
