"""Tests of ``catchall.link.segments``: every firm, person and ship is invented."""

from tests.catchall.link.sample import drafts, office

from catchall.link.firms import Firm
from catchall.link.segments import firm_in, letters_in

FIRST = "KESTREL FLOW LTD: The firm sold four pumps to Iran."
SECOND = "FALCON RIDGE LLC: The firm sold two lathes to Syria."


def keys(*paragraphs, subject="CUSTOMS TALKS"):
    return [(c.key, c.paragraphs) for c in drafts(*paragraphs, subject=subject).cases]


def test_a_leading_name_begins_a_case():
    assert keys("Two cases.", FIRST, SECOND) == [
        ("KESTREL FLOW LTD", [2]),
        ("FALCON RIDGE LLC", [3]),
    ]


def test_a_paragraph_that_goes_back_belongs_to_the_case():
    assert keys("Kestrel Flow Ltd sold four pumps to Iran.", "The firm then closed.") == [
        ("KESTREL FLOW LTD", [1, 2])
    ]


def test_words_that_open_another_case_begin_one():
    other = "In a second case, a Swiss firm sold six valves to an unnamed broker in Dubai."
    assert len(keys("Kestrel Flow Ltd sold four pumps to Iran.", other)) == 2


def test_a_sentence_goes_to_the_case_whose_firm_it_names():
    note = "Kestrel Flow Ltd was fined in May 2008."
    assert keys("Two cases.", FIRST, SECOND, note)[0] == ("KESTREL FLOW LTD", [2, 4])


def test_a_case_referred_to_is_a_case_without_facts():
    (only,) = drafts(
        "For the answer on Orkida, see ref A.", "Nothing else was said.", subject="ORKIDA"
    ).cases
    assert (only.key, only.references, only.items, only.dates) == ("ORKIDA", ["A"], [], [])


def test_a_law_is_no_case():
    assert (
        keys(
            "The Ministry of Trade will send a law on chemicals and fines to parliament.",
            "It is long.",
        )
        == []
    )


def test_letters_of_references_are_read():
    assert letters_in("(Refs B and C), see ref D") == ["B", "C", "D"]


def test_a_heading_names_its_firm():
    firms = [
        Firm("Kestrel Flow Ltd", "firm", ("Kestrel Flow",)),
        Firm("Kestrel Line Ltd", "firm"),
    ]
    assert firm_in("KESTREL FLOW: CLOSED", firms) is firms[0]
    assert firm_in("COMMENT", firms) is None


def test_a_heading_with_the_name_of_a_firm_is_a_case():
    heading = "Kestrel Flow\n------------\n\n2. (C) It sold four pumps to Iran."
    rest = "COMMENT\n-------\n\n3. (C) A quick answer."
    first = f"Director Farid Hashim spoke of Kestrel Flow Ltd.\n\n{heading}\n\n{rest}"
    (only,) = drafts(first).cases
    assert 2 in only.paragraphs
    assert [i.description for i in only.items] == ["pumps"]


def test_a_case_of_a_reference_may_be_told_by_its_heading_only():
    heading = "KESTREL FLOW\n------------\n\n2. (C) The investigation continues."
    (only,) = drafts(f"Two answers came.\n\n{heading}", subject="KESTREL FLOW").cases
    (party,) = only.parties
    assert (party.firm.name, party.evidence.paragraph) == ("KESTREL FLOW", None)
    assert only.status.value == "open_investigation_continues"


def test_a_paper_of_several_cases_is_cut_by_its_paragraphs():
    text = (
        "BEGIN TEXT OF PAPER:\n\n(CONFIDENTIAL REL NSG)\n\nNew Ways\n\n"
        "In May 2008 Kestrel Flow Ltd sold four pumps to Iran.\n\n"
        "In a second case, a Swiss firm sold six valves to an unnamed broker in Dubai.\n\n"
        "END TEXT OF PAPER."
    )
    found = drafts("This message holds a paper.", text).cases
    assert [(c.from_paper, len(c.items)) for c in found] == [(True, 1), (True, 1)]


def test_in_an_office_message_the_author_tells_its_own_action():
    one = (
        "The Desk denied a licence for four pumps that Kestrel Flow Ltd wished to sell to Iran."
    )
    two = "Falcon Ridge LLC sold two lathes to Syria. The lathes are on the NSG list."
    found = office(one, two, "Comments by 1 May 2009, please.")
    assert [c.key for c in found.cases] == ["KESTREL FLOW LTD", "FALCON RIDGE LLC"]
    assert [(c.side, c.value) for c in found.cases[1].control] == [("respondent", "controlled")]
    assert found.action.deadline.date.value == "2009-05-01"
