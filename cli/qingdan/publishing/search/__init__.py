"""The search of the site: an index of characters in small files, which a script of a few kilobytes asks."""
