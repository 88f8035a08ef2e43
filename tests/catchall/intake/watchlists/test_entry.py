"""Entries become tables that hold what was kept, in order."""

from catchall.intake.watchlists.entry import Entry, Reject, rejects_table, watchlist_table


def test_an_entry_becomes_a_row():
    entry = Entry("7", "Person")
    entry.name("SAMPLE, Testo", "primary")
    entry.address(("1 Invented Street",), "Iran", city="Tehran")
    row = watchlist_table("test", [entry]).to_pylist()[0]
    assert (row["list"], row["record"], row["countries"]) == ("test", "7", ["IR"])
    assert row["addresses"][0]["text"] == "1 Invented Street, Iran"


def test_a_country_is_a_tie_once_and_never_when_not_known():
    entry = Entry("7", "Person")
    assert [entry.country(text) for text in ("Iran", "IRAN", "Oz", "")] == ["IR", "IR", "", ""]
    assert entry.countries == ["IR"]


def test_a_region_filed_as_a_country_is_a_region():
    entry = Entry("7", "Person")
    entry.address((), "Region: Gaza")
    kept = {key: value for key, value in entry.addresses[0].items() if value}
    assert kept == {"text": "Region: Gaza", "region": "Gaza", "country": "PS"}


def test_a_name_taken_out_of_another_is_counted_apart():
    entry = Entry("7", "Person")
    entry.name("A; B", "alias")
    entry.split_name("B", "alias")
    assert (len(entry.names), entry.names_split) == (2, 1)


def test_no_entries_make_an_empty_table():
    assert watchlist_table("test", []).num_rows == 0


def test_the_words_of_a_reject_are_cut():
    table = rejects_table([Reject("a.csv", 3, "main", "why", "x" * 3000)])
    assert len(table["words"][0].as_py()) == 2000
