"""Which entries do an item's words point to?"""

from catchall.classify.nominate import by_words, named, opened


def ids(goods, numbers):
    return {goods.law.lawbook.entries[number].id for number in numbers}


def test_names_cas_and_customs_numbers_point_to_entries(goods):
    assert "MTCR-6.C.3" in ids(goods("graphite"), named(goods("graphite")))
    by_cas = goods("drums, CAS 57-14-7")
    assert "MTCR-4.C.2.b.2" in ids(by_cas, named(by_cas))
    by_hs = goods("bars", hs="38011000")
    assert "MTCR-6.C.3" in ids(by_hs, named(by_hs))
    assert not named(goods("wheat bran"))


def test_words_alone_point_weakly(goods):
    item = goods("hot bench for isostatic moulds")
    found = by_words(item)
    assert found
    assert max(one.weight for one in found.values()) == 1
    assert not any(one.strong for one in found.values())


def test_nothing_is_pointed_to_by_no_words(goods):
    assert by_words(goods("12 kg")) == {}
    assert by_words(goods("")) == {}


def test_an_opened_gate_asks_and_quotes_the_words(goods):
    found = by_words(goods("isostatic furnace"))
    gate = opened(next(iter(found.values())), "a press")
    assert gate.answer.value == "unknown"
    assert "isostatic" in gate.why
