"""The bare Django's addresses."""

from django.contrib import admin
from django.urls import path

from bench.bare import views

urlpatterns = [
    path("admin/", admin.site.urls),
    path("<str:language>/", views.front, name="front"),
    path("<str:language>/search/", views.search, name="search"),
    path("<str:language>/<int:pk>/", views.article, name="article"),
    path("<str:language>/<str:slug>/", views.section, name="section"),
]
