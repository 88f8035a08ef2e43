"""Where places of trade lie, roughly. In: a place and a country; out: degrees, or None.

Written for the desk, to about a tenth of a degree: enough to draw a route, nothing else. No
place is told to lie in a country; where a place is not known, ``places`` has its country.
"""

from dataclasses import dataclass
from functools import cache

from catchall.text.countries import country_code
from catchall.text.normal import fold
from catchall_desk.web.places import points

PLACES = """
Aden 12.8 45.0; Alexandria 31.2 29.9; Algiers 36.8 3.1; Almaty 43.3 76.9; Amman 31.9 35.9
Amsterdam 52.4 4.9; Ankara 39.9 32.9; Antwerp 51.3 4.3; Aqaba 29.5 35.0; Astana 51.1 71.4
Athens 38.0 23.7; Baghdad 33.3 44.4; Baku 40.4 49.9; Bandar Abbas 27.1 56.2; Bangkok 13.8 100.5
Barcelona 41.3 2.2; Basra 30.5 47.8; Batumi 41.6 41.6; Beijing 39.9 116.4; Beirut 33.9 35.5
Berlin 52.5 13.4; Bilbao 43.3 -3.0; Bishkek 42.9 74.6; Bremerhaven 53.6 8.6; Brussels 50.8 4.4
Bucharest 44.4 26.1; Budapest 47.5 19.0; Buenos Aires -34.6 -58.4; Busan 35.1 129.0
Bushehr 28.9 50.8; Cairo 30.0 31.2; Cape Town -33.9 18.4; Casablanca 33.6 -7.6
Chennai 13.1 80.3; Chicago 41.9 -87.6; Colombo 6.9 79.9; Constanta 44.2 28.7
Copenhagen 55.7 12.6; Dalian 38.9 121.6; Damascus 33.5 36.3; Dammam 26.4 50.1
Djibouti 11.6 43.1; Doha 25.3 51.5; Dubai 25.2 55.3; Durban -29.9 31.0; Frankfurt 50.1 8.7
Fujairah 25.1 56.4; Gdansk 54.4 18.7; Gdynia 54.5 18.5; Geneva 46.2 6.1; Genoa 44.4 8.9
Gothenburg 57.7 12.0; Guangzhou 23.1 113.3; Haifa 32.8 35.0; Hamburg 53.5 10.0; Hanoi 21.0 105.8
Helsinki 60.2 24.9; Hong Kong 22.3 114.2; Houston 29.8 -95.4; Istanbul 41.0 29.0
Izmir 38.4 27.1; Jakarta -6.2 106.8; Jebel Ali 25.0 55.1; Jeddah 21.5 39.2; Karachi 24.9 67.0
Khor Fakkan 25.3 56.4; Kobe 34.7 135.2; Kuwait City 29.4 48.0; Lagos 6.5 3.4; Latakia 35.5 35.8
Le Havre 49.5 0.1; Limassol 34.7 33.0; Lisbon 38.7 -9.1; London 51.5 -0.1
Los Angeles 33.7 -118.2; Luxembourg 49.6 6.1; Madrid 40.4 -3.7; Manila 14.6 121.0
Marsaxlokk 35.8 14.5; Marseille 43.3 5.4; Mersin 36.8 34.6; Miami 25.8 -80.2; Milan 45.5 9.2
Minsk 53.9 27.6; Mombasa -4.1 39.7; Moscow 55.8 37.6; Mumbai 18.9 72.8; Muscat 23.6 58.4
Nampo 38.7 125.4; Naples 40.8 14.3; New Delhi 28.6 77.2; New York 40.7 -74.0
Nhava Sheva 18.9 72.9
Ningbo 29.9 121.6; Novorossiysk 44.7 37.8; Odesa 46.5 30.7; Osaka 34.7 135.5; Oslo 59.9 10.7
Panama City 9.0 -79.5
Paris 48.9 2.4; Piraeus 37.9 23.6; Port Klang 3.0 101.4
Port Said 31.3 32.3; Poti 42.1 41.7; Prague 50.1 14.4; Pyongyang 39.0 125.8; Qingdao 36.1 120.3
Riga 56.9 24.1; Riyadh 24.7 46.7; Rotterdam 51.9 4.5; Saint Petersburg 59.9 30.3
Salalah 17.0 54.0; Santos -24.0 -46.3; Seoul 37.6 127.0; Shanghai 31.2 121.5; Sharjah 25.4 55.4
Shenzhen 22.5 114.1; Singapore 1.3 103.8; Sofia 42.7 23.3; Sohar 24.5 56.6; Stockholm 59.3 18.1
Suez 30.0 32.5; Surabaya -7.2 112.7; Sydney -33.9 151.2; Taipei 25.0 121.5; Tallinn 59.4 24.7
Tangier 35.8 -5.8; Tartus 34.9 35.9; Tashkent 41.3 69.2; Tbilisi 41.7 44.8; Tehran 35.7 51.4
Tianjin 39.0 117.7; Tokyo 35.7 139.7; Toronto 43.7 -79.4; Trieste 45.6 13.8; Tripoli 32.9 13.2
Tunis 36.8 10.2; Turin 45.1 7.7; Valencia 39.4 -0.3; Valletta 35.9 14.5; Vancouver 49.3 -123.1
Varna 43.2 27.9; Vienna 48.2 16.4; Vilnius 54.7 25.3; Vladivostok 43.1 131.9; Warsaw 52.2 21.0
Wilhelmshaven 53.6 8.1; Xiamen 24.5 118.1; Yerevan 40.2 44.5; Yokohama 35.4 139.6
Zeebrugge 51.3 3.2; Zurich 47.4 8.5
"""


@dataclass(frozen=True, slots=True)
class Point:
    """A point in degrees; ``exact`` False: that of the country alone."""

    latitude: float
    longitude: float
    exact: bool


def point(place: str, country: str = "") -> Point | None:
    """Where a place lies; by its country where the place is not known; None: not known.

    >>> point("Port of Hamburg", "DE").exact, point("Kleinhafen", "DE"), point("Kleinhafen")
    (True, Point(latitude=51, longitude=10, exact=False), None)
    """
    name = fold(place.partition(",")[0]).removeprefix("port of ")
    if name in places():
        return places()[name]
    land = country_code(country) if country else ""
    return countries().get(land) or countries().get(country_code(place) if place else "")


@cache
def places() -> dict[str, Point]:
    """The places by their folded names."""
    told = (one.strip().rsplit(" ", 2) for one in PLACES.replace("\n", ";").split(";") if one)
    return {
        fold(name): Point(float(north), float(east), exact=True) for name, north, east in told
    }


@cache
def countries() -> dict[str, Point]:
    """The countries by their codes."""
    return {code: Point(*at, exact=False) for code, at in points().items()}
