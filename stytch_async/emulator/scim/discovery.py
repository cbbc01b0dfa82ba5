"""What the service tells of itself (RFC 7644, 4)."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from scim2_models import (
    Context,
    ForbiddenException,
    ListResponse,
    Meta,
    NotFoundException,
    Resource,
    ResourceType,
    Schema,
    ServiceProviderConfig,
)

from stytch_async.emulator.scim.calls import Call, reply
from stytch_async.emulator.scim.collection import location
from stytch_async.emulator.scim.models import CONFIG, PROVIDER, about
from stytch_async.transports.interface import HTTPResponse

__all__ = ["show_all", "show_config", "show_one"]

PUBLISHED: Final[Mapping[str, tuple[type[Resource[Any]], Sequence[Resource[Any]]]]] = {
    "ResourceTypes": (ResourceType, PROVIDER.resource_types),
    "Schemas": (Schema, PROVIDER.schemas),
}


def show_config(call: Call) -> HTTPResponse:
    """Tell what the service can do."""
    shown: ServiceProviderConfig = _placed(call, CONFIG, "")
    return reply(200, shown.model_dump(scim_ctx=Context.RESOURCE_QUERY_RESPONSE))


def show_all(call: Call) -> HTTPResponse:
    """List the types of resources, or their attributes; these are not searched."""
    if "filter" in call.query:
        raise ForbiddenException
    model, published = PUBLISHED[call.name]
    shown = [_placed(call, one, str(one.id)) for one in published]
    answer = about(ListResponse, model)(
        total_results=len(shown), start_index=1, items_per_page=len(shown), resources=shown
    )
    return reply(200, answer.model_dump(scim_ctx=Context.RESOURCE_QUERY_RESPONSE))


def show_one(call: Call) -> HTTPResponse:
    """Show one type of resources, or the attributes of one."""
    _, published = PUBLISHED[call.name]
    found = next((one for one in published if one.id == call.item), None)
    if found is None:
        raise NotFoundException
    return reply(200, _placed(call, found, call.item).model_dump(scim_ctx=Context.RESOURCE_QUERY_RESPONSE))


def _placed(call: Call, published: Any, item: str) -> Any:  # noqa: ANN401 - resources of three types
    """Return what is published with the place where it is."""
    url = location(call.project, call.connection, call.name, item)
    return published.model_copy(update={"meta": Meta(resource_type=type(published).__name__, location=url)})
