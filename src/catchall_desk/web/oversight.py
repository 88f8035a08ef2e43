"""More addresses: matches, uploads, countries, requests, administration. In: a path."""

from django.urls import path

from catchall_desk.web.screens import administration, compose, countries, review, uploads

patterns = [
    path("matches/", review.review, name="review"),
    path("matches/hit/", review.hit, name="hit"),
    path("countries/", countries.countries, name="countries"),
    path("countries/<str:land>/", countries.country, name="country"),
    path("requests/compose/", compose.compose, name="compose"),
    path("administration/", administration.administration, name="administration"),
    path("keys/", administration.keys, name="keys"),
    path("keys/<str:key>/revoke/", administration.revoke, name="revoke"),
    path("uploads/", uploads.uploads, name="uploads"),
    path("uploads/template.csv", uploads.template, name="upload_template"),
    path("uploads/<str:key>/", uploads.upload, name="upload"),
    path("uploads/<str:key>/errors.csv", uploads.errors, name="upload_errors"),
    path("uploads/<str:key>/<str:wish>/", uploads.asking, name="upload_asking"),
]
