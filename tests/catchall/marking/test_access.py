"""Access: each obstacle by itself, groups, and that nothing raises."""

import pytest

from catchall.marking.access import may_see
from catchall.marking.reading import parse

TS_USA = {"level": "TS", "country": "USA"}
GBR = {"level": "TS", "country": "GBR"}
ALL = {
    "level": "TS", "country": "USA", "on_dissem_list": True,
    "readins": ["SI", "TK", "HCS-P", "RD", "CNWDI", "SIGMA 18", "NATO-READ-IN", "ATOMAL"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("level", "highest"),
    [("U", 0), ("R", 1), ("C", 2), ("S", 3), ("TS", 4), (None, -1), ("SECRET", -1), ("", -1)],
)
def test_clearance(level, highest):
    marks = ["//DEU U", "//DEU R", "//DEU C", "//DEU S", "//DEU TS"]
    user = {"level": level, "country": "USA"}
    assert [may_see(user, mark) for mark in marks] == [
        "read" if rank <= highest else "deny" for rank in range(5)
    ]


def test_without_clearance_not_even_unclassified_is_read():
    assert may_see({"country": "USA"}, "(U)") == "deny"
    assert may_see({"country": "USA"}, "TLP:CLEAR") == "read"


@pytest.mark.parametrize(
    ("mark", "user", "answer"),
    [
        ("(U)", {"level": "U"}, "read"), ("(U)", {"level": "U", "country": 7}, "read"),
        ("(S)", TS_USA, "read"), ("(S)", GBR, "deny"), ("(S)", {"level": "TS"}, "deny"),
        ("(S//NF)", TS_USA, "read"), ("(S//NF)", GBR, "deny"), ("(S//PURPLE)", ALL, "deny"),
        ("(S//REL TO USA, GBR)", GBR, "read"), ("(S//REL TO USA, AUS)", GBR, "deny"),
        ("(S//REL)", TS_USA, "read"), ("(S//REL)", GBR, "deny"), ("(S//RELIDO)", GBR, "deny"),
        ("(S//DISPLAY ONLY GBR)", GBR, "display"), ("(S//DISPLAY ONLY GBR)", TS_USA, "read"),
        ("(S//DISPLAY ONLY FVEY)", GBR, "display"), ("(S//DISPLAY ONLY IRQ)", GBR, "deny"),
        ("(S//SI)", {"level": "S", "country": "USA", "readins": ["SI"]}, "deny"),
        ("(S//SI)", {"level": "TS", "country": "USA", "readins": ["SI"]}, "read"),
        ("(S//SI)", TS_USA, "deny"), ("(S//SAR-BP)", {**TS_USA, "readins": ["SAR-BP"]}, "read"),
        ("(S//SAR-BP)", {"level": "S", "country": "USA", "readins": ("SAR-BP",)}, "read"),
        ("(TS//HCS)", {**TS_USA, "readins": ["HCS"]}, "deny"), ("(TS//HCS)", ALL, "read"),
        ("(S//RD)", ALL, "read"), ("(S//RD-N)", ALL, "read"), ("(S//RD-SG 18)", ALL, "read"),
        ("(S//RD-SG 18 20)", ALL, "deny"), ("(S//RD)", TS_USA, "deny"),
        ("(S//FRD)", TS_USA, "read"),
        ("(S//RD-N)", {**TS_USA, "readins": ["RD", "RD-CNWDI"]}, "read"),
        ("(S//RD-N)", {**TS_USA, "readins": ["RD"]}, "deny"),
        ("(S//RD-N)", {**TS_USA, "readins": ["CNWDI"]}, "deny"),
        ("(S//RD-SG 18)", {**TS_USA, "readins": ["RD", "RD-SIGMA 18"]}, "read"),
        ("(S//OC)", TS_USA, "deny"), ("(S//OC)", ALL, "read"),
        ("(S//OC)", {**TS_USA, "on_dissem_list": "yes"}, "deny"),
        ("(S//OC-USGOV)", TS_USA, "read"),
        ("(S//OC-USGOV)", GBR, "deny"), ("SECRET STADIS", TS_USA, "deny"),
        ("(S//NF//ND)", TS_USA, "deny"), ("(S//NF//ND)", ALL, "read"),
        ("UNCLAS SIPDIS", GBR, "read"),
        ("TLP:AMBER", TS_USA, "deny"), ("TLP:AMBER", {"on_dissem_list": True}, "read"),
        ("TLP:RED", {"on_dissem_list": 1}, "deny"), ("//NS", ALL, "read"),
        ("//NS", TS_USA, "deny"),
        ("//NS", {"level": "S", "country": "DEU", "readins": {"NATO-READ-IN"}}, "read"),
        ("//NU", {"level": "U", "country": "JPN"}, "read"), ("//NS//ATOMAL", ALL, "read"),
        ("//JOINT S CAN USA", {"level": "S", "country": "CAN"}, "read"),
        ("//JOINT S CAN USA", GBR, "deny"), ("//GBR S", GBR, "deny"),
        ("//GBR S", TS_USA, "read"),
        ("OFFICIAL", {"level": "U", "country": "GBR"}, "read"), ("UK SECRET", TS_USA, "deny"),
        ("OFFICIAL-SENSITIVE", {"level": "U", "country": "GBR"}, "deny"),
        ("UK SECRET - FIVE EYES ONLY", {"level": "S", "country": "NZL"}, "read"),
        ("UK SECRET - UK EYES ONLY", TS_USA, "deny"),
        ("OFFICIAL - RECIPIENTS ONLY", GBR, "deny"),
        ("UK SECRET - UK/US EYES ONLY", TS_USA, "read"),
    ],
)  # fmt: skip
def test_decision(mark, user, answer):
    assert may_see(user, mark) == answer
    assert may_see(user, parse(mark)) == answer


@pytest.mark.parametrize("readins", ["SI", {"SI": True}, None, 7, [["SI"]]])
def test_read_ins_that_are_no_list_count_for_nothing(readins):
    assert may_see({**TS_USA, "readins": readins}, "(TS//SI)") == "deny"


def test_members_given_replace_the_built_in_list():
    assert may_see(GBR, "(S//REL TO USA, FVEY)") == "read"
    assert may_see(GBR, "(S//REL TO USA, FVEY)", {"FVEY": ["USA"]}) == "deny"
    assert may_see(GBR, "(S//REL TO USA, FVEY)", {"FVEY": []}) == "deny"
    assert may_see(GBR, "(S//REL TO USA, FVEY)", {"FVEY": None}) == "deny"


@pytest.mark.parametrize("members", [["GBR"], ("GBR",), {"GBR"}, frozenset({"GBR"})])
def test_a_group_expands_to_the_members_given(members):
    assert may_see(GBR, "(S//REL TO USA, NATO)", {"NATO": members}) == "read"


@pytest.mark.parametrize("members", ["GBR", "USA,GBR", {"GBR": True}, 7])
def test_members_that_are_no_list_grant_nothing(members):
    assert may_see(GBR, "(S//REL TO USA, NATO)", {"NATO": members}) == "deny"


def test_nobody_is_of_the_country_of_a_group():
    assert may_see({"level": "TS", "country": "NATO"}, "(S//REL TO USA, NATO)") == "deny"
    assert may_see({"level": "TS", "country": "NSG"}, "(S//REL TO USA, NSG)") == "deny"


def test_a_country_does_not_expand():
    assert may_see(GBR, "(S//REL TO USA, DEU)", {"DEU": ["GBR"]}) == "deny"


@pytest.mark.parametrize("user", [None, 7, [], "TS", {"level": []}, {"level": {}}])
def test_a_user_that_is_none_is_denied(user):
    assert may_see(user, "(U)") == "deny"


@pytest.mark.parametrize("marking", [None, 7, b"(U)", [], object()])
def test_a_marking_that_is_none_is_denied(marking):
    assert may_see(TS_USA, marking) == "deny"


def test_groups_that_are_no_mapping_deny_where_they_are_asked():
    assert may_see(GBR, "(S//REL TO USA, NATO)", ["NATO"]) == "deny"
    assert may_see(TS_USA, "(S//NF)", None) == "read"
