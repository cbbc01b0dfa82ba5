"""The app's own table of members, kept by what Stytch tells of them."""

from typing import Annotated

from fastapi import APIRouter, Depends

from stytch_async.integrations.fastapi import stytch_event
from stytch_async.schemas.b2b.members import Member
from stytch_async.webhooks import Event, MemberEvent

members: dict[str, Member] = {}

router = APIRouter()


@router.post("/webhooks/stytch", status_code=204)
async def sync(event: Annotated[Event, Depends(stytch_event)]) -> None:
    """Write down who has come, changed or gone."""
    match event:
        case MemberEvent(action="DELETE", id=member_id):
            members.pop(member_id, None)
        case MemberEvent(object=member) if member is not None:
            members[member.member_id] = member
        case _:
            pass
