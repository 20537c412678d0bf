"""Wagtail with wagtail-localize: what a newsroom would otherwise be built on."""
