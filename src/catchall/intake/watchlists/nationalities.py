"""Nationalities as lists write them: "Iranian", "Iran". In: the words; out: a country code.

Only words for one country of today; "Soviet" and "Korean" are none.
"""

import re

from catchall.text.countries import country_code

_NATIONALITIES = """
AE: emirati; AF: afghan; AL: albanian; AM: armenian; AR: argentine, argentinian; AT: austrian
AU: australian; AZ: azerbaijani, azeri; BA: bosnian; BD: bangladeshi; BE: belgian
BG: bulgarian; BH: bahraini; BI: burundian; BR: brazilian; BY: belarusian, belarussian
CA: canadian; CD: congolese; CF: central african; CH: swiss; CL: chilean; CN: chinese
CO: colombian; CU: cuban; CY: cypriot; CZ: czech; DE: german; DK: danish; DZ: algerian
EE: estonian; EG: egyptian; ER: eritrean; ES: spanish; ET: ethiopian; FI: finnish; FR: french
GB: british; GE: georgian; GH: ghanaian; GR: greek; GT: guatemalan; HR: croatian; HT: haitian
HU: hungarian; ID: indonesian; IE: irish; IL: israeli; IN: indian; IQ: iraqi; IR: iranian
IT: italian; JO: jordanian; JP: japanese; KE: kenyan; KG: kyrgyz; KP: north korean
KR: south korean; KW: kuwaiti; KZ: kazakh, kazakhstani; LB: lebanese; LK: sri lankan
LT: lithuanian; LV: latvian; LY: libyan; MA: moroccan; MD: moldovan; ME: montenegrin
MK: macedonian; ML: malian; MM: burmese, myanmar; MR: mauritanian; MT: maltese; MX: mexican
MY: malaysian; MZ: mozambican; NG: nigerian; NI: nicaraguan; NL: dutch; NO: norwegian
NP: nepalese; NZ: new zealander; OM: omani; PH: filipino, philippine; PK: pakistani
PL: polish; PS: palestinian; PT: portuguese; QA: qatari; RO: romanian; RS: serbian
RU: russian; RW: rwandan; SA: saudi, saudi arabian; SD: sudanese; SE: swedish
SG: singaporean; SI: slovenian; SK: slovak; SN: senegalese; SO: somali, somalian
SS: south sudanese; SY: syrian; TH: thai; TJ: tajik; TM: turkmen; TN: tunisian; TR: turkish
TW: taiwanese; TZ: tanzanian; UA: ukrainian; UG: ugandan; US: american; UZ: uzbek
VE: venezuelan; VN: vietnamese; XK: kosovar; YE: yemeni; ZA: south african
ZW: zimbabwean
"""
_CODES = {
    word.strip(): line.partition(":")[0].strip()
    for line in re.split(r"[;\n]", _NATIONALITIES)
    for word in line.partition(":")[2].split(",")
    if word.strip()
}


def nationality_code(text: str) -> str:
    """Which country does this nationality mean, as ISO alpha-2? Nothing when not known.

    >>> nationality_code("Iranian"), nationality_code("Iran"), nationality_code("Soviet")
    ('IR', 'IR', '')
    """
    return _CODES.get(" ".join(text.casefold().split()), "") or country_code(text)


def nationality_codes(text: str) -> list[str]:
    """Which countries do the nationalities joined in this cell mean?

    >>> nationality_codes("Russian, Israeli; (1) Cypriot (2) Maltese")
    ['RU', 'IL', 'CY', 'MT']
    """
    words = re.split(r"[;,/]|\(\d+\)|\band\b", text)
    return list(dict.fromkeys(filter(None, (nationality_code(word) for word in words))))
