"""``catchall desk user``: who may sign in. In: words and a password typed; out: rows of users.

A password is asked for and never taken from the command line, where others could read it.
"""

from getpass import getuser
from typing import Any

import click
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from catchall.cli.surroundings import out
from catchall.output import tables
from catchall_desk.accounts.models import LEVELS, Change, User
from catchall_desk.cases.machines import ROLES
from catchall_desk.environment import PROVIDER
from catchall_desk.errors import UserRefusedError

ROLE = click.Choice(sorted(ROLES))
LEVEL = click.Choice(LEVELS)
TOLD = ("role", "country", "level", "office", "readins", "is_active")
"""Fields of a user whose changes are kept."""


@click.group(short_help="Add and change users.")
def user() -> None:
    """Add and change users: an administrator of the machine does it here."""


@user.command()
@click.argument("name")
@click.option("--role", type=ROLE, required=True, help="What the user does.")
@click.option("--country", required=True, help="The government served: a trigraph.")
@click.option("--level", type=LEVEL, default="U", show_default=True, help="The clearance.")
@click.option("--office", default="", help="The office, as markings and queues name it.")
@click.option("--readin", "readins", multiple=True, help="A programme read into; repeatable.")
@click.option("--oidc", metavar="SUBJECT", help="Signs in as this subject of the provider.")
def add(name: str, oidc: str | None, **attributes: Any) -> int:
    """Add the user NAME; the password is asked for, unless a provider signs the user in."""
    made = User(username=name, **{**attributes, "readins": list(attributes["readins"])})
    if oidc:
        made.set_unusable_password()
    else:
        take_password(made)
    keep(made)
    if oidc:
        SocialAccount.objects.create(user=made, provider=PROVIDER, uid=oidc)
    out().print(f"added {name}")
    return 0


@user.command()
@click.argument("name")
@click.option("--role", type=ROLE, help="What the user does.")
@click.option("--country", help="The government served: a trigraph.")
@click.option("--level", type=LEVEL, help="The clearance.")
@click.option("--office", help="The office, as markings and queues name it.")
@click.option("--readin", "readins", multiple=True, help="Programmes read into, all anew.")
@click.option("--active/--inactive", "is_active", default=None, help="May the user sign in?")
@click.option("--new-password", is_flag=True, help="Ask for a new password.")
@click.option("--new-factor", is_flag=True, help="The second factor is set up anew.")
def change(name: str, *, new_password: bool, new_factor: bool, **attributes: Any) -> int:
    """Change the user NAME; it binds the user's next request."""
    found = User.objects.filter(username=name).first()
    if found is None:
        raise UserRefusedError(name, "there is no such user")
    for field, value in attributes.items():
        if value not in {None, ()}:
            setattr(found, field, list(value) if field == "readins" else value)
    if new_password:
        take_password(found)
    if new_factor:
        Authenticator.objects.filter(user=found).delete()
    anew = {"password": new_password, "second factor": new_factor}
    keep(found, **{name: "anew" for name, asked in anew.items() if asked})
    out().print(f"changed {name}")
    return 0


@user.command("list")
def list_() -> int:
    """List the users: what they may, and whether they have a second factor."""
    made = tables.table(
        "name", "role", "country", "level", "office", "active", "factor", "last"
    )
    with_factor = set(Authenticator.objects.values_list("user_id", flat=True))
    for one in User.objects.order_by("username"):
        made.add_row(
            one.username, one.role, one.country, one.level, one.office,
            "yes" if one.is_active else "no", "yes" if one.pk in with_factor else "no",
            f"{one.last_login:%Y-%m-%d %H:%M} UTC" if one.last_login else "never",
        )  # fmt: skip
    out().print(made)
    return 0


@user.command()
@click.argument("name")
def history(name: str) -> int:
    """Show what was changed of the user NAME, by whom and when."""
    for one in Change.objects.filter(user__username=name).order_by("id"):
        what = ", ".join(f"{field}: {told(change)}" for field, change in one.what.items())
        out().print(f"{one.at:%Y-%m-%d %H:%M} UTC, {one.by}: {what}", soft_wrap=True)
    return 0


def told(change: Any) -> str:
    """A change in words.

    >>> told(["S", "TS"]), told([None, []]), told("anew")
    ('S -> TS', 'none -> none', 'anew')
    """
    if isinstance(change, str):
        return change
    return " -> ".join(
        "+".join(one) if isinstance(one, list) and one else str(one or "none") for one in change
    )


def take_password(user: User) -> None:
    """Asks for the user's password, twice.

    Raises:
        UserRefusedError: it is too short, too common or too like the name.
    """
    password = click.prompt("Password", hide_input=True, confirmation_prompt=True)
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise UserRefusedError(user.username, " ".join(error.messages)) from error
    user.set_password(password)


def keep(user: User, **besides: Any) -> None:
    """Writes the user, and what was changed; ``besides`` is more to tell of the change.

    Raises:
        UserRefusedError: a name that is taken, or a country that is no trigraph.
    """
    try:
        user.full_clean()
    except ValidationError as error:
        said = "; ".join(
            f"{field}: {' '.join(texts)}" for field, texts in error.message_dict.items()
        )
        raise UserRefusedError(user.username, said) from error
    with transaction.atomic():
        before = User.objects.filter(pk=user.pk).values(*TOLD).first() or {}
        user.save()
        after = {field: getattr(user, field) for field in TOLD}
        what = {f: [before.get(f), new] for f, new in after.items() if new != before.get(f)}
        Change.objects.create(
            user=user, at=timezone.now(), by=f"machine: {getuser()}", what={**what, **besides}
        )
