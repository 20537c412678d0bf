"""The desk: Django's admin under the house's name, with navigation and permissions of our own.

A module puts a page here by `@page(…)`, an entry into the navigation by `place(…)`, and a stock ModelAdmin by
`@admin.register(Model)` on a child of `DeskModelAdmin`; `registry` imports it. Nothing here asks Django's permissions.
"""

from functools import wraps
from typing import Any

from django import forms
from django.contrib import admin
from django.db import transaction
from django.db.models import CharField, DateTimeField, QuerySet, TextField
from django.forms import Media
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.urls import URLPattern, URLResolver, include, path, re_path, reverse
from django.utils import timezone
from django.utils.text import capfirst
from js_asset import Media as MediaWithNonce

from articles.admin.carried import ask_to_sign_in
from articles.admin.declared import BEFORE_SIGN_IN, PAGES, PLACES, Open, Page, Place, declares, page, place
from articles.admin.language import house_of
from articles.admin.uncounted import Uncounted
from articles.language.direction import direction_of
from articles.models import House, Language, Section
from articles.publishing import navigation, search
from articles.workflow.rights import allowed
from articles.workflow.table import Duty

__all__ = ["DeskModelAdmin", "DeskSite", "Page", "Place", "page", "place", "with_nonce"]


def with_nonce(media: Media, request: HttpRequest) -> Media:
    """Return a form's media with the response's nonce on every tag; the editor's import map is an inline script."""
    return MediaWithNonce.from_media(media, nonce=str(request.csp_nonce))  # type: ignore[attr-defined]


SELDOM = 40
"""From this position on an entry of the navigation stands in the menu of what is not needed every day."""


class DeskSite(admin.AdminSite):
    """Django's admin under the house's name."""

    enable_nav_sidebar = False
    site_url = "/"

    def register(self, model_or_iterable: Any, admin_class: Any = None, **options: Any) -> None:
        """Take in the desk's own only: packages register themselves too, under Django's permissions."""
        if admin_class is not None and issubclass(admin_class, DeskModelAdmin):
            super().register(model_or_iterable, admin_class, **options)

    def has_permission(self, request: HttpRequest) -> bool:
        """Let in whoever has a role in the house."""
        return allowed(request.user, Duty.SEE_DESK)  # type: ignore[arg-type]

    def admin_view(self, view: Any, cacheable: bool = False) -> Any:  # noqa: FBT001, FBT002 – Django's signature
        """Guard a view; a form sent after the sign-in has ended is carried over the next one."""
        inner = super().admin_view(view, cacheable)

        @wraps(inner)
        def carrying(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if request.method == "POST" and not self.has_permission(request):
                answers = (answer(request) for answer in BEFORE_SIGN_IN)
                return next(filter(None, answers), None) or ask_to_sign_in(request)
            return inner(request, *args, **kwargs)

        return carrying

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        """Return what every page of the desk shows: the house, the person's navigation, the languages."""
        house = house_of(request)
        name = house.name(request.LANGUAGE_CODE)
        has_permission = self.has_permission(request)
        navigation = self.navigation(request) if has_permission else []
        return {
            "site_title": name,
            "site_header": name,
            "site_url": self.site_url,
            "has_permission": has_permission,
            "available_apps": [],
            "is_popup": False,
            "is_nav_sidebar_enabled": False,
            "house": house,
            "navigation": navigation,
            "has_more": any(not entry["is_daily"] for entry in navigation),
            "languages": [(language.value, _OWN_NAMES[language]) for language in Language],
            "language": request.LANGUAGE_CODE,
        }

    def navigation(self, request: HttpRequest) -> list[dict[str, Any]]:
        """Return the entries this person may use, in order, the present one marked."""
        here = request.path
        open_to_them = [p for p in PLACES if allowed(request.user, p.duty)]  # type: ignore[arg-type]
        entries = [
            (p.label, reverse(f"admin:{p.url_name}"), p.position < SELDOM)
            for p in sorted(open_to_them, key=lambda p: p.position)
        ]
        index = reverse("admin:index")
        return [
            {
                "label": label,
                "url": url,
                "is_daily": is_daily,
                "is_here": here == url or (url != index and here.startswith(url)),
            }
            for label, url, is_daily in entries
        ]

    def get_urls(self) -> list[URLPattern | URLResolver]:
        """Return the desk's addresses; each view declares what it asks."""
        urls: list[URLPattern | URLResolver] = [path(p.route, self._view_of(p), name=p.name) for p in PAGES]
        urls += [
            path(
                "autocomplete/", self.admin_view(declares(Duty.SEE_DESK)(self.autocomplete_view)), name="autocomplete"
            ),
            path("jsi18n/", self.admin_view(declares(Duty.SEE_DESK)(self.i18n_javascript)), name="jsi18n"),
        ]
        urls += [
            path(f"{model._meta.app_label}/{model._meta.model_name}/", include(model_admin.urls))
            for model, model_admin in self._registry.items()
        ]
        urls += [
            path("<slug:app_label>/", self.admin_view(declares(Duty.SEE_DESK)(_to_desk)), name="app_list"),
            re_path(r"(?P<url>.*)$", self.admin_view(declares(Open.TO_ALL)(self.catch_all_view))),
        ]
        return urls

    def _view_of(self, entry: Page) -> Any:
        return entry.view if entry.view.declared is Open.TO_ALL else self.admin_view(entry.view)  # type: ignore[attr-defined]


_OWN_NAMES = {Language.AR: "العربية", Language.EN: "English"}


def _to_desk(request: HttpRequest, app_label: str) -> HttpResponseBase:
    """Answer the stock pages' breadcrumb that leads to an application."""
    if app_label != "articles":
        raise Http404
    return HttpResponseRedirect(reverse("admin:index"))


class DeskModelAdmin(admin.ModelAdmin):
    """A stock ModelAdmin whose permissions are one duty of the table; nothing is deleted on the desk."""

    duty: Duty
    show_full_result_count = False
    paginator = Uncounted
    list_per_page = 50
    list_max_show_all = 0
    show_facets = admin.ShowFacets.NEVER
    view_on_site = False
    named_by: tuple[str, ...] = ()
    """Columns by whose words rows are found too, however spelled: of kinds of things of which there are few."""

    def has_module_permission(self, request: HttpRequest) -> bool:
        """Ask the table."""
        return allowed(request.user, self.duty)  # type: ignore[arg-type]

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Ask the table."""
        return allowed(request.user, self.duty)  # type: ignore[arg-type]

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Ask the table."""
        return allowed(request.user, self.duty)  # type: ignore[arg-type]

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Ask the table."""
        return allowed(request.user, self.duty)  # type: ignore[arg-type]

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Refuse: what articles cite is kept."""
        return False

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """Find by what is typed, or by the words of a name through the one door of search."""
        found, has_duplicates = super().get_search_results(request, queryset, search_term)
        if not self.named_by:
            return found, has_duplicates
        named = search.named_find(queryset, search_term, names=self.named_by, at=timezone.now())
        return found | queryset.filter(pk__in=named), has_duplicates

    def get_urls(self) -> list[URLPattern]:
        """Return the stock addresses, each declaring this admin's duty."""
        urls = super().get_urls()
        for pattern in urls:
            if not hasattr(pattern.callback, "declared"):
                setattr(pattern.callback, "declared", self.duty)  # noqa: B010 – a function takes any attribute
        return urls

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """Show the list, its media with the response's nonce."""
        title = {"title": capfirst(self.opts.verbose_name_plural)}
        return self._with_nonce(request, super().changelist_view(request, title | (extra_context or {})))

    def render_change_form(self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any) -> Any:
        """Show the form, its media with the response's nonce."""
        context["media"] = with_nonce(context["media"], request)
        return super().render_change_form(request, context, *args, **kwargs)

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Return a field that runs as its language does, or as whatever is typed where it is of none."""
        if isinstance(db_field, DateTimeField):
            picker = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
            house = house_of(request)
            zone = house.zone_name_ar if request.LANGUAGE_CODE == Language.AR else house.zone_name_en
            kwargs = {"help_text": zone} | kwargs | {"form_class": forms.DateTimeField, "widget": picker}
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        is_text = isinstance(db_field, CharField | TextField) and not db_field.choices
        if is_text and field is not None and isinstance(field.widget, forms.TextInput | forms.Textarea):
            language = db_field.name.rpartition("_")[2]
            known = language in Language.values
            own = {"lang": language, "dir": direction_of(language)} if known else {"dir": "auto"}
            field.widget.attrs = own | field.widget.attrs
        return field

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:  # noqa: FBT001 – Django's signature
        """Save a row; the house and its sections, which the process holds for a minute, are let go of at once."""
        super().save_model(request, obj, form, change)
        if isinstance(obj, House | Section):
            transaction.on_commit(navigation.forget)

    def _with_nonce(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        context = getattr(response, "context_data", None)
        if context and "media" in context:
            context["media"] = with_nonce(context["media"], request)
        return response
