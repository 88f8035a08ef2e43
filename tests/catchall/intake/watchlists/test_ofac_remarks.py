"""Remarks of OFAC are taken apart without losing a word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catchall.intake.watchlists.entry import Entry
from catchall.intake.watchlists.ofac_remarks import count_names, keep_remarks


def _kept(remarks, schema="Organization"):
    entry = Entry("1", schema)
    keep_remarks(entry, remarks)
    return entry


@pytest.mark.parametrize(
    ("remarks", "names"),
    [
        ("a.k.a. 'ITC'.", [("ITC", "weak_alias")]),
        ("DOB 1962; f.k.a. 'OLD'; n.k.a. 'NEW'", [("OLD", "former"), ("NEW", "alias")]),
        (
            "Gender Male. a.k.a. 'AL-SAM'PLE' a.k.a. 'X'",
            [("AL-SAM'PLE", "weak_alias"), ("X", "weak_alias")],
        ),
        ("a.k.a. 'SAMPLE MOON' (Malta).", [("SAMPLE MOON", "weak_alias")]),
        ("a.k.a. 'CUT OFF HE", [("CUT OFF HE", "weak_alias")]),
        (
            "a.k.a. 'LEFT OPEN; a.k.a. 'NEXT'.",
            [("LEFT OPEN", "weak_alias"), ("NEXT", "weak_alias")],
        ),
        ("mail to desk@ak.a.example; POB F.K.A. Samplegrad", []),
    ],
)  # fmt: skip
def test_names_in_remarks_are_found_with_their_kind(remarks, names):
    assert [(name["text"], name["kind"]) for name in _kept(remarks).names] == names


@given(
    st.lists(
        st.sampled_from(
            [
                "a.k.a. 'ONE'",
                "f.k.a. 'TWO",
                "n.k.a. 'TH'REE'",
                "DOB 1962",
                "Linked To: X'Y",
                "'",
                ".",
            ]
        )
    ).map("; ".join)
)
def test_as_many_names_are_kept_as_the_remarks_give(remarks):
    assert len(_kept(remarks).names) == count_names(remarks)


@given(st.text(max_size=300))
def test_the_remarks_are_kept_word_for_word(remarks):
    assert _kept(remarks).remarks == remarks


@pytest.mark.parametrize(
    ("remarks", "target"),
    [
        ("Linked To: SAMPLE BANK.", "SAMPLE BANK"),
        ("Linked To: INVENTED CO., LTD.", "INVENTED CO., LTD."),
        ("(Linked To: SAMPLE (OLD) BANK)", "SAMPLE (OLD) BANK"),
    ],
)
def test_links_are_kept_as_written(remarks, target):
    assert _kept(remarks).links == [{"kind": "linked_to", "target": target}]
