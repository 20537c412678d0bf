"""The people of the house and their roles: nobody grants above, or changes, their own."""

from typing import Any, cast

from django import forms
from django.contrib import admin
from django.contrib.auth.forms import AdminUserCreationForm
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from articles.admin.leaving import keep_what_was_typed, make_what_was_begun
from articles.admin.site import DeskModelAdmin, place
from articles.models import Role, Section, User
from articles.workflow.rights import allowed, may_grant
from articles.workflow.table import Duty


class RolesField(forms.ModelMultipleChoiceField):
    """The roles' groups under their names in the person's language."""

    def label_from_instance(self, obj: Any) -> str:
        """Return a role's label."""
        return str(Role(obj.name).label)


class SectionsField(forms.ModelMultipleChoiceField):
    """The sections under their names in the person's language."""

    def label_from_instance(self, obj: Any) -> str:
        """Return a section's name."""
        return obj.name(get_language())


class PersonForm(forms.ModelForm):
    """A person's account, without the rights that only the command line gives."""

    groups = RolesField(
        Group.objects.filter(name__in=Role.values).order_by("pk"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        label=_("Roles"),
    )
    sections = SectionsField(
        Section.objects.all(), required=False, widget=forms.CheckboxSelectMultiple, label=_("Sections to review")
    )

    class Meta:
        model = User
        fields = (
            *("username", "display_name", "email", "interface_language", "reads_arabic", "reads_english"),
            *("groups", "sections", "away_until", "is_active"),
        )


class NewPersonForm(AdminUserCreationForm):
    """A new account; an unusable password waits for the link that *forgotten password* mails."""

    class Meta(AdminUserCreationForm.Meta):
        model = User
        fields = ("username", "display_name", "email")


class RoleFilter(admin.SimpleListFilter):
    """The people of one role, under its name in the person's language."""

    title = _("Roles")
    parameter_name = "role"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """Return the roles."""
        return list(Role.choices)

    def queryset(self, request: HttpRequest, queryset: QuerySet[User]) -> QuerySet[User]:
        """Keep the people of the role that was asked for."""
        return queryset.filter(groups__name=self.value()) if self.value() in Role.values else queryset


@admin.register(User)
class PersonAdmin(DeskModelAdmin):
    """Accounts: deactivated, never deleted."""

    duty = Duty.KEEP_PEOPLE
    form = PersonForm
    list_display = ("username", "display_name", "email", "is_active", "last_login", "leaves")
    list_filter = ("is_active", RoleFilter)
    search_fields = ("username", "display_name", "email")
    named_by = ("display_name",)
    ordering = ("username",)

    @admin.display(description=_("Leaving"))
    def leaves(self, obj: User) -> str:
        """Lead to the page that hands over what is with a person."""
        return format_html('<a href="{}">{}</a>', reverse("admin:leaving", args=[obj.pk]), _("Leaving"))

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:  # noqa: FBT001, FBT002 – Django's signature
        """Return the form for a new account, or for one that is there."""
        if obj is None:
            kwargs["form"] = NewPersonForm
        return super().get_form(request, obj, change=change, **kwargs)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """Leave one's own roles and activity to others, and superusers' to the command line."""
        if obj is not None and (obj == request.user or obj.is_superuser):
            return ("groups", "is_active")
        return ()

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:  # noqa: FBT001 – Django's signature
        """Refuse to grant what is above the person's own role."""
        before = set(form.instance.groups.values_list("name", flat=True)) if change else set()
        granter = cast(User, request.user)
        granted = {group.name for group in form.cleaned_data.get("groups", [])}
        if not all(may_grant(granter, Role(name)) for name in before ^ granted if "groups" in form.cleaned_data):
            raise PermissionDenied
        super().save_related(request, form, formsets, change)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Leave a superuser's account to superusers."""
        if obj is not None and obj.is_superuser and not request.user.is_superuser:
            return False
        return allowed(request.user, self.duty)  # type: ignore[arg-type]

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:  # noqa: FBT001 – Django's signature
        """Save the account; whoever is in the house may sign in to the desk."""
        obj.is_staff = True
        is_shut = change and "is_active" in form.changed_data and not obj.is_active
        if is_shut:
            make_what_was_begun(request, User.objects.get(pk=obj.pk))
        super().save_model(request, obj, form, change)
        if is_shut:
            keep_what_was_typed(request, obj)


place(_("People"), "articles_user_changelist", duty=Duty.KEEP_PEOPLE, position=70)
