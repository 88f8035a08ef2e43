"""Rules asked of facts: dated values, exclusions; knowing more never turns an answer."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from catchall.determine import facts, predicates, ruling
from catchall.law import load
from catchall.law.model import Asked, DatedValue, Group, Judged, Lawbook, Rule, Version
from catchall.records import Answer

BOOK = load.load()
DAY = date(2026, 11, 2)
HELD = ruling.held(BOOK, DAY, ("eu", "us"))

COUNTRIES = st.sampled_from(["IR", "KP", "RU", "AE", "IN", "UA", "SI", "MM"])
WORDS = st.sampled_from(["irrigation", "unknown", "samples for a laboratory", "guidance unit"])
NAMES = st.sampled_from(["Orlo Works", "Velm Freight Forwarding", "Velmandia Army Supply"])


def maybe(values: Mapping[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(dict(values))


PARTY = maybe(
    {
        "name": NAMES, "country": COUNTRIES, "address": st.sampled_from(["12 Mill Road, Pune",
        "Flexi Desk 4, Harbour Tower", "Harbour Street 2, Sevastopol"]),
        "email": st.sampled_from(["a@gmail.com", "a@orlo.example"]),
    }
)  # fmt: skip
NEAR = {"characteristic": "x", "value": "1", "threshold": "2"}
CANDIDATE = maybe(
    {
        "entry": st.just("MTCR-6.C.8"), "regime": st.sampled_from(["mtcr", "nsg"]),
        "verdict": st.sampled_from(["meets", "fails"]), "class": st.just("maraging_steel"),
        "cover": st.sampled_from([{}, {"words": "motion stimulator"}]),
        "near": st.sampled_from([(), (NEAR,)]),
        "hs_chapters": st.sampled_from([("72",), ("84",)]),
    }
)  # fmt: skip
ITEM = maybe(
    {
        "line": st.just("1"), "description": WORDS,
        "hs6": st.sampled_from(["854231", "690721"]),
        "value": st.sampled_from([10.0, 900000.0]), "currency": st.sampled_from(["USD", "EUR"]),
        "kg": st.sampled_from([2.0, 5000.0]), "quantity": st.sampled_from([2.0, 5000.0]),
        "unit": st.sampled_from(["kg", "pieces"]), "candidates": st.tuples(CANDIDATE),
    }
)  # fmt: skip
PORT = st.tuples(st.fixed_dictionaries({"port": st.just("Some Port"), "country": COUNTRIES}))
CERTIFICATE = maybe(
    {
        "certificate_no": st.just("C1"), "signer": st.sampled_from(["", "A. Orlo"]),
        "date": st.sampled_from(["", "2026-01-05"]), "end_user": NAMES, "consignee": NAMES,
        "no_retransfer": st.sampled_from(["yes", "no"]),
        "expires": st.sampled_from(["2027-01-01", "2025-01-01"]),
    }
)  # fmt: skip
KNOWLEDGE = st.sampled_from(
    [{"knowledge": state, "knowledge_of": limb}
     for state in facts.STATES for limb in ("any", "wmd", "military", "surveillance")]
)  # fmt: skip
NAMED = (
    "exporter", "consignee", "end_user", "payer", "notify_party", "intermediary", "carrier",
    "vessel_operator", "forwarder",
)  # fmt: skip
OWNER_HIT = {
    "role": "owner", "party": "Velm", "name": "VELM", "list": "sample", "record": "1",
    "source": "ofac-sdn", "effect": "prohibited", "match": True, "basis": "identifier",
    "confirmed": True,
}  # fmt: skip
WHOLE = maybe(
    {
        "day": st.just("2026-11-02"), "date": st.just("2026-11-01"),
        "order_date": st.just("2026-10-01"),
        "parties": st.fixed_dictionaries(dict.fromkeys(NAMED, PARTY)),
        "goods": st.tuples(ITEM), "destinations": st.tuples(COUNTRIES),
        "destination_text": st.sampled_from(["Ukraine", "Crimea"]), "transit_ports": PORT,
        "discharge_port": PORT, "loading_port": PORT, "vessel_flag": COUNTRIES,
        "bank_country": COUNTRIES, "stated_end_use": WORDS,
        "incoterm": st.sampled_from(["FOB Jebel Ali", "CIF"]),
        "payment_terms": st.sampled_from(["cash", "cash against documents", "30 days"]),
        "delivery_date": st.sampled_from(["tba", "2026-12-01"]),
        "certificates": st.tuples(CERTIFICATE),
        "licences": st.sampled_from([(), ({"licence_no": "L1", "consignee": "Orlo Works",
                                            "status": "issued", "expires": "2027-01-01"},)]),
        "denials": st.sampled_from([(), ({"party": "Orlo Works", "date": "2025-01-01"},)]),
        "measures": st.sampled_from([(), ({"party": "Orlo Works", "kind": "fine",
                                            "date": "2025-01-01"},)]),
        "vessels": st.tuples(maybe({"name": st.just("MV Orlo"),
                                    "flag_countries": st.just((("Oman", "OM"),)),
                                    "operator_country_countries": st.just((("Iran", "IR"),)),
                                    "next_ports_countries": st.just((("Nampo", "KP"),))})),
        "registry": st.tuples(maybe({"name": st.just("Orlo Works"), "sector": st.just("bakery"),
                                     "role_business": st.just("customs broker"),
                                     "founded": st.just("2025-01-01"), "country": st.just("AE"),
                                     "affiliated_to": st.just("missile works"),
                                     "no_warehouse": st.just("yes")})),
        "owners": st.tuples(maybe({"party": st.just("Orlo Works"), "owner": st.just("Velm"),
                                   "share": st.sampled_from(["30", "50", "60"]),
                                   "to": st.sampled_from(["", "2026-10-01", "2027-01-01"])}),
                            st.just({"party": "Orlo Works", "owner": "Kelm", "share": "20"})),
        "owner_hits": st.sampled_from([(), (OWNER_HIT,)]),
        "owner_screened": st.just(({"party": "Velm", "screened": True, "why_not": ""},
                                   {"party": "Kelm", "screened": True, "why_not": ""})),
        "free_zone": st.sampled_from(["no", "Velm Free Zone"]),
        "vessel_imo": st.just("9074729"),
    }
)  # fmt: skip

# What can be missing while the thing itself is there: a place in the facts and a key to drop.
LOSSES = (
    *[((), key) for key in (
        "destinations", "destination_text", "transit_ports", "discharge_port", "loading_port",
        "vessel_flag", "bank_country", "stated_end_use", "incoterm", "payment_terms",
        "delivery_date", "certificates", "licences", "denials", "measures", "vessels",
        "registry", "free_zone", "order_date", "owners", "owner_screened")],
    (("owners", 0), "share"),
    *[(("parties", role), key) for role in ("consignee", "end_user", "payer", "carrier")
      for key in ("country", "address", "email")],
    *[(("goods", 0), key) for key in ("hs6", "value", "kg", "quantity", "outcome")],
    *[(("registry", 0), key) for key in ("sector", "founded", "affiliated_to", "no_warehouse",
                                         "role_business")],
)  # fmt: skip


def without(value: Any, path: tuple[Any, ...], key: str) -> Any:
    if not path:
        return {name: one for name, one in value.items() if name != key}
    if isinstance(value, tuple):
        return tuple(without(one, path[1:], key) for one in value)
    if path[0] not in value:
        return value
    return {**value, path[0]: without(value[path[0]], path[1:], key)}


def answers(values: Mapping[str, Any]) -> dict[str, Answer]:
    return {one.rule.id: one.answer for one in ruling.answer(HELD, facts.stated(values))}


@settings(max_examples=80, deadline=None)
@given(
    WHOLE, KNOWLEDGE, st.lists(st.sampled_from(LOSSES), min_size=1, max_size=12), st.booleans()
)
def test_settling_an_unknown_never_turns_an_answer_around(
    whole: dict[str, Any],
    knowledge: dict[str, str],
    losses: list[tuple[tuple[Any, ...], str]],
    told: bool,  # noqa: FBT001
) -> None:
    (item,) = whole["goods"]
    met = item["candidates"][0]["verdict"] == "meets"
    full = {
        **whole,
        **knowledge,
        "goods": ({**item, "outcome": "listed" if met else "not_listed"},),
    }
    partial: Any = full
    for path, key in losses:
        partial = without(partial, path, key)
    if not told:
        partial = without(without(partial, (), "knowledge"), (), "knowledge_of")
    before, after = answers(partial), answers(full)
    turned = {
        name: (answer, after[name])
        for name, answer in before.items()
        if answer is not Answer.UNKNOWN and answer is not after[name]
    }
    assert turned == {}


@settings(max_examples=40, deadline=None)
@given(WHOLE, st.sampled_from(["meets", "fails"]))
def test_settling_the_goods_never_turns_an_answer_around(
    whole: dict[str, Any], verdict: str
) -> None:
    (item,) = whole["goods"]
    candidate = {**item["candidates"][0], "near": (), "verdict": verdict}
    outcome = {"meets": "listed", "fails": "not_listed"}[verdict]
    full = {**whole, "goods": ({**item, "outcome": outcome, "candidates": (candidate,)},)}
    open_ = {**candidate, "verdict": "unknown"}
    partial = {**whole, "goods": ({**item, "outcome": "ask", "candidates": (open_,)},)}
    before, after = answers(partial), answers(full)
    assert {
        name: (answer, after[name])
        for name, answer in before.items()
        if answer is not Answer.UNKNOWN and answer is not after[name]
    } == {}


def rule(*versions: Version) -> Lawbook:
    made = Rule(
        "eu.test", "catch_all", "a rule", "asks?", "licence_required", "", ("eu",), "V",
        versions, "source art. 1",
    )  # fmt: skip
    values = {"eu.group": (DatedValue(date(2020, 1, 1), None, ["IR"], "source group"),)}
    return Lawbook("1", "h", (), (made,), {}, values)


IN_GROUP = Asked("destination_in", {"values": "eu.group"}, "source art. 2")


def one(book: Lawbook, values: Mapping[str, Any], day: date = DAY) -> ruling.Answered:
    (found,) = ruling.answer(ruling.held(book, day, ("eu",)), facts.stated(values))
    return found


def test_a_dated_value_stands_in_the_place_of_its_name_and_is_cited() -> None:
    found = one(rule(Version(date(2019, 1, 1), None, IN_GROUP)), {"destinations": ("IR",)})
    assert found.answer is Answer.YES
    assert found.citation == "source art. 1; source art. 2; source group"


def test_a_value_not_held_on_the_day_is_unknown() -> None:
    book = rule(Version(date(2019, 1, 1), None, IN_GROUP))
    assert one(book, {"destinations": ("IR",)}, date(2019, 6, 1)).missing == (
        "the value that holds on that day",
    )


def test_a_repealed_rule_asks_nothing() -> None:
    book = rule(
        Version(date(2019, 1, 1), date(2021, 1, 1), IN_GROUP),
        Version(date(2021, 1, 1), None, None),
    )
    assert ruling.held(book, DAY, ("eu",)).held == ()


def test_a_rule_of_another_jurisdiction_asks_nothing() -> None:
    book = rule(Version(date(2019, 1, 1), None, IN_GROUP))
    assert ruling.held(book, DAY, ("us",)).held == ()


def test_an_exclusion_that_is_yes_lifts_the_rule() -> None:
    excluded = Asked("knowledge_is", {"states": ["none"]}, "source art. 3")
    book = rule(Version(date(2019, 1, 1), None, IN_GROUP, (excluded,)))
    known = {"destinations": ("IR",), "knowledge": "none", "knowledge_of": "any"}
    assert one(book, known).answer is Answer.NO
    assert one(book, {**known, "knowledge": "aware"}).answer is Answer.YES
    assert one(book, {"destinations": ("IR",)}).decided.columns == ("exporter_knowledge",)


def test_a_judgement_is_always_open() -> None:
    node = Group("all", (IN_GROUP, Judged("is it designed for it?", "source art. 4")))
    found = one(rule(Version(date(2019, 1, 1), None, node)), {"destinations": ("IR",)})
    assert found.answer is Answer.UNKNOWN
    assert found.decided.columns == ("judgement",)


def test_a_question_that_several_rules_ask_is_asked_once() -> None:
    asked = [len(one.leaves) for one in HELD.held]
    assert len(HELD.questions) < sum(asked)


def test_every_predicate_says_what_would_answer_it() -> None:
    assert set(predicates.ASKS) == set(predicates.PREDICATES)
