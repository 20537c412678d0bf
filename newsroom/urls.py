"""The two doors of the newsroom: the desk under /admin/, the readers' site everywhere else."""

from django.contrib import admin
from django.urls import path

urlpatterns = [
    path("admin/", admin.site.urls),
]
