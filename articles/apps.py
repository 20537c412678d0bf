"""The two applications of the project: the articles, and Django's admin as the desk."""

from importlib import import_module

from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig
from django.core.checks import Tags, register
from django.db.models.signals import post_migrate, pre_migrate


class ArticlesConfig(AppConfig):
    """The tables, services, desk and site of the newsroom."""

    name = "articles"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Lift the triggers before a migration and lay them, with the house's first rows, after it."""
        # Models can only be imported once the registry is full, which is now.
        from articles import checks  # noqa: PLC0415
        from articles.models import foundation, triggers  # noqa: PLC0415

        import_module("articles.publishing.system_checks")
        register(checks.search_index_is_up_to_date, Tags.database)

        pre_migrate.connect(triggers.lift_before_migration, sender=self)
        post_migrate.connect(triggers.lay_after_migration, sender=self)
        post_migrate.connect(foundation.ensure_after_migration, sender=self)


class DeskConfig(AdminConfig):
    """Django's admin with the house's own site."""

    default_site = "articles.admin.site.DeskSite"

    def ready(self) -> None:
        """Put the desk's pages on the site, once it is there."""
        super().ready()
        import_module("articles.admin.registry")
