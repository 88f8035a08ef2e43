"""What is typed of a shipment, as the columns that a file has."""

from catchall_desk.web.shipment_form import MOST, filled, problems, row


def test_parties_of_one_role_stand_apart_in_one_cell():
    form = filled(
        {
            "party0.role": "forwarder", "party0.name": "Osk Bolt; Sons", "party0.country": "DE",
            "party1.role": "forwarder", "party1.name": "Ferrand Line",
        }
    )  # fmt: skip
    told = row(form, "s")
    assert told["forwarder"] == "Osk Bolt, Sons; Ferrand Line"
    assert told["forwarder_country"] == "DE; "


def test_what_was_not_typed_is_not_there():
    assert row(filled({"description": " pumps "}), "s") == {"id": "s", "description": "pumps"}


def test_every_problem_says_what_to_do():
    sent = {"party0.name": "A", "party0.country": "Atlantis", "value": "1e5", "date": "soon"}
    told = problems(filled(sent))
    assert len(told) == 3
    assert all(";" in one for one in told)
    assert problems(filled({"description": "pumps", "value": "48000.50"})) == ()


def test_the_form_never_grows_without_end():
    assert len(filled({"parties": "100000"}).parties) == MOST
