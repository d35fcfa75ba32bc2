"""The public site: a MkDocs plugin, a theme of its own, guides for citizens and data for developers."""
