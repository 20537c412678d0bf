"""The desk's own admin site."""

from django.contrib.admin import AdminSite


class DeskSite(AdminSite):
    """Django's admin under the house's name."""
