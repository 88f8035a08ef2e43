"""Classes of every policy, old forms, captions; what is no class."""

import pytest

from catchall.marking import classes, vocabulary
from catchall.marking.classes import non_us, uk, unknown, unspaced, us


@pytest.mark.parametrize(
    ("word", "level"), [(w, t.level) for t in vocabulary.CLASSES["US"] for w in t.words]
)
def test_american_class(word, level):
    found = us(word)
    assert (found.policy, found.level, found.owners, found.unknown) == (
        "US",
        level,
        {"USA"},
        (),
    )


@pytest.mark.parametrize(
    "words",
    ["", "RESTRICTED", "R", "secret", "SECRET/SI", "TOPSECRET", "NS", "CTS", "NATO", "SECRETS",
     "TLP:PURPLE", "TLP: RED", "TLP:AMBER STRICT", "DEU S", "UK SECRET", "JOINT S CAN USA"],
)  # fmt: skip
def test_no_american_class_is_unknown_and_highest(words):
    assert us(words) == unknown(words)
    assert (us(words).policy, us(words).level, us(words).unknown) == ("UNKNOWN", 4, (words,))


@pytest.mark.parametrize("lead", [us, non_us])
def test_nato_words(lead):
    found = lead("NATO SECRET")
    assert (found.policy, found.level, found.owners) == ("NATO", 3, {"NATO"})
    assert found.parts[0].comp == {"NATO-READ-IN"}


def test_nato_letters_ask_for_the_leading_slashes():
    assert (non_us("CTS").level, non_us("NR").level, us("NR").policy) == (4, 1, "UNKNOWN")
    assert non_us("CTS").form == "//COSMIC TOP SECRET"


def test_unclassified_nato_asks_for_no_read_in():
    assert non_us("NU").parts == ()


@pytest.mark.parametrize(
    ("words", "form", "adds"),
    [
        ("CTSA", "//COSMIC TOP SECRET", "ATOMAL"), ("NSA", "//NATO SECRET", "ATOMAL"),
        ("NCA", "//NATO CONFIDENTIAL", "ATOMAL"), ("CTS-A", "//COSMIC TOP SECRET", "ATOMAL"),
        ("NS-A", "//NATO SECRET", "ATOMAL"), ("CTS-B", "//COSMIC TOP SECRET", "BOHEMIA"),
    ],
)  # fmt: skip
def test_old_nato_forms(words, form, adds):
    found = non_us(words)
    assert (found.form, found.old) == (form, ("legacy-form",))
    assert [part.comp for part in found.parts] == [{"NATO-READ-IN"}, {adds}]
    assert found.owners == {"NATO"}


@pytest.mark.parametrize(
    ("words", "level", "adds"),
    [("SBU", 0, "SBU"), ("LIMITED OFFICIAL USE", 0, "SBU"), ("SBU/NF", 0, "SBU NOFORN")],
)
def test_old_american_forms(words, level, adds):
    found = us(words)
    assert (found.policy, found.level, found.old) == ("US", level, ("legacy-form",))
    assert [part.cav for part in found.parts] == [{adds}]
    assert found.owners == {"USA"}


@pytest.mark.parametrize(("words", "level"), [("C/NF", 2), ("S/NF", 3), ("TS/NF", 4)])
def test_old_noforn_forms(words, level):
    found = us(words)
    assert (found.level, [part.nf for part in found.parts]) == (level, [True])


def test_a_tlp_label_has_no_owner():
    assert (us("TLP:RED").owners, us("TLP:RED").level) == (frozenset(), 4)


def test_white_is_the_old_word_for_clear():
    found = us("TLP:WHITE")
    assert (found.policy, found.level, found.form, found.parts, found.old) == (
        "TLP", 0, "TLP:CLEAR", (), ("legacy-form",),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("words", "owners", "level"),
    [("DEU S", {"DEU"}, 3), ("CAN DEU SECRET", {"CAN", "DEU"}, 3), ("GBR R", {"GBR"}, 1),
     ("DEU TOP SECRET", {"DEU"}, 4), ("EU RESTRICTED", {"EU"}, 1), ("ISAF U", {"ISAF"}, 0)],
)  # fmt: skip
def test_foreign_class(words, owners, level):
    found = non_us(words)
    assert (found.policy, found.level, found.owners) == ("FGI", level, owners)
    assert [(part.fgi, part.fgi_hidden) for part in found.parts] == [(owners, False)]


def test_concealed_foreign_class():
    found = non_us("FGI S")
    assert (found.policy, found.owners, found.form) == ("FGI", frozenset(), "//FGI SECRET")
    assert [(part.fgi, part.fgi_hidden) for part in found.parts] == [(frozenset(), True)]


@pytest.mark.parametrize(
    "words",
    ["", "S", "DEU", "USA S", "CAN USA S", "NATO S", "UK S", "FGI DEU S", "DEU XS", "deu S",
     "DEU  S", "JOINT S", "JOINT RESTRICTED CAN USA", "JOINT S CAN US", "JOINT CAN USA"],
)  # fmt: skip
def test_no_foreign_class_is_unknown_and_highest(words):
    assert non_us(words) == unknown(f"//{words}")


def test_joint_class():
    found = non_us("JOINT TS CAN GBR USA")
    assert (found.policy, found.level, found.owners) == ("JOINT", 4, {"CAN", "GBR", "USA"})
    assert (found.form, found.unknown) == ("//JOINT TOP SECRET CAN GBR USA", ())


def test_joint_class_without_usa_lets_nobody_read():
    assert non_us("JOINT S CAN GBR").unknown == ("//JOINT SECRET CAN GBR",)


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        ("S E C R E T", "SECRET"), ("T O P S E C R E T", "TOP SECRET"),
        ("U N C L A S", "UNCLAS"), ("U N C L A S S I F I E D", "UNCLASSIFIED"),
        ("C O N F I D E N T I A L NOFORN", "CONFIDENTIAL NOFORN"),
        ("S E C R E T//NF", "SECRET//NF"), ("L I M I T E D O F F I C I A L U S E",
         "LIMITED OFFICIAL USE"),
    ],
)  # fmt: skip
def test_a_spaced_out_class_is_closed_up(text, closed):
    assert unspaced(text) == (closed, ("legacy-spaced",))


def test_the_longest_spaced_form_stands_first():
    assert list(classes._spaced(["AB", "A BC"]).items()) == [("A B C", "A BC"), ("A B", "AB")]


@pytest.mark.parametrize("text", ["SECRET", "S E C R E TX", "T S", "X S E C R E T", ""])
def test_what_is_not_spaced_out_stays(text):
    assert unspaced(text) == (text, ())


def test_captions_after_the_class():
    found = us("CONFIDENTIAL NOFORN STADIS SIPDIS")
    assert (found.level, found.form, found.unknown) == (2, "CONFIDENTIAL", ())
    assert found.parts[0].nf
    assert [part.cav for part in found.parts[1:]] == [{"STADIS"}, {"SIPDIS"}]
    assert found.old == ("legacy-form",)


@pytest.mark.parametrize(("caption", "means"), sorted(vocabulary.CAPTIONS.items()))
def test_every_caption_is_read(caption, means):
    found = us(f"SECRET {caption}")
    (part,) = found.parts
    assert part.nf if means == "NOFORN" else part.cav == {means}


@pytest.mark.parametrize("group", ["MTCR", "AG", "NSG", "WA", "NATO"])
def test_release_to_a_regime(group):
    found = us(f"SECRET REL {group} NOFORN")
    assert found.parts[0].rel == {group, "USA"}
    assert found.old == ("legacy-group", "legacy-form")


def test_a_word_that_is_no_caption_is_unknown():
    found = us("SECRET REL GBR NOFORN REL")
    assert found.unknown == ("REL", "GBR", "REL")
    assert found.old == ("legacy-form",)
    assert [part.nf for part in found.parts] == [True]


@pytest.mark.parametrize(
    ("text", "form", "level"),
    [
        ("OFFICIAL", "OFFICIAL", 0), ("UK OFFICIAL", "OFFICIAL", 0),
        ("UK SECRET", "UK SECRET", 3),
        ("UK OFFICIAL-SENSITIVE", "OFFICIAL-SENSITIVE", 1),
        ("UK TOP SECRET", "UK TOP SECRET", 4),
        ("SECRET UK EYES ONLY", "UK SECRET - UK EYES ONLY", 3),
        ("TOP SECRET - UK/US EYES ONLY", "UK TOP SECRET - UK/US EYES ONLY", 4),
        ("OFFICIAL - LEGAL PERSONAL DATA", "OFFICIAL - LEGAL - PERSONAL DATA", 0),
        ("SECRET - LEGAL - FIVE EYES ONLY", "UK SECRET - LEGAL - FIVE EYES ONLY", 3),
    ],
)  # fmt: skip
def test_british_class(text, form, level):
    found = uk(text)
    assert (found.policy, found.form, found.level) == ("UK", form, level)
    assert (found.owners, found.unknown) == ({"GBR"}, ())


def test_british_words_go_into_the_caveats():
    found = uk("OFFICIAL-SENSITIVE - MARKET SENSITIVE - HMG USE ONLY")
    assert [part.cav for part in found.parts] == [{"MARKET SENSITIVE"}, {"HMG USE ONLY"}]


@pytest.mark.parametrize(
    ("text", "strange"),
    [("OFFICIAL BANANA", ("BANANA",)), ("OFFICIAL - BANANA SPLIT - LEGAL", ("BANANA SPLIT",)),
     ("OFFICIAL -", ("-",)), ("SECRET X UK EYES ONLY", ("X UK EYES ONLY",))],
)  # fmt: skip
def test_a_strange_british_word_is_unknown(text, strange):
    assert uk(text).unknown == strange


@pytest.mark.parametrize(
    "text",
    ["SECRET", "SECRET NOFORN", "SECRET//UK EYES ONLY", "UK", "UK RESTRICTED", "UK UK SECRET",
     "OFFICIALS", "SECRET - COMMERCIAL", "UK SECRET//NF", "", "TOP SECRET", "UK EYES ONLY"],
)  # fmt: skip
def test_what_is_not_british(text):
    assert uk(text) is None
