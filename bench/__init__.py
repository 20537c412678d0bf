"""Our pages beside a bare Django's and Wagtail's: see README.md."""
