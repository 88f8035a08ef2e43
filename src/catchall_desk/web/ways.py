"""The addresses of the ways in, and of shipment and item. In: nothing; out: paths."""

from django.urls import path

from catchall_desk.web.screens.goods import goods
from catchall_desk.web.screens.names import names
from catchall_desk.web.screens.screen import screen

WAYS = [
    path("goods/", goods, name="goods"),
    path("names/", names, name="names"),
    path("screen/", screen, name="screen"),
]
