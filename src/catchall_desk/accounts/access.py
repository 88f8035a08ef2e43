"""Who asks, and for what. In: a request; out: the reader, the scopes, or a refusal.

Views ask here and nowhere else. The user is read from the database at every request, so a
changed clearance binds the next one.
"""

from django.http import HttpRequest

from catchall_desk.accounts.models import ApiToken, User
from catchall_desk.accounts.tokens import SCOPES
from catchall_desk.cases.policy import Reader
from catchall_desk.errors import ScopeMissingError


def reader(request: HttpRequest) -> Reader:
    """Who reads, with the attributes of this moment; nobody signed in reads as inactive."""
    user = request.user
    return user.reader() if isinstance(user, User) else Reader("", "", "", "U", active=False)


def scopes(request: HttpRequest) -> frozenset[str]:
    """What this request is good for: all, or what the scopes of its key leave."""
    token = getattr(request, "token", None)
    return frozenset(token.scopes) & SCOPES if isinstance(token, ApiToken) else SCOPES


def need(request: HttpRequest, scope: str) -> None:
    """Nothing, or ScopeMissingError: the key is not good for this."""
    if scope not in scopes(request):
        raise ScopeMissingError(scope)
