"""The site in a real browser: Debian's Chromium, driven by playwright, judged by axe-core."""
