"""What is printed for people."""

import io

from rich.console import Console

from catchall.output import tables


def shown(what, width=120) -> str:
    console = Console(file=io.StringIO(), width=width, color_system=None)
    console.print(what)
    return console.file.getvalue()


def test_the_summary_names_every_outcome_and_the_embargo_check(result):
    text = shown(tables.summary(result()))
    assert all(one in text for one in ("stop", "licence", "review", "not decided", "clear"))
    assert "embargo check: 5 checked, 1 with a finding, 1 not decided" in text


def test_a_shipment_has_one_line_with_its_first_reason(one_of_each):
    text = shown(tables.shipments(one_of_each.slice(4)))
    assert "all goods to it (and 1 more)" in text


def test_a_name_is_never_taken_for_markup(determinations, row):
    assert "[bold]S[/bold]" in shown(tables.shipments(determinations(row(id="[bold]S[/bold]"))))


def test_an_explained_shipment_begins_with_its_outcome(row):
    assert shown(tables.explained(row(), 100)).startswith("S-1: REVIEW\n")


def test_screened_against_says_lists_dates_and_names(result):
    told = tables.screened_against(result().lists)
    assert told == "screened against: sample 2026-01-15 (300 records, 900 names)"
    assert tables.screened_against(()) == "screened against: nothing"


def test_every_rejected_line_is_named(rejects):
    told = tables.rejected(rejects(("a.csv", 3, "NUL byte", "x\x00y")))
    assert told == ["rejected: a.csv:3: NUL byte: x<00>y"]


def test_rejects_written_elsewhere_are_counted(rejects):
    many = rejects(*[("a.csv", at, "r", "w") for at in range(8)])
    assert tables.rejected(many, 5)[-1] == "rejected: 3 more"


def test_the_place_of_a_reject_is_told(rejects):
    table = rejects(("a.csv", 3, "too long", "w"))
    table = table.set_column(2, table.schema.field("place"), [["value"]])
    assert tables.rejected(table) == ["rejected: a.csv:3 value: too long: w"]


def test_lists_held_are_one_line_each():
    one = {"name": "un", "date": "2026-01-02", "source": "un-sc", "refused": 1,
           "in_force": True, "confirmed": "2026-01-03T08:00", "licence": "free to use",
           "records": 1000, "names": 2000, "effect": "licence_required"}  # fmt: skip
    told = shown(tables.watchlists([one]), 200)
    assert all(word in told for word in ("1,000", "licence required", "free to use", "yes"))


def test_what_changed_in_a_list_is_one_line_each():
    told = shown(tables.differences([("changed", "7", "Zarvania", "names", "Old", "\x1bNew")]))
    assert all(word in told for word in ("changed", "Zarvania", "Old", "<1b>New"))


def test_a_hit_says_why():
    hit = {
        "score": 0.9,
        "match": True,
        "list": "un",
        "record": "7",
        "name": "Zarvania",
        "why": "same",
    }
    told = shown(tables.hits([hit])).splitlines()
    assert told[0] == "0.900  match  Zarvania  (un, 7)"
    assert told[1].strip() == "same"
