"""Views keep the place of every letter."""

from hypothesis import given
from hypothesis import strategies as st

from catchall.intake.telegrams.offsets import Edit, Span, View


@given(
    st.text("ab\n ", max_size=30),
    st.lists(st.integers(0, 30), max_size=6),
    st.text("xy", max_size=3),
)
def test_letters_that_were_not_edited_keep_their_place(text, cuts, new):
    points = sorted({c for c in cuts if c <= len(text)})
    edits = [Edit(a, b, new) for a, b in zip(points[::2], points[1::2], strict=False)]
    view = View.of(text).edit(edits)
    kept = [
        i
        for i in range(len(view.text))
        if view.ends[i] == view.starts[i] + 1 and view.text[i] not in "xy"
    ]
    assert all(text[view.starts[i]] == view.text[i] for i in kept)


def test_moved_parts_have_several_places():
    view = View.of("abcdef").pick([(3, 6), (0, 3)])
    assert view.text == "defabc"
    assert view.pieces(1, 5) == (Span(4, 6), Span(0, 2))
    assert view.span(1, 5) == Span(4, 6)


def test_a_place_is_found_again_in_moved_parts():
    assert View.of("abcdef").pick([(3, 6), (0, 3)]).find(0, 2) == Span(3, 5)


def test_a_place_that_was_left_out_is_not_found():
    assert View.of("abcdef").pick([(0, 2)]).find(4, 6) is None
    assert View.of("abcdef").pick([(4, 6), (0, 2)]).find(2, 4) is None


def test_an_inserted_letter_stands_where_it_was_put():
    view = View.of("ab").edit([Edit(1, 1, " ")])
    assert (view.text, view.span(0, 3)) == ("a b", Span(0, 2))


def test_an_empty_place_is_a_point():
    assert View.of("ab").span(2, 2) == Span(2, 2)
    assert View.of("").span(0, 0) == Span(0, 0)


def test_a_passage_has_no_blanks_at_its_ends():
    found = View.of("  a\nb  ").passage(0, 7)
    assert (found.text, found.raw) == ("a b", Span(2, 5))
