"""Whom a firm may be under another name, as the API tells it."""

from tests.desk_builders import CLOSE, OPEN, OPENINGS

PARTY = OPENINGS["party"][1]
FINE = {"kind": "fine", "by": {"government": "USA"}}


def test_a_firm_that_comes_back_is_told_with_its_measures(officer, partner):
    old, new = (officer.opened("parties", PARTY, OPEN) for _ in range(2))
    fine = officer.opened("measures", {**FINE, "on": [old]}, CLOSE)
    officer.user.role = "supervisor"
    officer.user.save()
    tag = {"If-Match": officer.get(f"/measures/{fine}")["ETag"]}
    done = officer.post(f"/measures/{fine}/events", {"type": "impose"}, **tag)
    assert done.status_code == 201, done.content
    (told,) = officer.get(f"/parties/{new}/recurrence").json()["recurrences"]
    assert (told["party"], told["measures"], told["title"]) == (old, [fine], PARTY["name"])
    assert partner.get(f"/parties/{new}/recurrence").json() == {"recurrences": []}
