"""Tests of ``catchall.link.control``: every firm, person and ship is invented."""

from tests.catchall.link.sample import case


def control(text):
    found = case(
        "Director Farid Hashim told Econoff on March 9 about Kestrel Flow Ltd.",
        "Kestrel Flow Ltd sold four pumps. " + text,
    )
    return {c.side: c.value for c in found.control}, {r.name: r.role for r in found.regimes}


def test_a_regime_that_lists_the_goods_is_a_claim():
    assert control("Washington said the pumps are on the Australia Group list.") == (
        {"raising_party": "controlled"},
        {"Australia Group": "said_by_raising_party_to_control_item"},
    )


def test_the_respondent_may_say_otherwise():
    found = control(
        "The United States held that such pumps fall under the MTCR. Farid said "
        "they are below any threshold."
    )
    assert found[0] == {"raising_party": "controlled", "respondent": "not_controlled"}


def test_a_licence_that_is_needed_is_control():
    assert control("Farid said they were shipped without the licence required.")[0] == {
        "respondent": "controlled_licence_required"
    }


def test_a_state_outside_a_regime_says_so():
    assert control('Farid said that Malta "does not sit in Wassenaar."')[0] == {
        "respondent": "respondent_not_member_of_regime"
    }


def test_a_regime_named_in_passing_is_no_claim():
    assert control("The delegation met before the Wassenaar plenary.") == ({}, {})


def test_silence_is_no_claim():
    assert control("Nothing else was said.") == ({}, {})
