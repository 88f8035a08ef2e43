"""Words that say little about who someone is, and other spellings of words. In: folded words.

Out: a weight from 0 (says nothing) to 1 (a name of its own). The weights are fixed here, not
counted from a list, so a name scores the same whichever lists it is screened against. Legal
forms are in ``legal_forms``, cities and countries in ``places``.
"""

from functools import cache

from catchall.text import places

_WEIGHTS = {
    0.05: """
        and the of for in on to a an de la le les el los las del der die das und et y e ve i
        du des di da do dos al at by with von van den het zu zum zur ul ur na z named after
        im imeni no nr num number or as per
    """,
    0.15: """
        mr mrs ms miss dr prof professor eng ing sir lady lord haji hajji hajj sheikh shaykh
        shaikh sayyid sayed seyed syed sayyed mullah mawlawi maulvi mawla qari hafiz imam
        ayatollah general gen colonel col major maj captain capt lieutenant lt commander
        admiral president minister prince princess king queen bin ibn ben bint abu abou umm
        ould ter della dello delle van der mv mt ss msc vessel motor
    """,
    0.25: """
        company import export impex importer exporter trading trade trader commerce commercial
        business enterprise general group holding international intl global worldwide overseas
        foreign domestic industry industrial corporate service solution system product
        production manufacturing manufacture manufacturer manufactory management consulting
        consultancy consultant development investment technology technical tech technique
        engineering equipment supply supplier distribution distributor wholesale retail market
        marketing sale partner partnership ticaret sanayi dis ihracat ithalat pazarlama grup
        limit comercial comercio importadora exportadora comercializadora industria industrie
        gruppe handel handels vertrieb torgovyy torgovyi dom predpriyatie kompaniya gruppa
        proizvodstvennoe nauchno zavod branch office division department dept subsidiary head
        unit
    """,
    0.4: """
        technologie science scientific research institute center centre academy university
        college school laboratory bureau design plant factory works mill complex association
        foundation fund organization organisation institution ministry government state
        national federal central public joint private republic islamic democratic people
        peoples united new royal grand star sun golden gold silver green blue red black white
        east west north south eastern western northern southern asia europe africa america
        pacific atlantic arab middle far city house home world universal first one prime best
        super mega ultra power energy electric electrical electronic electro machine machinery
        mechanical mechanic material building construction contracting contractor real estate
        property steel metal iron aluminium copper chemical petrochemical oil gas petroleum
        mining mineral stone marble granite ceramic ceramica ceramiche ceramics tile tiles
        sanitary granito vitrified food agro agricultural farm textile fashion plastic rubber
        paper wood furniture glass cement auto automotive motor car truck spare part aviation
        aerospace aircraft avia airline airways air helicopter space marine maritime sea ocean
        ship shipping shipbuilding shipyard vessel port logistics logistic transport
        transportation freight forwarding cargo express courier line container bank banking
        financial finance capital insurance leasing security defense defence military tactical
        missile special precision instrument optical optoelectronic semiconductor
        microelectronic integrated circuit digital computer computing software data
        information communication telecom telecommunication network radio cloud internet
        intelligent smart automation automatic control advanced high medical pharmaceutical
        health care hospital nuclear physics chemistry repair maintenance installation project
        infrastructure resource environment environmental water quality standard professional
        creative innovation innovative modern future vision concept decor decoration interior
        hardware tool consumer goods chain survey only order life art club media press tourism
        travel hotel restaurant cooperation cooperative union concern combine shop store mall
        bazaar tianxia inversiones konstruktorskoe byuro institut tsentr sociedad servicios
        tecnologia tecnologias insaat yapi seramik malzemeleri keramika stroy stroi torg
        invest finans otomotiv lojistik nakliyat makina makine enerji madencilik mermer
        tekstil gida limitado anonima republican regional municipal main chief sector park
        zone area district street road tower floor room block village town
    """,
    0.55: """
        muhammad ahmad ali hassan hussein abdul abd abdullah abdallah allah rahman rahim aziz
        karim ibrahim ismail yusuf omar umar osman uthman khalid khan mustafa mahmud hamid
        said saleh salih jamal kamal nasir amir reza mehdi mahdi akbar hamza bilal rashid din
        ullah agha mir shah jose juan carlos luis maria antonio jesus miguel angel francisco
        pedro jorge manuel rafael garcia gonzalez rodriguez lopez hernandez martinez perez
        sanchez alexander aleksandr sergey sergei vladimir andrey alexey aleksey dmitry
        dmitriy nikolay mikhail igor oleg viktor yury yuri ivan pavel anatoly elena olga
        natalia tatiana irina kim lee li wang zhang chen liu yang huang zhao wu zhou xu sun ma
        zhu hu guo he lin luo park pak choe choi ri jong nguyen tran john david michael james
        robert thomas george
    """,
}
_SAME = """
    international: intl internat internationale internacional mezhdunarodnyy uluslararasi
    technology: tech techs technologies technolgy tekhnologii tekhnologiya
    group: grp gp grups groupe
    institute: inst instit institut
    industry: ind inds industries indus
    industrial: indl industr
    engineering: engg engrg engr engineer engineers
    electronic: elec electronics electr electron elektronik elektronika
    electric: electrics elect elektrik
    development: dev devt devel developments
    science: sci sciences
    scientific: scient
    research: res rsch
    trading: trdg tradg trding traders trade
    service: svc svcs srv srvs srvc srvcs srvces services serv servs
    import: imp imports importing
    export: exp exports exporting expo
    university: univ
    national: natl nat
    equipment: eqpt equip equipments
    machinery: mach machineries
    association: assoc assn asso
    brothers: bros
    holding: hldg hldgs holdings hldngs
    management: mgmt mngt mgt
    manufacturing: mfg manuf mfrs mfr mfrg manufacturers
    pharmaceutical: pharm pharma pharmaceuticals
    shipping: shpg shipg
    laboratory: lab labs laboratories
    organization: org organisation orgn organizations organisations
    center: ctr centre cntr centr tsentr
    company: kompaniya
    construction: constr const constructions construct
    transportation: transp trans transport
    communication: comms communications
    telecommunication: telecom telecoms telecommunications
    system: sys systems syst
    product: prod prods products
    production: productions
    solution: solutions soln
    enterprise: ent entp enterprises enterpr predpriyatie
    investment: invest investments invt inv
    resource: resources
    material: matl materials mat
    chemical: chem chemicals
    petrochemical: petrochemicals petrochem
    microelectronic: microelectronics
    optoelectronic: optoelectronics
    semiconductor: semiconductors semi
    airline: airlines
    logistics: logistic logis logist
    building: bldg buildings bldgs
    department: dept dep depart
    division: div
    commercial: comml
    general: genl
    limited: ltd
    labor: labour
    defense: defence
    aluminum: aluminium alum
    tile: tiles
    ceramic: ceramics
    muhammad: mohammed mohammad mohamed mohamad muhammed muhamad mukhammad mehmed magomed
    ahmad: ahmed achmed akhmed akhmad ahmet
    hussein: hussain husain husayn hossein hosein husein hussayn
    hassan: hasan hassen
    abdul: abdel abdal abdol abd abdoul
    abdullah: abdallah abdulla abdollah
    yusuf: yousef youssef yusef yusif yosef yousuf yusof
    omar: umar
    osama: usama oussama
    sheikh: shaykh shaikh sheykh sheik cheikh
    bin: ben ibn
    abu: abou
    al: el ul
    sayyid: sayed seyed syed sayyed seyyed saeyed
    sergey: sergei serguei sergej
    alexander: aleksandr aleksander alexandr alexandre oleksandr
    dmitry: dmitriy dmitri dimitri dmytro
    yury: yuri iouri yuriy yurii
    alexey: aleksey alexei aleksei
    nikolay: nikolai mykola
    andrey: andrei andrej
    george: georgy georgi georgiy
"""
_NUMBERS = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
    fifteen sixteen seventeen eighteen nineteen
"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth"
_MOST_DIGITS = 9  # longer ones are identifiers, not numbers of a name
LIGHT = 0.45
"""A word below this weight is generic: alone it names nobody."""


@cache
def _weights() -> dict[str, float]:
    table: dict[str, float] = {}
    for weight, words in _WEIGHTS.items():
        for word in words.split():
            table.setdefault(same(word), weight)
    return table


@cache
def _spellings() -> dict[str, str]:
    table: dict[str, str] = {}
    for line in _SAME.strip().splitlines():
        word, spellings = line.split(":")
        table |= dict.fromkeys(spellings.split(), word.strip())
    return table


@cache
def _number_words() -> dict[str, int]:
    table = {word: number for number, word in enumerate(_NUMBERS.split())}
    table |= {word: 10 * number for number, word in enumerate(_TENS.split(), start=2)}
    table["fourty"] = 40  # the commonest misspelling of a number
    return table | {word: number for number, word in enumerate(_ORDINALS.split(), start=1)}


def same(word: str) -> str:
    """The one spelling that stands for this word and its abbreviations.

    >>> same("intl"), same("mohamed"), same("acme")
    ('international', 'muhammad', 'acme')
    """
    return _spellings().get(word, word)


def number(word: str) -> int | None:
    """Which number does the word write? None when it writes none.

    >>> number("41st"), number("first"), number("acme")
    (41, 1, None)
    """
    digits = word.rstrip("stndrh") if word[:1].isdigit() else word
    if digits.isdigit() and len(digits) <= _MOST_DIGITS:
        return int(digits)
    return _number_words().get(word)


def weight(word: str) -> float:
    """How much does the word, in its one spelling, say about who this is, from 0 to 1?

    >>> weight("trading") < weight("moscow") < weight("kavzel")
    True
    """
    known = _weights().get(word)
    if known is not None:
        return known
    if places.is_place(word):
        return 0.5
    if word.endswith(("ovich", "evich", "ovna", "evna", "ovych", "ivna")):
        return 0.6  # a patronymic: often left out
    return {1: 0.5, 2: 0.7, 3: 0.85}.get(len(word), 1.0)
