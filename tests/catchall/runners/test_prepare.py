"""What a job names, read and sealed."""

from dataclasses import replace
from datetime import date

import pytest

from catchall.errors import InputError, UsageError
from catchall.runners.prepare import engine, lists_in_force, prepare, states


def test_the_header_tells_lists_law_and_versions(job):
    body = prepare(job).given.header.body
    assert body["lists"][0]["name"] == "exercise"
    assert len(body["lawbook"]["hash"]) == 64
    assert body["engine"] == engine()
    assert {"python", "unicode", "pyarrow", "numba"} <= body["versions"].keys()


def test_a_side_table_not_given_is_unknown_and_an_empty_one_is_not(job, tmp_path):
    assert prepare(job).given.side.denials is None
    path = tmp_path / "denials.csv"
    path.write_text("party,government,date\n")
    assert prepare(replace(job, side={"denials": path})).given.side.denials == ()


def test_rejected_lines_of_a_side_table_are_counted(job, tmp_path):
    path = tmp_path / "denials.csv"
    path.write_text("party,government,date\nKivrox Pumps,EXERCISE\n")
    assert prepare(replace(job, side={"denials": path})).rejects.num_rows == 1


def test_history_is_read_like_shipments(job):
    given = prepare(replace(job, side={"history": job.inputs[0]})).given
    assert len(given.side.history) == 10


def test_a_mapping_settles_a_header_nobody_knows(job, tmp_path):
    path = tmp_path / "odd.csv"
    path.write_text("id,Zielperson\nT1,Maple Tiles SA\n")
    mapping = tmp_path / "map.json"
    mapping.write_text('{"Zielperson": "consignee"}')
    read = prepare(replace(job, inputs=(path,), mapping=mapping))
    assert read.shipments["parties"].to_pylist()[0][0]["role"] == "consignee"


@pytest.mark.parametrize(("hours", "stale"), [(72.0, False), (1.0, True)])
def test_a_list_is_stale_from_the_age_the_job_allows(job, hours, stale):
    late = replace(job, now="2026-11-22T13:30:00+00:00", list_age_hours=hours)
    (state,) = states(late, lists_in_force(late))
    assert (state.stale, state.age_hours) == (stale, 3.5)


def test_a_screening_for_a_past_day_has_no_stale_list(job):
    past = replace(job, day=date(2026, 6, 1), now="2026-11-29T13:30:00+00:00")
    assert not states(past, lists_in_force(past))[0].stale


def test_yesterday_makes_no_list_young(job):
    late = replace(job, day=date(2026, 11, 28), now="2026-11-29T13:30:00+00:00")
    (state,) = states(late, lists_in_force(late))
    assert (state.stale, state.age_hours) == (True, 158.0)


def test_a_list_that_is_not_held_is_named(job):
    with pytest.raises(UsageError, match="nosuch"):
        prepare(replace(job, lists=("nosuch",)))


def test_a_missing_file_is_named(job, tmp_path):
    with pytest.raises(InputError, match=r"nothing\.csv"):
        prepare(replace(job, inputs=(tmp_path / "nothing.csv",)))


def test_what_is_told_of_a_side_table_is_kept(job, tmp_path):
    path = tmp_path / "firms.csv"
    path.write_text("name,founded,Colour\nAlder,2019,red\nBirch,abc,blue\n")
    (told,) = prepare(replace(job, side={"parties": path})).side
    assert (told.kind, told.source, told.good, told.rejected) == ("parties", "firms.csv", 1, 1)
    assert told.notes == ("Colour: unknown header, kept",)


def test_owners_are_read_and_sealed_into_the_header(job, tmp_path):
    path = tmp_path / "owners.csv"
    path.write_text("party,owner,share\nMaple Tiles,Kivrox Pumps,60\nMaple Tiles,Oak,most\n")
    given = prepare(replace(job, side={"owners": path})).given
    assert given.side.owners == (
        {"party": "Maple Tiles", "owner": "Kivrox Pumps", "share": "60"},
    )
    assert given.header.body["side"]["owners"] == [dict(given.side.owners[0])]
    assert given.side.rejected == {"owners"}
