"""The generated pages: each module gives ``pages()``, file name → Markdown. They read the package and write nothing."""
