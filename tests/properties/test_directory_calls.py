"""Whatever a directory sends, a refusal changes nothing and an answer has the form that SCIM gives it."""

import json
from typing import Any, Final

from hypothesis import given
from hypothesis import strategies as st

from stytch_async.transports.interface import HTTPRequest
from tests.emulator.watching import Caller
from tests.properties.effort import tries
from tests.properties.emulated import HOST, Known, inhabited
from tests.properties.strategies import JSON

ENTERPRISE: Final = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"
PATHS: Final = [
    *("userName", "active", "title", "name.familyName", "emails", 'emails[type eq "work"].value', "id", "members"),
    *(ENTERPRISE, f"{ENTERPRISE}:manager", "shoeSize", "members[", "", "meta.version", "groups"),
]
FILTERS: Final = ['userName eq "ada@example.com"', "active eq true", 'displayName sw "A"', "members pr", "(", "title"]
ADDRESSES: Final = ["ada@example.com", "mary@example.com", "grace@example.com", "new@example.com", "ada", ""]


def resources(known: Known) -> st.SearchStrategy[dict[str, Any]]:
    """Build what a resource may look like; any of it may be odd."""
    usual = st.fixed_dictionaries(
        {},
        optional={
            "userName": st.sampled_from(ADDRESSES),
            "displayName": st.sampled_from(["Admins", "Ada"]),
            "active": st.booleans(),
            "members": st.lists(st.fixed_dictionaries({"value": st.sampled_from(known["resource_id"][0])}), max_size=3),
            ENTERPRISE: st.just({"manager": "26118915"}),
        },
    )
    odd = st.dictionaries(st.sampled_from(PATHS), JSON, max_size=2)
    return st.builds(lambda one, other: {**one, **other}, usual, odd | st.just({}))


def patches(known: Known) -> st.SearchStrategy[dict[str, Any]]:
    """Build what may be asked to be changed."""
    operation = st.fixed_dictionaries(
        {"op": st.sampled_from(["add", "Replace", "remove", "move"])},
        optional={
            "path": st.sampled_from(PATHS),
            "value": resources(known) | st.sampled_from(ADDRESSES) | st.booleans() | JSON,
        },
    )
    return st.fixed_dictionaries({"Operations": st.lists(operation, max_size=3)})


def messages(known: Known) -> st.SearchStrategy[HTTPRequest]:
    """Build a request to the first directory's base URL."""
    token, base = known["bearer_token"][0], known["base_url"][0].removeprefix(HOST)
    ids = [*known["resource_id"][0], known["group_id"][0], "unknown"]
    places = ["/Users", "/Groups", "", "/.search", "/Users/.search", "/Schemas", "/Nobody"]
    places += [f"/{name}/{one}" for name in ("Users", "Groups") for one in ids]
    queries = ["", *(f"?filter={one}" for one in FILTERS), "?count=1&startIndex=0", "?attributes=userName,members"]
    bodies = (
        resources(known) | patches(known) | st.fixed_dictionaries({"filter": st.sampled_from(FILTERS)}) | JSON
    ).map(lambda document: json.dumps(document).encode())
    return st.builds(
        lambda method, place, query, content: HTTPRequest(
            method, f"{HOST}{base}{place}{query}", {"Authorization": f"Bearer {token}"}, content, None
        ),
        st.sampled_from(["GET", "POST", "PUT", "PATCH", "DELETE"]),
        st.sampled_from(places),
        st.sampled_from(queries),
        bodies | st.binary(max_size=8),
    )


@tries(40)
@given(data=st.data())
def test_a_directory_is_answered(data: st.DataObject) -> None:
    """All that is stored is as it was after a refusal; an answer, whichever it is, has the form of the standard."""
    project, known = inhabited()

    response = Caller(project).send(data.draw(messages(known)))

    assert response.status < 500 or response.status == 501
