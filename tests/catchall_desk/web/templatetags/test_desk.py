"""Parts of pages."""

from django.template import Context, Template

from catchall_desk.web.banner import banner
from catchall_desk.web.charts import Bar, chart
from catchall_desk.web.templatetags import desk


def rendered(text, **values):
    return Template("{% load desk %}" + text).render(Context(values))


def test_a_number_of_a_chart_leads_to_its_rows():
    bars = chart("c", "Cases", [Bar("open", 3, "?state=open")])
    page = rendered("{% chart bars %}", bars=bars)
    assert '<a href="?state=open">3</a>' in page
    assert "that you may see" in page


def test_what_users_wrote_is_never_marked_up():
    assert "&lt;b&gt;" in rendered("{% empty said %}", said="<b>")


def test_a_page_without_a_banner_has_that_of_nothing():
    assert desk.banner_of("", banner(["TLP:RED"])).text == "TLP:RED"
    assert desk.banner_of("", "").text == "UNCLASSIFIED"


def test_a_state_is_told_in_words():
    assert "partly answered" in rendered("{% state name %}", name="partly_answered")
