"""The addresses of the ways in, and of shipment and item. In: nothing; out: paths."""

from django.urls import path

from catchall_desk.web.screens.goods import goods
from catchall_desk.web.screens.item import item
from catchall_desk.web.screens.names import names
from catchall_desk.web.screens.screen import screen
from catchall_desk.web.screens.shipment import shipment
from catchall_desk.web.screens.telegram import telegram, telegrams

WAYS = [
    path("goods/", goods, name="goods"),
    path("names/", names, name="names"),
    path("screen/", screen, name="screen"),
    path("telegrams/", telegrams, name="telegrams"),
    path("telegrams/<str:stream>/", telegram, name="telegram"),
    path("shipments/<str:stream>/", shipment, name="shipment"),
    path("items/<str:stream>/", item, name="item"),
]
