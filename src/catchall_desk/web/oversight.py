"""More addresses: matches, uploads, countries, requests, administration. In: a path."""

from django.urls import path

from catchall_desk.web.screens import review

patterns = [
    path("matches/", review.review, name="review"),
    path("matches/hit/", review.hit, name="hit"),
]
