"""The addresses of the ways in, and of shipment and item. In: nothing; out: paths."""

from django.urls import path

from catchall_desk.web.screens.screen import screen

WAYS = [
    path("screen/", screen, name="screen"),
]
