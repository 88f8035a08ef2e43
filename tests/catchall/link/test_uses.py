"""Tests of ``catchall.link.uses``: every firm, person and ship is invented."""

from tests.catchall.link.sample import case

SALE = "Kestrel Flow Ltd sold four pumps to Iran. "


def test_a_declared_use_is_kept_as_said():
    found = case(SALE + "The declared end use was a spinning mill.").uses
    assert found.end_use.value == "spinning mill"


def test_a_concern_and_a_programme_are_found():
    found = case(SALE + "They could be used in a nuclear weapons program.").uses
    assert (found.concern.value, found.programme.value) == ("nuclear weapons program",) * 2


def test_a_certificate_that_is_not_there_is_said_so():
    found = case(SALE + "The firm could not show an end-user certificate.").uses
    assert found.certificate.available is False


def test_a_certificate_names_its_user():
    found = case(SALE + "It had an end-user certificate naming a water plant.").uses
    assert (found.certificate.available, found.certificate.named_user) == (None, "water plant")


def test_goods_may_have_another_name():
    (found,) = case(SALE + 'They left under the description "farm parts."').uses.goods_aliases
    assert (found.value, found.wording) == ("farm parts", "under the description")


def test_silence_is_silence():
    found = case(SALE).uses
    assert (found.end_use, found.concern, found.certificate, found.goods_aliases) == (
        None,
        None,
        None,
        (),
    )
