"""Where the planted buyers sit: country, city and the port they ship by. Real places."""

Place = tuple[str, str, str]

ALMATY: Place = ("KZ", "Almaty", "Poti")
CAIRO: Place = ("EG", "Tanta", "Alexandria")
DALIAN: Place = ("CN", "Dalian", "Dalian")
DUBAI: Place = ("AE", "Dubai", "Jebel Ali")
HANOI: Place = ("VN", "Hanoi", "Hai Phong")
IZMIR: Place = ("TR", "Izmir", "Izmir")
KLANG: Place = ("MY", "Port Klang", "Port Klang")
KOWLOON: Place = ("HK", "Kowloon", "Hong Kong")
LAHORE: Place = ("PK", "Lahore", "Karachi")
LIMA: Place = ("PE", "Lima", "Callao")
MERSIN: Place = ("TR", "Mersin", "Mersin")
PENANG: Place = ("MY", "Ipoh", "Penang")
PUNE: Place = ("IN", "Pune", "Nhava Sheva")
PYONGYANG: Place = ("KP", "Pyongyang", "Nampo")
SANTOS: Place = ("BR", "Campinas", "Santos")
SOHAR: Place = ("OM", "Sohar", "Sohar")
YEREVAN: Place = ("AM", "Yerevan", "Poti")
