"""The report: whole, safe, readable by all, printable."""

import re
from itertools import pairwise

import pyarrow as pa
import pytest
from lxml import html as parser

from catchall import tables
from catchall.output import report

BAD = "</title><script>alert(1)</script>\"'&"


@pytest.fixture
def page(result):
    return lambda **changes: parser.document_fromstring("".join(report.html(result(**changes))))


def shipment(**changes):
    every = dict.fromkeys(tables.SHIPMENTS.names)
    fixed = {
        "row": 0,
        "source": "a.csv",
        "source_line": 2,
        "id": "S-3",
        "line": "1",
        "parties": [],
    }
    return pa.Table.from_pylist([{**every, **fixed, **changes}], schema=tables.SHIPMENTS)


def test_each_shipment_that_is_not_clear_has_its_own_sheet(page):
    titles = [one.text_content() for one in page().xpath("//article/h2")]
    assert titles == ["Shipment S-5", "Shipment S-4", "Shipment S-3", "Shipment S-2"]


def test_every_sheet_begins_a_page_when_printed(page):
    style = page().xpath("string(//style)")
    assert re.search(r"@media print \{.*\.sheet \{ break-before: page;", style, re.DOTALL)


def test_every_link_leads_somewhere_in_the_page(page):
    tree = page()
    links = tree.xpath("//a/@href")
    assert links
    assert {link[1:] for link in links if link.startswith("#")} <= set(tree.xpath("//@id"))
    assert all(link.startswith("#") for link in links)


def test_nothing_is_fetched_and_nothing_runs(page):
    tree = page()
    assert not tree.xpath("//script | //link | //img | //iframe | //@src | //@onclick")
    assert not re.search(r"https?:|url\(|@import", parser.tostring(tree).decode())


def test_what_a_file_says_is_never_markup(page, determinations, row, finding):
    question = {"asks": "x", "text": BAD, "decides": [], "could_become": "stop", "subject": BAD}
    party = {**row()["screened_parties"][0], "party": BAD, "names_tried": [BAD]}
    told = [finding(why=BAD, citation=BAD, evidence='{"a":"<script>"}')]
    hostile = row(
        id=BAD, lines=[BAD], findings=told, questions=[question], screened_parties=[party]
    )
    tree = page(
        determinations=determinations(hostile), shipments=shipment(id=BAD, description=BAD)
    )
    assert not tree.xpath("//script")
    assert BAD in tree.xpath("string(//article/h2)")


def test_each_reason_carries_its_list_its_date_and_its_citation(page):
    told = page().xpath("string(//article[3]//ol[@class='reasons'])")
    assert "list sample of 2026-01-15" in told
    assert "cited an invented order, art. 1" in told


def test_lists_in_force_have_dates_and_counts(page):
    row = page().xpath("string(//section[@id='basis']//tbody/tr[1])")
    assert all(one in row for one in ("sample", "2026-01-15", "300", "900", "prohibited"))


def test_rejected_lines_are_named(page, rejects):
    tree = page(rejects=rejects(("a.csv", 7, "unclosed quote", '"words')))
    row = tree.xpath("string(//section[@id='rejects']//tbody/tr)")
    assert all(one in row for one in ("a.csv", "7", "unclosed quote", '"words'))


def test_nothing_rejected_is_said(page):
    assert "None: every line" in page().xpath("string(//section[@id='rejects'])")


def test_goods_and_journey_are_shown_as_filed(page):
    tree = page(
        shipments=shipment(description="pump", hs_code="8413", destination_country="NO")
    )
    told = tree.xpath("string(//article[3])")
    assert all(one in told for one in ("pump", "8413", "Destination", "NO"))


def test_a_page_without_shipments_is_whole(page, determinations):
    tree = page(determinations=determinations())
    assert "None." in tree.xpath("string(//section[@id='register'])")
    assert not tree.xpath("//article")


def test_sample_data_is_called_sample_data(page):
    assert "Sample data" in page(sample=True).text_content()
    assert "Sample data" not in page().text_content()


def test_the_page_can_be_read_without_eyes(page):
    tree = page()
    assert tree.get("lang") == "en"
    assert not tree.xpath("//th[not(@scope)]")
    assert len(tree.xpath("//h1")) == 1
    assert tree.xpath("//svg[@role='img']/title")
    levels = [int(one.tag[1]) for one in tree.xpath("//h1 | //h2 | //h3")]
    assert all(after - before <= 1 for before, after in pairwise(levels))


def luminance(colour: str) -> float:
    digits = colour if len(colour) == 6 else "".join(2 * one for one in colour)
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_every_colour_stands_out_from_every_ground_in_light_dark_and_print(page):
    themes = re.findall(r":root \{(.*?)\}", page().xpath("string(//style)"), re.DOTALL)
    assert len(themes) == 3
    for theme in themes:
        colours = {
            name: luminance(value) for name, value in re.findall(r"--([a-z-]+): #(\w+)", theme)
        }
        grounds = [colours.pop("page"), colours.pop("band")]
        colours.pop("rule")
        for ground in grounds:
            ratios = [
                (max(c, ground) + 0.05) / (min(c, ground) + 0.05) for c in colours.values()
            ]
            assert min(ratios) >= 4.5


def test_the_same_result_gives_the_same_page(result, tmp_path):
    for name in ("a.html", "b.html"):
        report.write(result(), tmp_path / name)
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()


def test_a_time_is_told_as_people_read_it_and_no_time_as_it_is():
    assert report.clock("2026-02-01T10:00:00+01:00") == "2026-02-01 09:00 UTC"
    assert report.clock("at noon") == "at noon"


def test_a_long_page_is_written_in_pieces():
    pieces = list(report._joined(["ab"] * 5, size=4))
    assert pieces == ["abab", "abab", "ab"]
