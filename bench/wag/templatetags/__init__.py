"""Template tags of the Wagtail site."""
