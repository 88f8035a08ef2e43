"""Coined words for invented names. In: nothing; out: tuples of words by language.

Every word here was coined and checked against the official lists and company registers that
the project develops with: it occurs in none of them. Names are built from these words alone,
with ordinary trade words beside them. No real firm, person or ship belongs here.
"""

GERMAN = (
    "Rielstett", "Hagelgau", "Stellkamp", "Quendlach", "Kervkamp", "Murrmund", "Zirnwieck",
    "Halmholz", "Osnnhorf", "Dorffkatten",
)  # fmt: skip
ITALIAN = (
    "Morpintorra", "Barvescotti", "Calzanvelli", "Torrumelli", "Valbossigno", "Galtighetto",
    "Dorgherasso", "Ferlussagni",
)  # fmt: skip
FRENCH = (
    "Rouvperrigne", "Vauvignoux", "Bellesolvet", "Grandancey", "Courtholay", "Sablmirelle",
    "Vaubreigne", "Mondancoux",
)  # fmt: skip
DUTCH = (
    "Dijkhouwen", "Zandpoeltje", "Hoekbergaar", "Rijsmersch", "Oudeverstraam", "Veldwijkstra",
)  # fmt: skip
NORDIC = (
    "Lundvikstra", "Myrmarksel", "Eklbrandal", "Aaldalsby", "Kuuhammarn", "Fjellrantala",
    "Torvikstra", "Kuuselund",
)  # fmt: skip
POLISH = (
    "Koztarnik", "Mierzynowa", "Leszwodzin", "Wilkkowiny", "Brzemirzec", "Radzynowa",
    "Stanmirzec", "Brzechrowicz",
)  # fmt: skip
CZECH = ("Hradotinec", "Dubnitzky", "Vlkavelka", "Strotinec", "Hradičkova")
SPANISH = (
    "Burdovales", "Cormirondo", "Vegatalbera", "Burguesana", "Vegarocinda", "Vegadovales",
    "Matinganho", "Calcarunho", "Guarupelejo", "Xiquerinho",
)  # fmt: skip
PORTUGUESE = (
    "Piravilarol", "Guaquembo", "Ipacunhato", "Caratingaba", "Tijucrupema", "Timbovama",
)  # fmt: skip
ENGLISH = (
    "Duncombehay", "Thorthwaite", "Wexbrindle", "Cranwickstow", "Marlfordham", "Dunleymoor",
    "Werwicmoor", "Broxbrinstow", "Hamcoocombe", "Haldstafleigh", "Wertsmiford", "Crarwicford",
)  # fmt: skip
TURKISH = ("Bozsungur", "Güntavşar", "Akpaloğ", "Yelradenat", "Katavsanat", "Sarldirizan")
INDIAN = (
    "Kamakshiya", "Tulavastra", "Nagadharvi", "Varipindra", "Shrilochan", "Delochvani",
    "Kapandkar", "Navistrula",
)  # fmt: skip
JAPANESE = (
    "Moritsubata", "Ishihirose", "Hayadorima", "Takanetsuka", "Kuromizawa", "Onodorima",
)  # fmt: skip
KOREAN = ("Myungryeonga", "Hwahyunsam", "Seosolbit", "Jinkwangri", "Seoboram")
CHINESE = ("Zhenzhelan", "Shuoqinbei", "Fanluyuan", "Lingjiran", "Cuanque", "Nuozhou")
MALAY = (
    "Selasariku", "Seladawira", "Thanangkara", "Tekavinhoa", "Phucsariku", "Wanakrasun",
    "Cahyangkara", "Dukramlestu",
)  # fmt: skip
ARABIC = (
    "Rawhafirat", "Qutwalwan", "Marwalban", "Dhadariwan", "Dhazuqimil", "Bazmawan",
    "Rawdariniya", "Maralwadi",
)  # fmt: skip
AFRICAN = (
    "Mbakambira", "Nzegondwe", "Okolimbue", "Okoshindo", "Kwanyekee", "Zigondowa", "Mbagondori",
    "Zinyekewa",
)  # fmt: skip

LISTED_ROOTS = (
    # root, its own script, language, country, city, programme, field
    ("Strenelin", "Стренелин", "ru", "Russia", "Tula", "MIS", "Machine Building"),
    ("Khostrelets", "Хострелец", "ru", "Russia", "Samara", "MIS", "Propulsion Components"),
    ("Bruvelin", "Брувелин", "ru", "Belarus", "Minsk", "NET", "Optical Instruments"),
    ("Prushuzar", "Прушузар", "ru", "Russia", "Perm", "CHEM", "Chemical Industry"),
    ("Razhatek", "Ражатек", "ru", "Russia", "Novosibirsk", "NET", "Microassembly"),
    ("Tanezar", "Танезар", "ru", "Belarus", "Gomel", "NET", "Machine Building"),
    ("Zorimat", "Зоримат", "ru", "Russia", "Kazan", "MIS", "Composite Structures"),
    ("Khovenal", "Ховенал", "ru", "Russia", "Rostov-on-Don", "NET", "Microassembly"),
    ("Arvandkish", "اروندکیش", "fa", "Iran", "Tehran", "NUC", "Precision Tooling"),
    ("Sepandboran", "سپندبران", "fa", "Iran", "Isfahan", "MIS", "Metallurgy"),
    ("Kavoshbandak", "کاوش‌بندک", "fa", "Iran", "Shiraz", "MIS", "Microassembly"),
    ("Tarazsazan", "ترازسازان", "fa", "Iran", "Tabriz", "NUC", "Machine Building"),
    ("Navidmehrad", "نویدمهراد", "fa", "Iran", "Karaj", "CHEM", "Chemical Industry"),
    ("Daryavandar", "دریاوندار", "fa", "Iran", "Bandar Abbas", "MAR", "Marine Transport"),
    ("Sahzuqiya", "ساحزوقية", "ar", "Syria", "Damascus", "CHEM", "Chemical Industry"),
    ("Qutarbani", "قطرباني", "ar", "Syria", "Homs", "CHEM", "Medical and Laboratory Supply"),
    ("Marhafian", "مرحفيان", "ar", "Syria", "Latakia", "MAR", "Marine Transport"),
    ("Najmaniya", "نجمانية", "ar", "Syria", "Aleppo", "MIS", "Metallurgy"),
    ("Kumharisan", "금하리산", "ko", "Korea, North", "Pyongyang", "MIS", "Machine Building"),
    ("Haemyonggil", "해명길", "ko", "Korea, North", "Nampo", "MAR", "Marine Transport"),
    ("Cholbitgang", "철빛강", "ko", "Korea, North", "Pyongyang", "NUC", "Metallurgy"),
    ("Xunweisui", "浔葳燧", "zh", "China", "Shenyang", "MIS", "Precision Tooling"),
    ("Shuokunpo", "朔琨珀", "zh", "China", "Dalian", "NET", "Chemical Industry"),
    ("Ruozhelan", "若喆岚", "zh", "China", "Xi'an", "NET", "Microassembly"),
)
FRONT_ROOTS = (
    "Marvasson", "Neppleckx", "Rimbesson", "Bendosson", "Negnotto", "Sandorenk", "Bezzirenk",
    "Teltitto", "Doltiiva", "Nembemont", "Bervaiva", "Maltimont", "Testrasson", "Sazziiva",
    "Lundobury", "Nervabury", "Dorvarenk", "Rignockx", "Galtickx", "Ristramont", "Ramentombang",
    "Phuhayutara", "Busarilestu", "Cakramsuri", "Thahayulestu", "Dungkatara", "Bukramwira",
    "Nihayuwira", "Calvetto", "Morminelli", "Salbogno", "Lamrulli", "Ilcarutuba", "Zumbovanho",
    "Tirupenho", "Piquerituba", "Depalooğ", "Boradeoğ", "Akdeşli", "Karasungur", "Sahirvat",
    "Qutzuqarat", "Marzuqiniya", "Dhahafiniya", "Xiepei", "Qiongque", "Lüerui", "Fankunpo",
)  # fmt: skip
LICENCE_ROOTS = (
    ("Vozhagorsk", "Russia", "Tula"), ("Greganal", "Russia", "Saint Petersburg"),
    ("Khodozar", "Russia", "Izhevsk"), ("Strerilets", "Russia", "Kaluga"),
    ("Zovelets", "Belarus", "Minsk"), ("Prugadral", "Russia", "Penza"),
    ("Gregabenka", "Russia", "Omsk"), ("Volotek", "Russia", "Zelenograd"),
    ("Dustremat", "Russia", "Ryazan"), ("Overovo", "Russia", "Saratov"),
    ("Xunqinwei", "China", "Chengdu"), ("Zhenquolan", "China", "Harbin"),
    ("Ruokunzhe", "China", "Nanjing"), ("Lüemian", "China", "Hefei"),
    ("Jhavistrkar", "Pakistan", "Lahore"), ("Derdhakar", "Pakistan", "Islamabad"),
    ("Kalochula", "Pakistan", "Karachi"), ("Shripandkar", "Pakistan", "Rawalpindi"),
    ("Aktavsaoğ", "Turkey", "Istanbul"), ("Sahmawdar", "United Arab Emirates", "Sharjah"),
    ("Bumentosuri", "Malaysia", "Shah Alam"), ("Wakramtara", "Singapore", "Singapore"),
    ("Barbonelli", "Armenia", "Yerevan"), ("Dorssiscotti", "Kyrgyzstan", "Bishkek"),
)  # fmt: skip

FAMILY = {
    "ru": ("Kuvdoshev", "Vikrelsky", "Mekrekhin", "Prokretsov", "Shotlakhin", "Lostiyurin",
           "Tumzilsky", "Degvoenko", "Gratlalsky", "Zhimzinov", "Zhigvolsky", "Dernukhin",
           "Ulgvokhin", "Vitlatsov"),
    "fa": ("Hoftazadegan", "Shaftapur", "Mondukesh", "Bamghayari", "Randumanesh",
           "Ramghanavaz", "Shalkhukesh", "Narzupur", "Kashtemanesh", "Dandubandi"),
    "ar": ("Al-Ruqsadari", "Al-Waltuqi", "Al-Warbasari", "Al-Thahalisari", "Al-Ghuzwamani",
           "Al-Shadhmuqi", "Al-Dultumani", "Al-Ghuhaliqi"),
    "ko": ("Tolgyon", "Mansop", "Ryokgi", "Sunhwak", "Hwibon"),
    "zh": ("Quhe", "Zhuyao", "Lansui", "Moqian", "Weizhan"),
}  # fmt: skip
GIVEN = {
    "ru": ("Arstoay", "Yalenan", "Velenim", "Darviay", "Timaril", "Mirviim", "Festoim"),
    "fa": ("Bezhish", "Mahnash", "Kazhid", "Rorvad", "Rordesh", "Armshin", "Sharvam"),
    "ar": ("Zulmul", "Zuryabr", "Muzwar", "Lafsanm", "Zudhin"),
    "ko": ("Kyolsop", "Chunrim", "Ungdok", "Hyopdok", "Myolbyok", "Ryangsop", "Sokgil"),
    "zh": ("Xiepeihan", "Cuanrui", "Luerui", "Nuozhoumin", "Qiongmian"),
}
SHIPS_LISTED = (
    "Corolanthe", "Astandrelle", "Seaivorra", "Polusmere", "Seaemburne", "Astistrella",
    "Oceolinde", "Coraquessa", "Mareldora", "Galophane", "Polumbrina", "Venivanda",
    "Wolophrey", "Jorsaphel", "Dolgantis", "Kesuvenne", "Jororrido", "Temtervale",
    "Dolquinna", "Pimdovane",
)  # fmt: skip
SHIPS_ORDINARY = (
    "Lanellune", "Jormarisk", "Fosquinard", "Bristellan", "Norvalinde", "Helmarune",
    "Aurindova", "Triskelune", "Radovense", "Pimarrowe", "Wolmarine", "Lanquessa",
    "Keslindor", "Brivandel", "Fosmeridane", "Temlunara", "Dolverenne", "Norpalisse",
    "Galmerrow", "Ocevarine", "Marsolune", "Corvendell", "Polmarienne", "Helvarisse",
)  # fmt: skip
NICKNAMES = (
    "Orvidell", "Pulfarren", "Ruvando", "Ardenquell", "Dovelquin", "Wexaluna", "Quorvella",
    "Fennoquist", "Galderquay", "Jasperquell", "Larkomandel", "Nettlequay", "Ostrivane",
    "Quillmarrow", "Sablewhisk", "Verdoquist",
)  # fmt: skip
