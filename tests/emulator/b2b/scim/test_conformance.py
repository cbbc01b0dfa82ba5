"""What a client and a tester of SCIM, which others have written, say of the emulator."""

from collections.abc import Callable, Iterable
from typing import Any, Final

import pytest
from multidict import CIMultiDict
from scim2_client.engines.wsgi import WSGISCIMClient
from scim2_models import UniquenessException
from scim2_tester import Status, check_server

from stytch_async.emulator import Project
from stytch_async.emulator.front.service import serve
from stytch_async.emulator.world.directory import Directory
from stytch_async.transports.interface import HTTPRequest

CONTENT_TYPE: Final = "CONTENT_TYPE"


class Addresses(list[str]):
    """Addresses to choose from at random: the tester knows no other texts for an attribute than examples."""

    def __len__(self) -> int:
        """Tell how many there are."""
        return 2**31

    def __getitem__(self, index: Any) -> Any:
        """Make one up."""
        return f"person-{index}@example.com"


def application(project: Project) -> Callable[..., Iterable[bytes]]:
    """Return the emulator as the client's library wants it."""

    def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        headers = CIMultiDict(
            (name.removeprefix("HTTP_").replace("_", "-"), value)
            for name, value in environ.items()
            if name.startswith("HTTP_") or name == CONTENT_TYPE
        )
        url = f"https://test.stytch.com{environ['PATH_INFO']}?{environ['QUERY_STRING']}"
        content = environ["wsgi.input"].read()
        response = serve(project, HTTPRequest(environ["REQUEST_METHOD"], url, headers, content or None, None))
        start_response(f"{response.status} -", [(str(name), value) for name, value in response.headers.items()])
        return [response.content]

    return answer


@pytest.fixture
def client(project: Project, directory: Directory) -> WSGISCIMClient:
    """Return the client, which has read what the emulator tells of itself."""
    headers = {"Authorization": f"Bearer {directory.bearer_token}"}
    client = WSGISCIMClient(application(project), base_url=directory.base_url, headers=headers)
    client.discover()
    return client


def test_the_tester_finds_nothing_wrong(client: WSGISCIMClient) -> None:
    """Every check passes: discovery, resources, searches, and PATCH of each attribute."""
    person: Any = client.provider.model_for("User")
    person.model_fields["user_name"].examples = Addresses()

    results = check_server(client)

    assert [str(one.reason) for one in results if one.status is not Status.SUCCESS] == []
    assert len(results) > 100


def test_the_client_reads_and_changes(client: WSGISCIMClient, project: Project) -> None:
    """It makes a resource of what is told, and an exception of what is refused."""
    person: Any = client.provider.model_for("User")
    created: Any = client.create(person(user_name="ada@example.com", display_name="Ada"))
    created.active = False

    replaced: Any = client.replace(created)
    with pytest.raises(UniquenessException):
        client.create(person(user_name="ada@example.com"), raise_scim_errors=True)
    client.delete(person, created.id)

    assert replaced.active is False
    assert project.members[created.id].status == "deleted"
