"""Fields of trade papers; every paper is invented exercise material."""

import pytest

from catchall.link import papers

CERTIFICATE = """EXERCISE
END-USER CERTIFICATE
Certificate No: EX-17    Date: 14.03.2026
1. Exporter: Ostrava Quill Trading Ltd
2. End user:
Brindle Marsh Industries
12 Invented Road, Muscat

Goods: pumps
Quantity: 12
End use: water supply
We certify that the goods will not be re-exported without consent.
Signed by: A. Nobody
Position: Director
Valid until: 03/04/2027
"""


def _found(text):
    return {one.name: one.text for one in papers.fields(text)}


def test_a_certificate_gives_its_fields():
    found = _found(CERTIFICATE)
    assert found["number"] == "EX-17"
    assert found["exporter"] == "Ostrava Quill Trading Ltd"
    assert found["end_user"] == "Brindle Marsh Industries\n12 Invented Road, Muscat"
    assert (found["quantity"], found["end_use"]) == ("12", "water supply")
    assert (found["signer"], found["signer_role"]) == ("A. Nobody", "Director")


def test_every_span_slices_to_its_words():
    for one in papers.fields(CERTIFICATE):
        assert CERTIFICATE[one.start : one.end] == one.text


def test_the_undertaking_is_the_sentence_that_gives_it():
    assert "will not be re-exported" in _found(CERTIFICATE)["no_reexport"]


def test_a_date_that_can_be_read_in_two_ways_has_no_value():
    values = {one.name: one.value for one in papers.fields(CERTIFICATE)}
    assert (values["date"], values["expiry"]) == ("2026-03-14", None)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("2026-02-30", None),
        ("04/13/2026", "2026-04-13"),
        ("2026-03-01", "2026-03-01"),
        ("-", None),
    ],
)
def test_days_in_figures(words, value):
    assert papers.day(words) == value


@pytest.mark.parametrize(
    ("text", "kind", "field", "words"),
    [
        ("COMMERCIAL INVOICE\nSold to: Invented SA", "invoice", "buyer", "Invented SA"),
        ("BILL OF LADING\nNotify party: Nobody", "bill_of_lading", "notify_party", "Nobody"),
        ("Rechnung\nKäufer: Erfunden GmbH", "invoice", "buyer", "Erfunden GmbH"),
        ("Connaissement\nNavire: Essai", "bill_of_lading", "vessel", "Essai"),
        ("Factura\nVendedor: Inventado", "invoice", "seller", "Inventado"),
        (
            "Коносамент\n\u0421\u0443\u0434\u043d\u043e: Пример",
            "bill_of_lading",
            "vessel",
            "Пример",
        ),
    ],
)
def test_kind_and_labels_in_five_languages(text, kind, field, words):
    assert (papers.kind_of(text), _found(text)) == (kind, {field: words})


def test_a_sum_has_its_currency():
    (total,) = papers.fields("Total value: USD 1,200")
    assert total.value == "1200 USD"


def test_a_label_without_words_gives_nothing():
    assert papers.fields("Seller:\n\n") == []


def test_a_letter_is_no_paper():
    assert papers.as_dict("Dear Sirs, EXERCISE") is None


def test_the_json_has_the_kind_and_each_field_with_its_words():
    told = papers.as_dict("INVOICE\nSeller: Invented Ltd")
    assert told["kind"] == "invoice"
    assert told["fields"][0]["evidence"] == {"span": [16, 28], "text": "Invented Ltd"}
