from typing import Any

import pytest

from stytch_async.clients import B2BClient
from stytch_async.emulator import Project
from stytch_async.emulator.front.service import serve
from stytch_async.emulator.world.directory import Directory, DirectoryError
from stytch_async.schemas.b2b.scim import SCIMConnectionWithToken
from stytch_async.transports.interface import HTTPRequest, HTTPResponse
from stytch_async.transports.memory import InMemoryTransport

ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"


@pytest.fixture
def people(directory: Directory) -> list[str]:
    """Return the ids of three people, of whom the last is deactivated."""
    names = {"ada@example.com": "Countess", "alan@example.com": "Doctor", "grace@example.com": "Admiral"}
    ids = [directory.add(email, attributes={"title": title}) for email, title in names.items()]
    directory.deactivate("grace@example.com")
    return ids


def refusal(directory: Directory, *request: Any, **headers: str) -> tuple[int, str | None]:
    """Send what is to be refused, and return why."""
    sent = {name.replace("_", "-"): value for name, value in headers.items()}
    with pytest.raises(DirectoryError) as refused:
        directory.send(*request, headers=sent)
    return refused.value.status, refused.value.scim_type


def patch(directory: Directory, path: str, *operations: dict[str, Any]) -> dict[str, Any]:
    """Change parts of a resource."""
    return directory.send("PATCH", path, {"Operations": list(operations)})


def raw(directory: Directory, method: str, path: str, **headers: str) -> HTTPResponse:
    """Return the answer to a request as it comes."""
    sent = {"Authorization": f"Bearer {directory.bearer_token}"}
    sent |= {name.replace("_", "-"): value for name, value in headers.items()}
    return serve(directory._project, HTTPRequest(method, directory.base_url + path, sent, None, None))


@pytest.mark.parametrize("credentials", ["", "Bearer", "Bearer ", "Bearer wrong", "Bearer \udcff", "Basic {token}"])
def test_only_the_token_opens_the_door(directory: Directory, credentials: str) -> None:
    """Whatever else is shown is refused, and the answer says what to show."""
    header = credentials.format(token=directory.bearer_token)

    response = raw(directory, "GET", "/Users", Authorization=header)

    assert (response.status, response.headers["WWW-Authenticate"]) == (401, "Bearer")
    assert response.headers["Content-Type"] == "application/scim+json"


async def test_a_token_opens_one_directory(b2b: B2BClient, directory: Directory, place: dict[str, Any]) -> None:
    """Neither does it open another connection's, nor its own once that is deleted."""
    other = (await b2b.organizations.create(organization_name="Other")).organization
    created = (await b2b.scim.connection.create(organization_id=other.organization_id)).connection
    assert created is not None
    theirs = Directory(directory._project, created.connection_id)
    theirs.bearer_token = directory.bearer_token

    await b2b.scim.connection.delete(**place)

    assert [refusal(one, "GET", "/Users") for one in (theirs, directory)] == [(401, None)] * 2


async def test_a_directory_sees_its_own_people_only(
    b2b: B2BClient, directory: Directory, transport: InMemoryTransport, people: list[str]
) -> None:
    """Neither members who came otherwise nor those of another organization are there."""
    [organization] = directory._project.organizations
    stranger = transport.add_member(organization, "stranger@example.com")
    other = (await b2b.organizations.create(organization_name="Other")).organization
    created = (await b2b.scim.connection.create(organization_id=other.organization_id)).connection
    assert created is not None
    theirs = Directory(directory._project, created.connection_id)
    group_id = directory.push("Admins", [])

    assert refusal(directory, "GET", f"/Users/{stranger.id}") == (404, None)
    assert refusal(theirs, "DELETE", f"/Users/{people[0]}") == (404, None)
    assert refusal(theirs, "DELETE", f"/Groups/{group_id}") == (404, None)
    assert theirs.send("GET", "/Users")["totalResults"] == 0
    assert directory.send("GET", "/Users")["totalResults"] == 3


@pytest.mark.parametrize(
    ("filter_", "expected"),
    [
        ('userName eq "ADA@example.com"', [0]),
        ('title sw "Count" or title eq "Doctor"', [0, 1]),
        ("active eq true", [0, 1]),
        ('not (active eq true) and emails[type eq "work" and value co "grace"]', [2]),
        ("externalId pr", []),
    ],
)
def test_people_are_found_by_a_filter(
    directory: Directory, people: list[str], filter_: str, expected: list[int]
) -> None:
    """Filters are those of the standard, and mean the same in a query and in a body."""
    query = directory.send("GET", f"/Users?filter={filter_}")
    body = directory.send("POST", "/Users/.search", {"filter": filter_})

    assert [found["id"] for found in query.get("Resources", [])] == [people[index] for index in expected]
    assert body == query


def test_results_come_in_pages_and_in_order(directory: Directory, people: list[str]) -> None:
    """Pages begin at one, and say how much there is; attributes can be chosen."""
    page = directory.send("GET", "/Users?sortBy=title&sortOrder=descending&startIndex=2&count=1&attributes=title")

    assert (page["totalResults"], page["startIndex"], page["itemsPerPage"]) == (3, 2, 1)
    [found] = page["Resources"]
    assert {name: found[name] for name in found if name != "schemas"} == {"id": people[0], "title": "Countess"}


def test_everything_is_searched_at_the_root(directory: Directory, people: list[str]) -> None:
    """People and groups come in one list."""
    group_id = directory.push("Admins", [])

    found = directory.send("POST", "/.search", {"filter": 'title eq "Doctor" or displayName eq "Admins"'})

    assert [one["id"] for one in found["Resources"]] == [people[1], group_id]
    assert directory.send("GET", "/")["totalResults"] == 4


def test_a_resource_tells_where_it_is(directory: Directory, people: list[str]) -> None:
    """Its place and its version stand in the document and in headers."""
    response = raw(directory, "GET", f"/Users/{people[0]}")

    meta = directory.send("GET", f"/Users/{people[0]}")["meta"]
    assert meta["location"] == f"{directory.base_url}/Users/{people[0]}" == response.headers["Location"]
    assert meta["version"] == response.headers["ETag"]
    assert meta["resourceType"] == "User"


def test_nobody_overwrites_what_they_have_not_seen(directory: Directory, people: list[str]) -> None:
    """A change is refused once the version is another; the present one passes, in either form."""
    path = f"/Users/{people[0]}"
    old = directory.send("GET", path)["meta"]["version"]
    new = patch(directory, path, {"op": "add", "path": "nickName", "value": "Ada"})["meta"]["version"]
    change = {"Operations": [{"op": "remove", "path": "nickName"}]}

    refused = [
        refusal(directory, "PATCH", path, change, If_Match=old),
        refusal(directory, "PUT", path, {"userName": "ada@example.com"}, If_Match=old),
        refusal(directory, "DELETE", path, If_Match=old),
    ]
    unseen = directory.send("GET", path)
    directory.send("PATCH", path, change, headers={"If-Match": f'"other", {new.removeprefix("W/")}'})

    assert refused == [(412, None)] * 3
    assert unseen["nickName"] == "Ada"
    assert directory.send("GET", path)["meta"]["version"] == old


def test_what_is_known_is_not_sent_again(directory: Directory, people: list[str]) -> None:
    """Whoever has the present version is told so, and no more."""
    version = directory.send("GET", f"/Users/{people[0]}")["meta"]["version"]

    same = raw(directory, "GET", f"/Users/{people[0]}", If_None_Match=version)
    other = raw(directory, "GET", f"/Users/{people[0]}", If_None_Match='"other"')

    assert (same.status, same.content, same.headers["ETag"]) == (304, b"", version)
    assert other.status == 200


def test_okta_replaces_whole_entries(directory: Directory, people: list[str], project: Project) -> None:
    """What is left out is gone; nobody comes back by what is left out."""
    ada, grace = people[0], people[2]

    replaced = directory.send("PUT", f"/Users/{ada}", {"userName": "ada@example.com", "active": True, "groups": []})
    directory.send("PUT", f"/Users/{grace}", {"userName": "grace@example.com"})

    assert "title" not in replaced
    assert "active" not in directory.send("GET", f"/Users/{grace}")
    assert project.members[grace].status == "deleted"


def test_entra_has_its_own_ways(directory: Directory, people: list[str]) -> None:
    """Capital letters, texts for booleans, values that are not there yet, and members named by value are understood."""
    path = f"/Users/{people[0]}"
    group_id = directory.push("Admins", ["ada@example.com", "alan@example.com"])

    changed = patch(
        directory,
        path,
        {"op": "Replace", "path": "active", "value": "False"},
        {"op": "Add", "path": 'phoneNumbers[type eq "work"].value', "value": "+12025550162"},
        {"op": "Add", "path": f"{ENTERPRISE}:manager", "value": people[1]},
        {"op": "Replace", "value": {"name.givenName": "Ada", f"{ENTERPRISE}:department": "Engines"}},
    )
    group = patch(
        directory, f"/Groups/{group_id}", {"op": "Remove", "path": "members", "value": [{"value": people[0]}]}
    )

    assert changed["active"] is False
    assert changed["phoneNumbers"] == [{"value": "+12025550162", "type": "work"}]
    assert changed[ENTERPRISE] == {"department": "Engines", "manager": {"value": people[1]}}
    assert changed["name"]["givenName"] == "Ada"
    assert [member["value"] for member in group["members"]] == [people[1]]


def test_a_patch_is_carried_out_as_a_whole(directory: Directory, people: list[str]) -> None:
    """Nothing of it stays where one operation is refused."""
    path = f"/Users/{people[0]}"
    operations = [{"op": "add", "path": "nickName", "value": "Ada"}, {"op": "add", "path": "id", "value": "other"}]

    assert refusal(directory, "PATCH", path, {"Operations": operations}) == (400, "mutability")
    assert "nickName" not in directory.send("GET", path)


def test_what_changes_nothing_leaves_no_event(directory: Directory, people: list[str], project: Project) -> None:
    """A directory may tell the same once more."""
    before = len(project.events)

    patch(directory, f"/Users/{people[0]}", {"op": "replace", "value": {"title": "Countess", "active": True}})

    assert len(project.events) == before


@pytest.mark.parametrize(
    ("method", "path", "document", "expected"),
    [
        ("GET", "/Users?filter=userName+is+odd", None, (400, "invalidFilter")),
        ("GET", "/Users?filter=shoeSize+pr", None, (400, "invalidFilter")),
        ("GET", "/Users?sortBy=shoeSize", None, (400, "invalidPath")),
        ("GET", "/Users?count=many", None, (400, "invalidValue")),
        ("GET", "/Schemas?filter=id+pr", None, (403, None)),
        ("GET", "/Schemas/unknown", None, (404, None)),
        ("GET", "/Users/unknown", None, (404, None)),
        ("GET", "/Nobody", None, (404, None)),
        ("GET", "/Users/unknown/more", None, (404, None)),
        ("GET", "/ServiceProviderConfig/more", None, (404, None)),
        ("POST", "/Users", {}, (400, "invalidValue")),
        ("POST", "/Users", {"userName": "not an address"}, (400, "invalidValue")),
        ("POST", "/Users", {"userName": "ada@example.com", "active": "perhaps"}, (400, "invalidValue")),
        ("POST", "/Groups", {"members": []}, (400, "invalidValue")),
        ("POST", "/ServiceProviderConfig", {}, (405, None)),
        ("DELETE", "/Users", None, (405, None)),
        ("POST", "/Bulk", {}, (501, None)),
        ("GET", "/Me", None, (501, None)),
    ],
)
def test_what_makes_no_sense_is_refused(
    directory: Directory, method: str, path: str, document: Any, expected: tuple[int, str | None]
) -> None:
    """The status and the type are those of the standard."""
    assert refusal(directory, method, path, document) == expected


@pytest.mark.parametrize("content", [None, b"{", b"[]", b'{"userName": NaN}', b"\xff", b"[" * 100_000])
def test_a_body_is_a_json_object(directory: Directory, content: bytes | None) -> None:
    """Anything else is refused as syntax."""
    headers = {"Authorization": f"Bearer {directory.bearer_token}"}
    request = HTTPRequest("POST", f"{directory.base_url}/Users", headers, content, None)

    response = serve(directory._project, request)

    assert response.status == 400
    assert b"invalidSyntax" in response.content


def test_the_call_belongs_to_the_project_of_the_connection(directory: Directory, project: Project) -> None:
    """Where several projects are served, the base URL says which one is meant."""
    transport = InMemoryTransport(Project(project_id="project-test-1"), project)

    chosen = transport.switchboard.choose(HTTPRequest("GET", f"{directory.base_url}/Users", {}, None, None))

    assert chosen.project is project


async def test_a_slug_may_look_like_a_connection(b2b: B2BClient, created: SCIMConnectionWithToken) -> None:
    """The API's own paths stay the API's."""
    slug = "scim-connection-of-ours"
    await b2b.organizations.update(organization_id=created.organization_id, organization_slug=slug)

    got = await b2b.scim.connection.get(organization_id=slug)

    assert got.connection is not None
    assert got.connection.connection_id == created.connection_id
