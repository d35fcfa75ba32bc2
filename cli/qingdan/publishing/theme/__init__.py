"""The theme: templates, one stylesheet, one script; MkDocs finds it by its name."""
