"""The record of a country, as pages."""

from tests.dealings import CLOSE, again, measured, sent


def test_an_empty_record_teaches(ana):
    assert b"A country is named by a case" in ana.get("/countries/").content
    assert b"Numbers come from what was recorded" in ana.get("/countries/DE/").content


def test_every_number_leads_to_its_rows(ana):
    sent(3)
    sent(None)
    assert "Germany (DE)" in ana.get("/countries/").text
    page = ana.get("/countries/DE/")
    assert 'href="?group=waiting">1<' in page.text
    assert len(ana.get("/countries/DE/?group=waiting").context["table"].rows) == 1
    assert "Median time from sending to the first answer: 3 days" in page.text


def test_measures_open_by_kind_and_show_who_came_again(ana):
    _, party = measured()
    again(party)
    assert "?group=measures&amp;kind=fine" in ana.get("/countries/DE/").text
    assert len(ana.get("/countries/DE/?group=measures&kind=fine").context["table"].rows) == 1
    assert len(ana.get("/countries/DE/?group=measures&kind=arrest").context["table"].rows) == 0
    assert "Who came again" in ana.get("/countries/DE/?group=recurrence").text


def test_the_banner_is_that_of_all_that_is_counted(ana, pia):
    sent(3, CLOSE)
    assert ">SECRET//NOFORN</section>" in ana.get("/countries/DE/").text
    assert "NOFORN" not in pia.get("/countries/DE/").text


def test_rows_go_out_as_csv(ana):
    sent(3)
    assert "Ask about the pumps" in ana.get("/countries/DE/?group=answered&format=csv").text
    assert "Germany" in ana.get("/countries/?format=csv").text


def test_what_is_no_country_or_group_is_told(ana):
    assert ana.get("/countries/nowhere/").status_code == 404
    assert ana.get("/countries/DE/?group=all").status_code == 400
