"""The header of a wire message."""

from tests.catchall.intake.telegrams.samples import message, telegram


def test_the_routing_line_goes_on():
    assert telegram("wire_sections.txt").header.routing_line.routing_indicators[-1] == "RUEHVK"


def test_a_blank_inside_the_date_time_group_is_read():
    assert telegram("wire_damaged.txt").header.date_time_group.iso == "2007-05-21T15:30Z"


def test_the_identifier_is_built_without_a_web_page():
    assert telegram("wire_sections.txt").header.identifier == "06ASHGABAT733"


def test_the_title_of_the_page_is_cut():
    assert (
        telegram("wire_damaged.txt").header.subject.portal_title_truncated
        == "EXERCISE: A DRYER AND TWO NAMES FOR ONE"
    )


def test_every_span_leads_to_its_line():
    found = telegram("wire_damaged.txt")
    words = {name: found.raw[slice(*span)] for name, span in found.header.spans.items()}
    assert words["transmission_identifier"] == "VZCZCXYZ0031"
    assert words["classified_by"].startswith("Classified By: Consul")
    assert words["tags"] == "TAGS: ETTC PARM PHUMPREL"


def test_a_passing_line_goes_on_after_and():
    found = message(fields="STATE FOR ISN AND\nEAP\nTAGS: PARM")
    assert [p.raw for p in found.header.passing_lines] == ["STATE FOR ISN AND EAP"]


def test_the_sender_may_take_two_lines():
    from_two = message().header
    assert from_two.from_address is None


def test_tags_have_a_meaning():
    tag = message(fields="TAGS: KNNP").header.tags[0]
    assert (tag.kind, tag.meaning) == ("programme", "nuclear nonproliferation")
