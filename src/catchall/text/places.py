"""Cities and country words that trail or colour a name. In: folded words; out: yes or no.

A short list of ports, capitals and trading cities: enough to see where a name ends and an
address begins. A country's code is the business of ``countries``.
"""

from functools import cache

_CITIES = """
shanghai|beijing|shenzhen|guangzhou|ningbo|qingdao|tianjin|dalian|xiamen|suzhou|nanjing|
hangzhou|wuhan|chengdu|chongqing|xian|xi an|foshan|dongguan|zhongshan|zhuhai|shantou|yiwu|
wuxi|changzhou|nantong|jinan|yantai|weifang|zibo|linyi|shijiazhuang|zhengzhou|hefei|fuzhou|
quanzhou|wenzhou|shaoxing|taizhou|jiaxing|huzhou|nanchang|changsha|kunming|guiyang|nanning|
haikou|lanzhou|urumqi|hohhot|harbin|changchun|shenyang|taiyuan|luoyang|tangshan|baoding|
lianyungang|yangzhou|zhenjiang|guangdong|zhejiang|jiangsu|shandong|hebei|henan|hubei|hunan|
sichuan|fujian|jiangxi|anhui|liaoning|jilin|heilongjiang|shanxi|shaanxi|yunnan|guangxi|hainan|
xinjiang|kowloon|hong kong|hongkong|hk|macau|macao|taipei|kaohsiung|taichung|hsinchu|tokyo|
osaka|yokohama|kobe|nagoya|kyoto|fukuoka|seoul|busan|incheon|pyongyang|singapore|kuala lumpur|
penang|johor|johor bahru|selangor|klang|port klang|bangkok|jakarta|surabaya|bandung|medan|
manila|cebu|quezon city|makati|hanoi|ha noi|ho chi minh|ho chi minh city|hochiminh|saigon|
hai phong|haiphong|da nang|phnom penh|yangon|vientiane|dhaka|chittagong|kolkata|calcutta|
mumbai|bombay|delhi|new delhi|chennai|madras|bangalore|bengaluru|hyderabad|ahmedabad|surat|
morbi|rajkot|gujarat|maharashtra|pune|jaipur|gurgaon|noida|karachi|lahore|islamabad|
faisalabad|rawalpindi|peshawar|quetta|kabul|kandahar|herat|colombo|nawala|kandy|kathmandu|
tehran|teheran|isfahan|esfahan|shiraz|tabriz|mashhad|bandar abbas|yazd|qom|karaj|ahvaz|
bushehr|baghdad|basra|basrah|erbil|mosul|damascus|aleppo|latakia|homs|beirut|amman|aqaba|
jerusalem|tel aviv|haifa|gaza|riyadh|jeddah|dammam|mecca|medina|doha|manama|kuwait city|
kuwait|muscat|salalah|sanaa|aden|dubai|abu dhabi|sharjah|ajman|fujairah|ras al khaimah|
jebel ali|istanbul|ankara|izmir|mersin|bursa|gaziantep|adana|konya|kayseri|antalya|kutahya|
usak|trabzon|nicosia|limassol|larnaca|athens|piraeus|thessaloniki|cairo|alexandria|port said|
suez|giza|khartoum|port sudan|tripoli|benghazi|misrata|tunis|sfax|algiers|oran|casablanca|
rabat|tangier|dakar|lagos|abuja|accra|tema|abidjan|nairobi|mombasa|kampala|dar es salaam|
addis ababa|djibouti|mogadishu|luanda|johannesburg|durban|cape town|pretoria|harare|moscow|
moskva|st petersburg|saint petersburg|sankt peterburg|novosibirsk|yekaterinburg|ekaterinburg|
kazan|samara|omsk|chelyabinsk|rostov|rostov on don|ufa|perm|voronezh|volgograd|krasnodar|
krasnoyarsk|saratov|tula|tomsk|irkutsk|vladivostok|khabarovsk|kaliningrad|murmansk|sochi|
novorossiysk|nizhny novgorod|tolyatti|izhevsk|zelenograd|makhachkala|grozny|sevastopol|
simferopol|minsk|brest|gomel|grodno|kyiv|kiev|kharkiv|kharkov|odessa|odesa|lviv|dnipro|
donetsk|luhansk|mariupol|chisinau|kishinev|tiraspol|tbilisi|batumi|poti|yerevan|baku|almaty|
astana|nur sultan|shymkent|karaganda|aktau|bishkek|osh|tashkent|samarkand|bukhara|dushanbe|
khujand|ashgabat|ulaanbaatar|london|manchester|birmingham|liverpool|felixstowe|glasgow|
edinburgh|belfast|dublin|paris|lyon|marseille|le havre|berlin|hamburg|munich|muenchen|munchen|
frankfurt|cologne|koln|dusseldorf|duesseldorf|stuttgart|bremen|leipzig|vienna|wien|zurich|
geneva|basel|zug|brussels|antwerp|ghent|amsterdam|rotterdam|the hague|utrecht|luxembourg|
madrid|barcelona|valencia|bilbao|castellon|lisbon|porto|rome|roma|milan|milano|turin|naples|
genoa|bologna|modena|sassuolo|reggio emilia|venice|trieste|copenhagen|stockholm|gothenburg|
malmo|oslo|bergen|helsinki|tallinn|riga|vilnius|klaipeda|warsaw|warszawa|krakow|gdansk|gdynia|
wroclaw|poznan|prague|praha|brno|bratislava|budapest|bucharest|constanta|cluj|sofia|varna|
burgas|belgrade|beograd|zagreb|ljubljana|sarajevo|skopje|tirana|pristina|podgorica|valletta|
reykjavik|new york|los angeles|chicago|houston|miami|dallas|atlanta|boston|seattle|
san francisco|philadelphia|washington|toronto|montreal|vancouver|calgary|ottawa|mexico city|
monterrey|guadalajara|tijuana|panama city|colon|havana|caracas|maracaibo|bogota|medellin|cali|
quito|guayaquil|lima|callao|la paz|santa cruz|santiago|valparaiso|buenos aires|montevideo|
asuncion|sao paulo|rio de janeiro|santos|curitiba|brasilia|sydney|melbourne|brisbane|perth|
adelaide|auckland|wellington|crimea|tatarstan|dagestan|bashkortostan
"""
_COUNTRY_WORDS = """
china chinese iran iranian russia russian korea korean syria syrian iraq iraqi turkey turkish
turkiye india indian pakistan pakistani japan japanese germany german france french italy
italian spain spanish poland polish ukraine ukrainian belarus belarusian kazakhstan uzbekistan
kyrgyzstan tajikistan armenia georgia azerbaijan moldova romania bulgaria greece greek cyprus
malta lebanon lebanese jordan israel palestine saudi arabia arabian emirates uae qatar bahrain
oman yemen egypt egyptian libya tunisia algeria morocco sudan ethiopia kenya uganda tanzania
nigeria ghana cuba cuban venezuela venezuelan colombia colombian mexico mexican brazil
brazilian argentina chile peru ecuador bolivia panama nicaragua usa america american canada
canadian australia australian britain british england scotland ireland swiss switzerland
austria austrian belgium holland netherlands denmark norway sweden finland estonia latvia
lithuania hungary czech slovakia serbia croatia bosnia slovenia vietnam viet nam thailand
malaysia malaysian indonesia indonesian philippines singapore taiwan myanmar burma bangladesh
lanka nepal afghanistan afghan mongolia norge sverige suisse schweiz deutschland italia espana
rossiya kitay kitai
"""


@cache
def _cities() -> frozenset[str]:
    return frozenset(" ".join(city.split()) for city in _CITIES.split("|"))


@cache
def _single() -> frozenset[str]:
    return frozenset(city for city in _cities() if " " not in city) | frozenset(
        _COUNTRY_WORDS.split()
    )


@cache
def words() -> frozenset[str]:
    """Every word that occurs in a city's name.

    >>> "minh" in words(), "kavzel" in words()
    (True, False)
    """
    return frozenset(word for city in _cities() for word in city.split())


def is_city(words: str) -> bool:
    """Are these folded words a city, port or province on the list?

    >>> is_city("ho chi minh city"), is_city("acme")
    (True, False)
    """
    return words in _cities()


def is_place(word: str) -> bool:
    """Is this one folded word a city or a country, or what belongs to it (``iranian``)?

    >>> is_place("iranian"), is_place("kavzel")
    (True, False)
    """
    return word in _single()
