import pytest

from stytch_async.clients import B2BClient
from stytch_async.emulator import Project
from stytch_async.schemas.b2b.passwords import EmailResetResponse
from stytch_async.transports.interface import HTTPRequest
from tests.emulator.watching import HOST, Caller


@pytest.mark.parametrize(("text", "status"), [("true", 200), ("True", 200), ("false", 404), ("False", 404), ("x", 400)])
async def test_truth_in_a_query_is_read_however_it_is_written(
    b2b: B2BClient, ada: EmailResetResponse, project: Project, text: str, status: int
) -> None:
    """Stytch's own SDK for Python writes it with a capital."""
    await b2b.organizations.members.delete(organization_id=ada.organization_id, member_id=ada.member_id)
    caller = Caller(project)
    path = f"/v1/b2b/organizations/members/dangerously_get/{ada.member_id}?include_deleted={text}"

    response = caller.send(HTTPRequest("GET", HOST + path, caller.headers, None, None))

    assert response.status == status
