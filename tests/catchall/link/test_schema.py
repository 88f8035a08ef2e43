"""Tests of ``catchall.link.schema``: every firm, person and ship is invented."""

from tests.catchall.link.sample import block, drafts

from catchall.link.schema import as_dict, drafted, evidence

SALE = (
    "Director Farid Hashim told Econoff on March 9 that Kestrel Flow Ltd (KFL) "
    "sold a pump to a Syrian firm and was fined EUR 200."
)


def test_silence_has_no_key():
    (found,) = as_dict(drafts(SALE))["cases"]
    assert found["control_status"] is None
    assert "country" not in found["exporters"][0]


def test_parties_stand_under_their_roles():
    (found,) = as_dict(drafts(SALE))["cases"]
    assert found["exporters"][0]["short_names"] == ["KFL"]
    assert found["consignees"][0] | {
        "evidence": 0,
        "rule": 0,
        "confidence": 0,
        "stated_by": 0,
        "role": 0,
    } == {
        "name": None,
        "unnamed": True,
        "country": "SY",
        "evidence": 0,
        "rule": 0,
        "confidence": 0,
        "stated_by": 0,
        "role": 0,
    }


def test_every_fact_says_its_rule():
    (found,) = as_dict(drafts(SALE))["cases"]
    (fine,) = found["response"]["outcomes"]
    assert fine["rule"].startswith("outcome:administrative_fine")
    assert fine["amounts"] == [{"value": 200, "currency": "EUR", "as_written": "EUR 200"}]


def test_the_meeting_is_written():
    assert as_dict(drafts(SALE))["meeting"]["date"]["value"] == "2009-03-09"


def test_raw_words_stand_where_they_differ():
    said = block("Kestrel\nFlow Ltd sold it.")
    assert evidence(said.evidence(0, 12))["raw"] == "Kestrel\nFlow"
    assert "raw" not in evidence(said.evidence(0, 7))
    assert evidence(None) is None


def test_the_whole_schema_holds_what_the_grammar_read():
    told = as_dict(drafts(SALE))
    assert told["document"] == "09VALLETTA123"
    assert {"header", "references", "paragraphs", "cases", "no_case"} <= told.keys()


def test_another_name_of_a_party_is_told():
    (found,) = drafted(drafts("Kestrel Flow Ltd, also known as Blue Dune Stores, sold pumps."))[
        "cases"
    ]
    assert found["party_aliases"][0]["value"] == "Blue Dune Stores"


def test_an_action_and_a_visit_are_written():
    told = drafted(
        drafts(
            "Posts should act no later than April 24.",
            "Embassy Bern deliver the paper to SECX.",
        )
    )
    assert told["action_request"]["deadline"]["value"] == "2009-04-24"
    there = drafted(
        drafts(
            "It comes on May 21.", "Rooms are held until May 15.", subject="VISIT OF MAY 20-22"
        )
    )
    assert there["no_case"]


def test_a_forged_certificate_is_not_genuine():
    (found,) = drafted(
        drafts("Kestrel Flow Ltd sold pumps. The end-user certificate was forged.")
    )["cases"]
    assert found["end_user_certificate"]["genuine"] is False
