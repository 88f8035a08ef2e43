"""The addresses of signing in. In: a path; out: allauth's views, and one's own page.

Only those that the desk needs: no sign-up, no mail, no reset of passwords by mail.
"""

from allauth.account import views as account
from allauth.socialaccount import views as social
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import include, path

from catchall_desk.accounts.views import me


@login_not_required
def absent(request: HttpRequest) -> HttpResponse:
    """404: allauth links to this address, and the desk does without it."""
    raise Http404


urlpatterns = [
    path("", me, name="me"),
    path("login/", account.login, name="account_login"),
    path("logout/", account.logout, name="account_logout"),
    path("inactive/", account.account_inactive, name="account_inactive"),
    path("reauthenticate/", account.reauthenticate, name="account_reauthenticate"),
    path("password/change/", account.password_change, name="account_change_password"),
    path("password/set/", absent, name="account_set_password"),
    path("signup/", absent, name="account_signup"),
    path("2fa/", include("allauth.mfa.urls")),
    path("provider/cancelled/", social.login_cancelled, name="socialaccount_login_cancelled"),
    path("provider/error/", social.login_error, name="socialaccount_login_error"),
    path("provider/signup/", social.signup, name="socialaccount_signup"),
    path("provider/connections/", absent, name="socialaccount_connections"),
    path("", include("allauth.socialaccount.providers.openid_connect.urls")),
]
