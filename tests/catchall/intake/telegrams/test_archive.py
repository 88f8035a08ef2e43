"""Documents of the archive: text, attributes, stamps, distribution."""

from tests.catchall.intake.telegrams.samples import lines, telegram

from catchall.intake.telegrams import archive
from catchall.intake.telegrams.offsets import View


def test_a_value_goes_on_over_lines():
    assert (
        archive.trailer(lines("Subject: A PUMP\n FOR QUITO\nTo: STATE"))["Subject"]
        == "A PUMP FOR QUITO"
    )


def test_a_text_that_is_only_on_film_is_a_reject():
    assert "D760001-0001" in archive.rejects({"Locator": "D760001-0001"})[0]
    assert archive.rejects({"Locator": "TEXT ON-LINE"}) == ()


def test_a_stamp_goes_with_the_name_before_it():
    stamp = (
        "Ann B. Roe Declassified/Released US Department of State EO "
        "Systematic Review 04 MAY 2006"
    )
    view, defects = archive.stamps(View.of(f"AND {stamp} BUY"))
    assert view.text.split() == ["AND", "BUY"]
    assert defects[0].raw == stamp


def test_a_document_without_labels_is_known_by_its_distribution():
    assert archive.is_archive(lines("PAGE 01  QUITO 03471\nACTION OES-06\nINFO OCT-01"))


def test_a_number_alone_is_of_the_same_post():
    found = telegram("archive.txt")
    assert [(r.letter, r.identifier) for r in found.references] == [
        ("A", "76STATE141906"),
        ("B", "76QUITO2988"),
        ("C", None),
    ]


def test_tags_are_no_distribution():
    assert archive.distribution("TAGS: TECH, ETRD") is None


def test_zones_leave_the_distribution_out():
    found = archive.zones(
        lines("ACTION OES-06\nR 281545Z JUN 76\nFM AMEMBASSY QUITO\nUNCLAS QUITO 3471\n")
    )
    assert found.start == 1


def test_text_without_labels_is_the_whole_file():
    assert archive.text_lines(lines("a\nb")) == (0, 2)
