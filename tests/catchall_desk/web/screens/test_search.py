"""Search."""

from tests.desk_builders import CLOSE, OFFICER, at, claim, opening

from catchall_desk.store.desk import run


def test_a_name_is_found_as_far_as_it_may_be_seen(ana, pia):
    party = run(opening("party"), OFFICER, at()).stream
    run(claim(party, "Quillon Turbowerk", CLOSE), OFFICER, at(1))
    assert party in ana.get("/search/?q=quillon").content.decode()
    assert party not in pia.get("/search/?q=quillon").content.decode()


def test_nothing_found_says_what_to_write(ana):
    assert "Write a name in any script" in ana.get("/search/?q=zzz").content.decode()


def test_what_was_found_is_kept_to_a_kind(ana):
    party = run(opening("party"), OFFICER, at()).stream
    assert party in ana.get("/search/?q=holm&kind=party").content.decode()
    assert party not in ana.get("/search/?q=holm&kind=case").content.decode()
