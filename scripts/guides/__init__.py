"""Turns the researched guides into the catalogues under ``provinces/``; ``scripts/import_guides.py`` runs it."""
