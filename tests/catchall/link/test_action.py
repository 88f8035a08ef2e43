"""Tests of ``catchall.link.action``: every firm, person and ship is invented."""

from tests.catchall.link.sample import drafts

from catchall.link.action import instructs

ASK = (
    "Action request: Embassy Bern deliver the paper to the Ministry of Trade "
    "(Kenji Moris) no later than April 24. "
    "Posts should report by May 2. Department point of contact is Alan Drey."
)


def test_an_action_request_has_who_what_whom_and_when():
    found = drafts(ASK, "Thank you.").action
    (only,) = found.actions
    assert (only.post, only.deliver, only.person) == (
        "Embassy Bern",
        "the paper",
        "Kenji Moris",
    )
    assert (found.deadline.date.value, found.follow_up[0].date.value, found.contact[0]) == (
        "2009-04-24",
        "2009-05-02",
        "Alan Drey",
    )


def test_a_message_that_asks_nothing_has_no_action():
    assert drafts("Kestrel Flow Ltd sold four pumps.", "It left on May 3.").action.empty


def test_the_meeting_of_the_first_paragraph_has_its_day():
    met = drafts(
        "Section Chief Lo Wen-kai called in Econoff on March 3.", "He said no."
    ).meeting
    assert (met.official, met.title, met.date.date.value) == (
        "Lo Wen-kai",
        "Section Chief",
        "2009-03-03",
    )


def test_a_visit_message_has_its_days():
    found = drafts(
        "The delegation will visit Valletta May 20-22.", "Rooms are held until May 15."
    )
    assert found.visit is None
    there = drafts(
        "Country clearance is granted.",
        "It comes on May 21. Rooms are held until May 15.",
        subject="VISIT",
    )
    assert there.no_case


def test_an_order_to_posts_is_known():
    assert instructs("Posts should act by Friday.")
    assert not instructs("It left on May 3.")
