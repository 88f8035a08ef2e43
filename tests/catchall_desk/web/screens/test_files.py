"""Lists of files."""

import csv
import json

from tests.desk_builders import CLOSE, OFFICER, at, opening

from catchall_desk.store.desk import run


def opened(number, marking="UNCLASSIFIED//REL TO USA, DEU", **values):
    return run(opening("case", marking, **values), OFFICER, at(number)).stream


def test_a_list_carries_the_marking_of_what_it_shows(ana, pia):
    opened(1), opened(2, CLOSE, title="Closer than others")
    page, partner_s = (one.get("/files/case/").content.decode() for one in (ana, pia))
    assert ">SECRET//NOFORN</section>" in page
    assert "Closer than others" in page
    assert "NOFORN" not in partner_s
    assert "Closer than others" not in partner_s


def test_the_address_filters_and_chooses_columns(ana):
    opened(1)
    page = ana.get("/files/case/?about=AE&column=title&column=author").content.decode()
    assert "Pumps by another way" in page
    assert '<th scope="col">Opened by</th>' in page
    assert '<th scope="col">Office</th>' not in page
    assert "No cases here" in ana.get("/files/case/?about=FR").content.decode()


def test_csv_holds_what_is_shown_with_marking_and_filter_and_no_formula(ana):
    opened(1, title="=1+1")
    text = ana.get("/files/case/?about=AE&format=csv").content.decode()
    marking, what, head, row = csv.reader(text.splitlines())
    assert marking == ["# UNCLASSIFIED//REL TO USA, DEU"]
    assert "About (country): AE" in what[0]
    assert (head[0], row[0]) == ("Title", "'=1+1")


def test_json_holds_the_same_rows(ana):
    stream = opened(1)
    told = json.loads(ana.get("/files/case/?format=json").content)
    assert [row["id"] for row in told["rows"]] == [stream]
    assert told["marking"] == "UNCLASSIFIED//REL TO USA, DEU"


def test_pages_follow_one_another_without_loss(ana):
    streams = {opened(number) for number in range(52)}
    first = json.loads(ana.get("/files/case/?format=json").content)
    second = json.loads(ana.get(f"/files/case/?format=json&cursor={first['next']}").content)
    assert {row["id"] for row in (*first["rows"], *second["rows"])} == streams
    assert second["next"] == ""


def test_a_cursor_of_no_page_is_told_so(ana):
    answer = ana.get("/files/case/?cursor=nonsense")
    assert answer.status_code == 400
    assert "begin again" in answer.content.decode()


def test_there_is_no_list_of_an_unknown_kind(ana):
    assert ana.get("/files/secret/").status_code == 404
