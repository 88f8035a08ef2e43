"""Keys for programs."""

from datetime import UTC, datetime, timedelta

import pytest

from catchall_desk.accounts import tokens
from catchall_desk.accounts.models import ApiToken
from catchall_desk.errors import TokenRefusedError

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


def wish(*scopes, days=30):
    return tokens.Wish("nightly export", scopes, NOW + timedelta(days=days))


def test_the_text_of_a_key_finds_it_and_is_not_kept(ana):
    token, text = tokens.create(ana, wish("read"), NOW)
    assert tokens.verify(text, NOW) == token
    assert text.split("_", 2)[2] not in str(ApiToken.objects.values())


def test_a_changed_text_finds_nothing(ana):
    token, text = tokens.create(ana, wish("read"), NOW)
    wrong = [text[:-1] + ("A" if text[-1] != "A" else "B"), f"other_{token.id}_x", "", text[1:]]
    assert [tokens.verify(one, NOW) for one in wrong] == [None] * 4


def test_a_key_ends_at_its_end_and_when_revoked(ana):
    token, text = tokens.create(ana, wish("read", days=1), NOW)
    assert tokens.verify(text, NOW + timedelta(days=1)) is None
    assert tokens.revoke(ana, token.id, NOW)
    assert tokens.verify(text, NOW) is None
    assert not tokens.revoke(ana, token.id, NOW)


def test_a_use_is_noted_once_a_minute(ana, django_assert_num_queries):
    token, text = tokens.create(ana, wish("read"), NOW)
    tokens.verify(text, NOW)
    with django_assert_num_queries(1):
        tokens.verify(text, NOW + timedelta(seconds=59))
    token.refresh_from_db()
    assert token.used_at == NOW


@pytest.mark.parametrize("wrong", [wish(), wish("read", "all"), wish("read", days=0)])
def test_a_key_needs_a_known_scope_and_an_end_ahead(ana, wrong):
    with pytest.raises(TokenRefusedError, match="no key was made"):
        tokens.create(ana, wrong, NOW)
