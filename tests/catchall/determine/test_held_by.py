"""How listed owners hold a party: together or alone, for certain or at most."""

from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from catchall.determine import facts, held_by
from catchall.determine.held_by import Listed, behind, chain, listed_owners, strictest
from catchall.records import Outcome

TOGETHER = held_by.of_rule(
    {"percent": 50, "reach": "at_least", "control": False, "together": True}
)
ALONE = held_by.of_rule(
    {"percent": 50, "reach": "more", "control": True, "together": False, "values": ["uk-"]}
)


def owners(*rows: tuple[str, ...]) -> tuple[dict[str, str], ...]:
    return tuple(dict(zip(("party", "owner", "share"), row, strict=False)) for row in rows)


def hit(party: str, **more: Any) -> dict[str, Any]:
    return {
        "role": "owner", "party": party, "name": party.upper(), "list": "sample",
        "record": "1", "source": "ofac-sdn", "effect": "prohibited", "match": True,
        "basis": "identifier", "confirmed": True, **more,
    }  # fmt: skip


def stated(rows: Any, hits: Any = (), **more: Any) -> facts.Facts:
    screened = [{"party": row["owner"], "screened": True, "why_not": ""} for row in rows]
    return facts.stated(
        {
            "day": "2026-11-02", "parties": {"consignee": "Orlo", "end_user": "Orlo Ltd"},
            "owners": rows, "owner_hits": hits, "owner_screened": screened, **more,
        }
    )  # fmt: skip


def proven(*keys: str, effect: Outcome = Outcome.STOP) -> list[Listed]:
    return [Listed(key, effect, proven=True) for key in keys]


def test_the_arguments_of_a_rule_become_its_test() -> None:
    assert (ALONE.limit.words, ALONE.through, ALONE.lists) == (
        "more than 50 %", ALONE.limit, ("uk-",),
    )  # fmt: skip
    assert (TOGETHER.limit.percent, TOGETHER.lists) == (Decimal(50), ())


def test_a_party_in_two_roles_is_one_firm() -> None:
    (firm,) = behind(stated(())).firms
    assert (firm.words, firm.key) == ("consignee and end user Orlo", "orlo")


def test_several_owners_hold_together_or_not() -> None:
    known = behind(stated(owners(("Orlo", "Velm", "30"), ("Orlo", "Kelm", "25"))))
    both = proven("velm", "kelm")
    found = chain(known.firms[0], known, both, TOGETHER, sure=True)
    assert found is not None
    assert [stake.owner for stake in found.stakes] == ["Velm", "Kelm"]
    assert chain(known.firms[0], known, both, ALONE, sure=True) is None
    assert chain(known.firms[0], known, both, ALONE, sure=False) is not None


def test_the_chain_tells_the_firms_between() -> None:
    rows = owners(
        ("Orlo", "Tessaly", "60"), ("Tessaly", "Quorn", "70"), ("Quorn", "Velm", "80")
    )
    known = behind(stated(rows))
    found = chain(known.firms[0], known, proven("velm"), ALONE, sure=True)
    assert found is not None
    assert set(found.above) == {"tessaly", "quorn"}


def test_what_a_party_holds_itself_plays_no_part() -> None:
    rows = owners(("Orlo", "Velm", "60"), ("Velm", "Orlo", "60"))
    known = behind(stated(rows))
    assert chain(known.firms[0], known, proven("orlo"), TOGETHER, sure=True) is None


def test_an_unknown_share_counts_at_most_only() -> None:
    known = behind(stated(owners(("Orlo", "Velm"))))
    assert chain(known.firms[0], known, proven("velm"), TOGETHER, sure=True) is None
    assert chain(known.firms[0], known, proven("velm"), TOGETHER, sure=False) is not None


def test_the_strictest_effect_that_reaches_the_limit_counts() -> None:
    known = behind(stated(owners(("Orlo", "Velm", "30"), ("Orlo", "Kelm", "25"))))
    listed = [*proven("velm"), *proven("kelm", effect=Outcome.REVIEW)]
    found = strictest(known.firms[0], known, listed, TOGETHER, sure=True)
    assert found is not None
    assert found[0] is Outcome.REVIEW


def test_only_hits_on_the_lists_of_the_rule_count() -> None:
    given = stated(owners(("Orlo", "Velm", "60")), [hit("Velm", source="uk-sanctions")])
    assert listed_owners(given, behind(given), ("ofac-",)) == []
    (one,) = listed_owners(given, behind(given), ("uk-",))
    assert (one.key, one.effect, one.proven) == ("velm", Outcome.STOP, True)


def test_a_shared_address_makes_no_owner_listed() -> None:
    shared = hit("Velm", basis="address", confirmed=False, match=False)
    given = stated(owners(("Orlo", "Velm", "60")), [shared])
    assert listed_owners(given, behind(given), ()) == []


def test_an_owner_that_was_not_screened_may_be_anyone() -> None:
    given = stated(owners(("Orlo", "Velm", "60")), owner_screened=())
    (one,) = held_by.unscreened(given, behind(given))
    assert (one.key, one.why_not, one.proven) == ("velm", "not handed to it", False)


def test_rows_are_judged_on_the_day_of_the_shipment() -> None:
    assert str(held_by.day_of(stated((), date="2026-10-05"))).count("2026, 10, 5") == 2
    assert held_by.day_of(stated(())) == held_by.day_of(stated((), date="2026-11-02"))
    assert held_by.day_of(stated((), date_unread="03/04/2026")) is None


def test_a_row_about_a_firm_of_that_name_elsewhere_is_in_doubt() -> None:
    rows = ({"party": "Orlo", "owner": "Velm", "share": "60", "party_country": "FR"},)
    home = {"consignee": {"name": "Orlo", "country": "SI"}}
    known = behind(stated(rows, parties=home))
    assert chain(known.firms[0], known, proven("velm"), TOGETHER, sure=True) is None
    assert chain(known.firms[0], known, proven("velm"), TOGETHER, sure=False) is not None


NAMES = st.sampled_from(["Orlo", "Velm", "Kelm", "Tessaly", "Quorn"])
ROWS = st.lists(
    st.tuples(NAMES, NAMES, st.sampled_from(["", "10", "25", "50", "60"])), max_size=10
)
LISTED = st.lists(
    st.tuples(st.sampled_from(["velm", "kelm", "quorn"]), st.sampled_from(list(Outcome)[1:])),
    max_size=3,
)


def worth(rows: Any, listed: Any, test: held_by.Test, *, sure: bool) -> Outcome:
    known = behind(stated(owners(*rows)))
    held = [Listed(key, effect, proven=True) for key, effect in listed]
    found = strictest(known.firms[0], known, held, test, sure=sure)
    return found[0] if found else Outcome.CLEAR


@settings(deadline=None)
@given(ROWS, st.tuples(NAMES, NAMES, st.sampled_from(["", "50"])), LISTED, st.booleans())
def test_a_row_more_never_lowers_what_it_comes_to(
    rows: Any,
    more: Any,
    listed: Any,
    sure: bool,  # noqa: FBT001
) -> None:
    for test in (TOGETHER, ALONE):
        before = worth(rows, listed, test, sure=sure)
        assert before <= worth([*rows, more], listed, test, sure=sure)


@settings(deadline=None)
@given(ROWS, LISTED)
def test_what_is_certain_is_never_more_than_what_is_possible(rows: Any, listed: Any) -> None:
    for test in (TOGETHER, ALONE):
        assert worth(rows, listed, test, sure=True) <= worth(rows, listed, test, sure=False)
