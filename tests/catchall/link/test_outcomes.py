"""Tests of ``catchall.link.outcomes``: every firm, person and ship is invented."""

from pathlib import Path

import pytest
import yaml
from tests.catchall.link.sample import case

from catchall.link.outcomes import coarse

FLOOR = 147  # of 196, as measured; raise it when it rises

TOLD = {
    "no_evidence_found": "Investigators found no evidence of such a sale.",
    "information_said_incorrect": 'He called the report "mistaken."',
    "contract_signed_confirmed": "The company had signed a contract.",
    "contract_terminated_on_request": "MITI asked it to cancel the contract and it did.",
    "quotation_request_not_followed_up": "It got a letter asking for a price, never answered.",
    "goods_not_controlled": "The pumps are not controlled.",
    "no_licence_application_received": "No application for a licence has come in.",
    "illegal_export_confirmed": "The firm exported the pumps without a licence.",
    "administrative_fine": "The firm was fined.",
    "further_punishment_under_review": "The court is looking at whether to prosecute.",
    "end_user_certificate_accepted": "The ministry accepted an end-user certificate.",
    "shipment_released": "Customs let the cargo go.",
    "documents_in_order": "The papers were complete.",
    "more_information_requested": "The ministry asked for more information.",
    "further_investigation_if_evidence": "He will look again if new evidence comes in.",
    "person_no_longer_in_country": "Its owner left the country.",
    "firm_no_longer_operating_in_country": "The firm stopped trading.",
    "licence_granted": "The ministry granted a licence.",
    "licence_denied": "The ministry denied the licence.",
    "licence_application_withdrawn": "The firm withdrew its application.",
    "licence_application_on_hold": "The ministry put the application on hold.",
    "order_refused_by_supplier": "The maker refused the order.",
    "shipment_detained": "Customs is holding the goods.",
    "shipment_seized": "Customs seized the goods.",
    "shipment_returned": "The goods were sent back.",
    "goods_reexported_onward": "The pumps were sent on to Iran.",
    "post_shipment_check_goods_missing": "The goods could not be located.",
    "end_user_certificate_forged": "The end-user certificate was forged.",
    "no_registration_found_for_declared_user": "No firm of that name is in the trade register.",
    "firm_dissolved": "The company was struck off the register.",
    "investigation_opened": "The ministry opened an inquiry.",
    "criminal_proceedings_opened": "The prosecutor opened a criminal case.",
    "export_privileges_suspended": "The firm was barred from exporting.",
    "no_answer_received": "The ministry has not answered.",
}


def outcomes(text):
    return {
        o.category for o in case("Kestrel Flow Ltd sold four pumps to Iran. " + text).outcomes
    }


@pytest.mark.parametrize("category", TOLD)
def test_what_is_told_is_an_outcome(category):
    assert category in outcomes(TOLD[category])


@pytest.mark.parametrize(
    "text",
    [
        "Washington asks that Malta stop the goods.",
        "We want Malta to seize the goods.",
        "The ministry may open an inquiry.",
        "Customs did not seize the goods.",
        "The firm would be fined if it sold more.",
        "He asked whether the ministry had denied the licence.",
    ],
)
def test_a_wish_a_question_or_a_denial_is_none(text):
    hard = {
        "shipment_seized",
        "shipment_detained",
        "administrative_fine",
        "licence_denied",
        "investigation_opened",
    }
    assert not outcomes(text) & hard


def test_the_comment_of_the_post_tells_no_outcome():
    found = case(
        "Kestrel Flow Ltd sold four pumps.", "Comment: Kestrel Flow Ltd was fined. End comment."
    )
    assert found.outcomes == []


def test_a_fine_has_its_sums():
    (fine,) = [
        o
        for o in case("Kestrel Flow Ltd sold four pumps. It was fined MYR 30,000.").outcomes
        if o.amounts
    ]
    assert (fine.category, fine.amounts[0].value, fine.amounts[0].currency) == (
        "administrative_fine",
        30000,
        "MYR",
    )


def test_an_assessment_is_marked():
    (found,) = case(
        "Kestrel Flow Ltd sold four pumps. We assess that they were sent on to Iran."
    ).outcomes
    assert found.hedge == "assess"


def test_coarse_words_are_derived():
    assert coarse(["shipment_seized", "administrative_fine", "firm_dissolved"]) == [
        "denied_or_stopped",
        "penalty",
    ]


def sentences(key):
    text = Path(__file__).with_name("outcome_sentences.yaml").read_text(encoding="utf-8")
    return yaml.safe_load(text)[key]


def test_wordings_kept_back_are_read_as_often_as_before():
    told = [(c, x) for c, said in sentences("told").items() for x in said[1::2]]
    assert len(told) == 196
    assert sum(category in outcomes(text) for category, text in told) >= FLOOR


def test_what_is_asked_denied_or_supposed_is_seldom_an_outcome():
    none = sentences("none")
    assert len(none) == 40
    assert sum(bool(outcomes(text)) for text in none) <= 5
