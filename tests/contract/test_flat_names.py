"""What can be imported from the package of an API."""

import importlib
from typing import Any

import pytest

from stytch_async.schemas.consumer.users.user import TOTP as USERS_TOTP
from tests.contract.flat_names import APIS, ENDS, SCHEMAS, flat_names, modules, source, written

API = pytest.mark.parametrize("api", APIS)


@API
def test_the_lists_are_complete(api: Any) -> None:
    """They are written by ``python -m tests.contract.flat_names``, and nothing has changed since."""
    assert source(api).read_text() == written(api)


@API
def test_a_flat_name_is_what_its_module_has(api: Any) -> None:
    """One class, whichever way it is imported."""
    package = importlib.import_module(f"{SCHEMAS}.{api}")

    strangers = [
        name
        for name, module in flat_names(api).items()
        if getattr(package, name) is not getattr(importlib.import_module(module), name)
    ]

    assert strangers == []


@API
def test_every_class_of_an_api_is_flat_or_belongs_to_one_endpoint(api: Any) -> None:
    """Only requests and answers are left out, and of two classes of one name the one that describes no person."""
    classes = [
        value
        for module in modules()
        if module.__name__.startswith(f"{SCHEMAS}.{api}.")
        for value in vars(module).values()
        if isinstance(value, type) and value.__module__ == module.__name__ and value not in ENDS
    ]

    hidden = [f"{kind.__module__}.{kind.__name__}" for kind in classes if flat_names(api).get(kind.__name__) is None]
    second = [kind for kind in classes if flat_names(api)[kind.__name__] != kind.__module__]

    assert hidden == []
    assert [kind.__module__ for kind in second] == ([f"{SCHEMAS}.consumer.totps"] if api == "consumer" else [])


def test_of_two_classes_of_one_name_that_of_the_person_is_flat() -> None:
    """`User.totps` holds the flat ``TOTP``; the one that comes with recovery codes stays with its product."""
    from stytch_async.schemas.consumer import TOTP

    assert TOTP is USERS_TOTP


@API
def test_no_request_and_no_answer_is_flat(api: Any) -> None:
    """Their names mean nothing without the product."""
    package = importlib.import_module(f"{SCHEMAS}.{api}")

    assert [name for name in package.__all__ if getattr(package, name, None) in ENDS] == []
