"""The two doors of the newsroom: the desk under /admin/, the readers' site everywhere else."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", admin.site.urls),
    path("", include("articles.public.urls")),
]

handler400 = "articles.public.errors.bad_request"
handler404 = "articles.public.errors.not_found"
handler500 = "articles.public.errors.server_error"
