"""The API put together. In: the routes of all modules; out: addresses under ``/api/v1/``."""

import json
from functools import cache
from http import HTTPStatus
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from ninja import NinjaAPI, Router, Swagger
from ninja.parser import Parser

from catchall_desk.api import (
    problems,
    routes_accounts,
    routes_files,
    routes_messages,
    routes_queue,
    routes_search,
    routes_upkeep,
    routes_uploads,
    wire,
)

VERSION = "1"
DESCRIPTION = (
    "Files, parties and duties of the export-control desk. Whatever you may not see is not "
    "there for you: it is in no list, count, search or error."
)
OPEN = frozenset({"health", "metrics"})
"""Addresses that ask for no sign-in; neither tells of any file."""
MODULES = (
    routes_files,
    routes_messages,
    routes_queue,
    routes_search,
    routes_uploads,
    routes_accounts,
    routes_upkeep,
)


class Json(Parser):
    """Reads bodies: UTF-8 JSON of a depth that can be read, whole numbers of a sane length."""

    def parse_body(self, request: HttpRequest) -> Any:
        """The body.

        Raises:
            ValueError: it is no JSON, or nested too deep.
        """
        try:
            return json.loads(request.body.decode("utf-8"), parse_constant=refused)
        except RecursionError as error:
            raise ValueError("nested too deep") from error


def refused(name: str) -> Any:
    """NaN and the infinities are no JSON.

    Raises:
        ValueError: always.
    """
    raise ValueError(name)


def made() -> NinjaAPI:
    """The API with its routes and the answers to errors."""
    api = NinjaAPI(
        title="catchall desk",
        version=VERSION,
        description=DESCRIPTION,
        parser=Json(),
        docs=Swagger(settings={"persistAuthorization": False, "validatorUrl": None}),
        urls_namespace="api",
        openapi_extra={
            "components": {"securitySchemes": {"key": {"type": "http", "scheme": "bearer"}}},
            "security": [{"key": []}],
        },
    )
    router = Router()
    for module in MODULES:
        module.add_to(router)
    api.add_router("", router)
    for error, handler in problems.HANDLERS:
        api.add_exception_handler(error, handler)
    return api


@cache
def description() -> bytes:
    """The OpenAPI description, made once: it takes a second."""
    return wire.text_of(told()).encode()


def told() -> dict[str, Any]:
    """The OpenAPI description, with refusals and lines of JSON in the types that they have."""
    found: dict[str, Any] = api.get_openapi_schema()
    for methods in found["paths"].values():
        for operation in methods.values():
            for status, response in operation["responses"].items():
                retyped(int(status), response)
    return found


def retyped(status: int, response: dict[str, Any]) -> None:
    """Puts the content of a response under its own type: refusals are problem+json."""
    content = response.get("content", {})
    if status >= HTTPStatus.BAD_REQUEST:
        response["content"] = {"application/problem+json": content["application/json"]}
    elif len(content) > 1:
        content.pop("application/json")


def described(_request: HttpRequest) -> HttpResponse:
    """The OpenAPI description of this API."""
    return HttpResponse(description(), content_type="application/json")


def opened(pattern: Any) -> Any:
    """The address, without sign-in where it is one of ``OPEN``."""
    if isinstance(pattern, URLPattern) and pattern.name == "openapi-json":
        return path(str(pattern.pattern), described, name=pattern.name)
    if isinstance(pattern, URLPattern) and pattern.name in OPEN:
        return path(
            str(pattern.pattern), login_not_required(pattern.callback), name=pattern.name
        )
    return pattern


api = made()
patterns = ([opened(one) for one in api.urls[0]], "ninja", "api")
"""What ``urls`` puts under ``/api/v1/``."""
