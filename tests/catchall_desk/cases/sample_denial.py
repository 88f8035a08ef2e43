"""A partner's denial of what the sample application asks for, and a consultation on it."""

from tests.catchall_desk.cases.sample_world import GOODS, USER, ready, tried, why

from catchall_desk.cases.identical import no_identical_denial


def denied(world=None, *, marking="UNCLASSIFIED", **more):
    """The application with a denial by Germany of the same goods to the same end user."""
    world = world or ready()
    said = {
        "whose": "partner", "denied_by": "DEU", "regime": "eu", "reference": "D-4",
        "roles": [USER], "lines": [GOODS], "reason": "x", "catch_all": False,
        "denied": "2025-11-01", "review_by": "2028-11-01", **more,
    }  # fmt: skip
    world.do("den", "decide", {"set": said}, kind="denial", by="di", marking=marking)
    world.do("den", "notify", by="di", marking=marking)
    return world


def consult(world, *steps, outcome="not_identical", **more):
    """A consultation with Germany that takes these steps once sent, then is recorded."""
    said = {
        "kind": "consultation.eu", "to": {"government": "DEU"}, "points": [], "denial": "den",
        "application": "app", "due": "2026-03-01", **more,
    }  # fmt: skip
    world.do("con", "draft", {"set": said}, kind="request")
    for step in ("submit", "approve", "send", *steps):
        world.do("con", step)
    world.do("app", "consulted", {"denial": "den", "request": "con", "outcome": outcome})
    return world


def said_of(world, **more):
    return why(no_identical_denial, world, tried(world, **more))
