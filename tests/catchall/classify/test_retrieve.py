"""The words of a text to entries."""

from catchall.classify.retrieve import index, scores, stem, terms


def test_a_rare_word_of_its_title_points_to_the_entry(lawbook):
    held = index(lawbook, {})
    best = int(scores(held, ["maraging"]).argmax())
    assert lawbook.entries[best].gate == "maraging_steel"


def test_words_no_entry_has_point_nowhere(lawbook):
    assert not scores(index(lawbook, {}), ["parsnip", "bran"]).any()


def test_official_texts_by_code_add_their_words(lawbook):
    code = next(entry.eu[0] for entry in lawbook.entries if entry.eu)
    held = index(lawbook, {code.split(".")[0]: ("goods named zyxite in this paragraph",)})
    best = int(scores(held, ["zyxite"]).argmax())
    assert any(one.startswith(code.split(".")[0]) for one in lawbook.entries[best].eu)


def test_small_words_numbers_and_letters_are_no_terms():
    assert list(terms(["the", "x", "300", "forming"])) == ["form"]
    assert stem("rod") == "rod"
