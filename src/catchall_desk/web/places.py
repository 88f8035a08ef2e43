"""Where countries lie, to a degree, and where land is, to four. In: a code; out: degrees.

Own tables, made for drawings that show directions and distances, not borders: no border is
drawn, so none is taken a stand on. Every code of ISO 3166-1 has its point, the small ones too.
"""

from collections.abc import Iterator
from functools import cache

STEP = 4
"""Degrees from one dot of land to the next."""
POINTS = """
AD 43 2 AE 24 54 AF 34 66 AG 17 -62 AI 18 -63 AL 41 20 AM 40 45 AO -12 17 AQ -75 0 AR -35 -65
AS -14 -171 AT 48 14 AU -25 134 AW 13 -70 AX 60 20 AZ 40 48 BA 44 18 BB 13 -60 BD 24 90
BE 51 5 BF 12 -2 BG 43 25 BH 26 51 BI -3 30 BJ 9 2 BL 18 -63 BM 32 -65 BN 5 115 BO -17 -64
BQ 12 -68 BR -10 -52 BS 25 -77 BT 27 90 BV -54 3 BW -22 24 BY 54 28 BZ 17 -89 CA 58 -105
CC -12 97 CD -3 23 CF 7 21 CG -1 15 CH 47 8 CI 8 -5 CK -21 -160 CL -33 -71 CM 6 12 CN 35 104
CO 4 -73 CR 10 -84 CU 22 -79 CV 16 -24 CW 12 -69 CX -10 106 CY 35 33 CZ 50 15 DE 51 10
DJ 12 43 DK 56 10 DM 15 -61 DO 19 -70 DZ 29 3 EC -1 -78 EE 59 26 EG 27 30 EH 24 -14 ER 15 39
ES 40 -4 ET 9 39 FI 63 27 FJ -18 178 FK -52 -59 FM 7 158 FO 62 -7 FR 47 2 GA -1 12 GB 53 -2
GD 12 -62 GE 42 44 GF 4 -53 GG 49 -3 GH 8 -1 GI 36 -5 GL 70 -41 GM 13 -15 GN 11 -11 GP 16 -62
GQ 2 10 GR 39 22 GS -54 -37 GT 15 -90 GU 13 145 GW 12 -15 GY 5 -59 HK 22 114 HM -53 73
HN 15 -87 HR 45 16 HT 19 -73 HU 47 19 ID -3 117 IE 53 -8 IL 31 35 IM 54 -5 IN 22 79 IO -7 72
IQ 33 44 IR 32 54 IS 65 -18 IT 43 12 JE 49 -2 JM 18 -77 JO 31 36 JP 36 138 KE 1 38 KG 41 75
KH 13 105 KI 1 173 KM -12 44 KN 17 -63 KP 40 127 KR 36 128 KW 29 48 KY 19 -81 KZ 48 67
LA 18 104 LB 34 36 LC 14 -61 LI 47 10 LK 7 81 LR 6 -9 LS -30 28 LT 55 24 LU 50 6 LV 57 25
LY 27 17 MA 32 -6 MC 44 7 MD 47 29 ME 43 19 MF 18 -63 MG -19 47 MH 7 171 MK 42 22 ML 17 -4
MM 21 96 MN 47 104 MO 22 113 MP 15 146 MQ 15 -61 MR 20 -10 MS 17 -62 MT 36 14 MU -20 58
MV 4 73 MW -13 34 MX 24 -102 MY 4 102 MZ -17 35 NA -22 17 NC -21 165 NE 17 9 NF -29 168
NG 10 8 NI 13 -85 NL 52 5 NO 62 10 NP 28 84 NR -1 167 NU -19 -170 NZ -42 173 OM 21 56 PA 9 -80
PE -10 -75 PF -18 -149 PG -6 145 PH 13 122 PK 30 69 PL 52 19 PM 47 -56 PN -25 -130 PR 18 -66
PS 32 35 PT 40 -8 PW 7 134 PY -23 -58 QA 25 51 RE -21 56 RO 46 25 RS 44 21 RU 60 90 RW -2 30
SA 24 45 SB -9 160 SC -5 55 SD 15 30 SE 62 16 SG 1 104 SH -16 -6 SI 46 15 SJ 78 18 SK 49 19
SL 9 -12 SM 44 12 SN 14 -14 SO 5 46 SR 4 -56 SS 7 30 ST 0 7 SV 14 -89 SX 18 -63 SY 35 38
SZ -27 31 TC 22 -72 TD 15 19 TF -49 69 TG 9 1 TH 15 101 TJ 39 71 TK -9 -172 TL -9 126 TM 39 59
TN 34 9 TO -20 -175 TR 39 35 TT 10 -61 TV -8 178 TW 24 121 TZ -6 35 UA 49 31 UG 1 32 UM 19 167
US 39 -98 UY -33 -56 UZ 42 64 VA 42 12 VC 13 -61 VE 7 -66 VG 18 -65 VI 18 -65 VN 16 108
VU -16 167 WF -13 -176 WS -14 -172 YE 16 48 YT -13 45 ZA -29 25 ZM -14 28 ZW -19 30 XK 43 21
"""
"""Code, latitude north, longitude east."""
LAND = """
82: -90 -62, -46 -22
78: -114 -76, -70 -20, 14 26, 96 104
74: -124 -82, -58 -22, 54 58, 86 112, 140 146
70: -162 -68, -54 -24, 18 30, 66 178
66: -166 -64, -52 -38, -22 -14, 14 178, -178 -172
62: -164 -94, -78 -66, -48 -44, 6 174
58: -158 -154, -132 -94, -78 -64, -4 -4, 6 6, 14 14, 26 138, 158 162
54: -130 -58, -8 -2, 10 138, 158 158
50: -126 -58, -4 -2, 2 138, 142 142
46: -122 -62, 2 30, 38 46, 54 134, 142 142
42: -122 -72, -8 2, 14 14, 22 26, 34 46, 54 130, 142 142
38: -122 -78, -8 -2, 14 14, 22 22, 30 118, 126 126, 138 138
34: -118 -78, -6 10, 38 118, 134 134
30: -114 -82, -8 46, 50 118, 130 130
26: -110 -98, -82 -82, -14 34, 38 50, 58 90, 94 118
22: -102 -98, -82 -78, -14 34, 42 58, 70 90, 94 110
18: -102 -90, -72 -70, -14 38, 46 54, 74 82, 94 106, 122 122
14: -90 -86, -14 42, 46 46, 76 78, 98 108, 122 122
10: -84 -84, -74 -62, -14 50, 78 78, 106 106, 122 124
6: -78 -54, -10 -2, 2 46, 80 80, 102 102, 116 118, 126 126
2: -78 -52, 10 44, 98 98, 102 102, 112 118, 122 122
-2: -78 -46, 10 40, 102 106, 110 114, 120 122, 134 140
-6: -78 -38, 14 38, 106 112, 138 146
-10: -76 -38, 14 38, 126 126, 146 148
-14: -74 -40, 14 38, 48 48, 130 134, 142 142
-18: -70 -42, 14 36, 46 46, 122 146
-22: -70 -42, 16 34, 46 46, 114 148
-26: -70 -50, 16 32, 114 150
-30: -70 -52, 18 30, 116 150
-34: -70 -54, 20 26, 118 118, 138 150
-38: -72 -60, 142 146, 176 176
-42: -72 -66, 146 146, 172 172
-46: -72 -68, 168 168
-50: -72 -70
-54: -70 -68
"""
"""Latitude north: from and to which longitudes east there is land."""


@cache
def points() -> dict[str, tuple[int, int]]:
    """Latitude and longitude of every country, by its two capitals."""
    words = POINTS.split()
    return {
        words[at]: (int(words[at + 1]), int(words[at + 2])) for at in range(0, len(words), 3)
    }


def dots() -> Iterator[tuple[int, int]]:
    """Latitude and longitude of every dot of land."""
    for line in LAND.strip().splitlines():
        north, _, spans = line.partition(": ")
        for span in spans.split(", "):
            first, last = map(int, span.split())
            yield from ((int(north), east) for east in range(first, last + 1, STEP))
