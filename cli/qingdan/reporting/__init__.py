"""Reports as text, concise lines, JSON and workflow commands: one module a format. Words are made here."""
