"""More addresses: matches, uploads, countries, requests, administration. In: a path."""

from django.urls import path

from catchall_desk.web.screens import countries, review

patterns = [
    path("matches/", review.review, name="review"),
    path("matches/hit/", review.hit, name="hit"),
    path("countries/", countries.countries, name="countries"),
    path("countries/<str:land>/", countries.country, name="country"),
]
