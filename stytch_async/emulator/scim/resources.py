"""Users and groups: read, searched, added, changed and removed (RFC 7644, 3.3 to 3.6)."""

from collections.abc import Mapping
from typing import Any, Union

from scim2_models import Context, ListResponse, PatchOp, Resource, ResponseParameters, SearchRequest

from stytch_async.emulator.scim.calls import Call, reply
from stytch_async.emulator.scim.models import MAX_RESULTS, PAGE, about
from stytch_async.transports.interface import HTTPResponse

__all__ = ["create", "get", "patch", "query", "remove", "replace", "search"]


def get(call: Call) -> HTTPResponse:
    """Show a resource, unless the directory has it as it is."""
    collection, row = call.find()
    wanted, shown = call.wanted, collection.show(row)
    if call.knows(_version(shown)):
        return reply(304, headers={"ETag": _version(shown)})
    return _show(shown, wanted, Context.RESOURCE_QUERY_RESPONSE)


def create(call: Call) -> HTTPResponse:
    """Add a resource."""
    [collection] = call.collections
    wanted = call.wanted
    resource = collection.model.model_validate(call.body, scim_ctx=Context.RESOURCE_CREATION_REQUEST)
    shown = collection.show(collection.add(resource))
    return _show(shown, wanted, Context.RESOURCE_CREATION_RESPONSE, status=201)


def replace(call: Call) -> HTTPResponse:
    """Put a resource in the place of another: what is left out is gone, but for what only Stytch may change."""
    collection, row = call.find()
    wanted, shown = call.wanted, collection.show(row)
    call.check_version(_version(shown))
    resource = collection.model.model_validate(call.body, scim_ctx=Context.RESOURCE_REPLACEMENT_REQUEST)
    if resource.replace(shown):
        collection.change(row, resource)
    return _show(collection.show(row), wanted, Context.RESOURCE_REPLACEMENT_RESPONSE)


def patch(call: Call) -> HTTPResponse:
    """Change parts of a resource: all that is asked, or nothing."""
    collection, row = call.find()
    wanted, resource = call.wanted, collection.show(row)
    call.check_version(_version(resource))
    operations = about(PatchOp, collection.model).model_validate(call.body, scim_ctx=Context.RESOURCE_PATCH_REQUEST)
    if operations.patch(resource):
        collection.change(row, resource)
    return _show(collection.show(row), wanted, Context.RESOURCE_PATCH_RESPONSE)


def remove(call: Call) -> HTTPResponse:
    """Remove a resource."""
    collection, row = call.find()
    call.check_version(_version(collection.show(row)))
    collection.remove(row)
    return reply(204)


def query(call: Call) -> HTTPResponse:
    """Search by what the query says."""
    return _search(call, call.query, Context.RESOURCE_QUERY_RESPONSE)


def search(call: Call) -> HTTPResponse:
    """Search by what the body says."""
    return _search(call, call.body, Context.SEARCH_RESPONSE)


def _search(call: Call, asked: Mapping[str, Any], context: Context) -> HTTPResponse:
    """Return a page of the resources that a filter finds, in the order that is asked for."""
    searched = about(Union, tuple(collection.model for collection in call.collections))
    request = about(SearchRequest, searched).model_validate(asked, scim_ctx=Context.SEARCH_REQUEST)
    everything = [collection.show(row) for collection in call.collections for row in collection.rows()]
    test = request.filter
    found = request.sort([one for one in everything if test is None or test.match(one)])
    start = request.start_index_0 or 0
    page = found[start : start + min(PAGE if request.count is None else request.count, MAX_RESULTS)]
    answer = about(ListResponse, searched)(
        total_results=len(found), start_index=start + 1, items_per_page=len(page), resources=page
    )
    return reply(200, answer.model_dump(scim_ctx=context, response_parameters=request))


def _version(resource: Resource[Any]) -> str:
    """Return the version of a resource that is shown; each of these has one."""
    return (resource.meta and resource.meta.version) or ""


def _show(
    resource: Resource[Any], wanted: ResponseParameters[Any], context: Context, *, status: int = 200
) -> HTTPResponse:
    """Answer with a resource, or with those of its attributes that are wanted."""
    headers = {"ETag": _version(resource), "Location": str(resource.meta and resource.meta.location)}
    return reply(status, resource.model_dump(scim_ctx=context, response_parameters=wanted), headers)
