"""The chart tells every number and never hides a bar."""

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from catchall.output.chart import outcomes, share
from catchall.output.totals import KINDS

COUNTS = st.fixed_dictionaries({kind: st.integers(0, 10**7) for kind in KINDS})


def bars(counts):
    found = etree.fromstring(outcomes(counts)).findall("rect")
    return [float(bar.get("width")) for bar in found]


@given(COUNTS)
def test_no_shipment_is_invisible(counts):
    assert [width > 0 for width in bars(counts)] == [counts[kind] > 0 for kind in KINDS]


@given(COUNTS)
def test_more_shipments_never_have_the_shorter_bar(counts):
    pairs = sorted(zip((counts[kind] for kind in KINDS), bars(counts), strict=True))
    assert [width for _, width in pairs] == sorted(width for _, width in pairs)


@given(COUNTS)
def test_every_number_is_also_told_in_words(counts):
    told = etree.fromstring(outcomes(counts)).findtext("desc")
    assert told == "; ".join(f"{kind} {counts[kind]}" for kind in KINDS)


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_a_part_is_never_told_as_none_or_all(part, more):
    assert share(part, part + more) not in ("0 %", "100 %")


def test_a_share_of_nothing_is_nothing():
    assert share(0, 0) == "0 %"
