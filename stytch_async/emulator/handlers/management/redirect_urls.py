"""Where links and logins may lead to."""

from typing import Final

from stytch_async.api.management.redirect_urls import RedirectURLs
from stytch_async.emulator.refusals.redirect_urls import TOO_MANY_REDIRECT_URLS
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rules.management.places import stytch_of
from stytch_async.emulator.rules.management.redirect_urls import (
    check_url,
    find_url,
    forget_url,
    put_url,
    read_types,
    urls_of,
)
from stytch_async.emulator.state.settings import RedirectURL
from stytch_async.emulator.state.workspace import Workspace
from stytch_async.schemas.management import redirect_urls as schemas

__all__: list[str] = []

MOST: Final = 100


def _view(url: RedirectURL) -> schemas.RedirectURL:
    types = [schemas.URLType(type=name, is_default=name in url.default_for) for name in sorted(url.types)]
    return schemas.RedirectURL(url=url.url, valid_types=types)


@handles(RedirectURLs.create)
def create(workspace: Workspace, request: schemas.CreateRequest) -> schemas.CreateResponse:
    """Register a URL; one that is known gains the types (behaviour-more W13)."""
    project = stytch_of(workspace, request)
    check_url(project, request.url)
    types, default_for = read_types(project, request.url, request.valid_types)
    known = next((one for one in urls_of(project) if one.url == request.url), None)
    if known is None and len(urls_of(project)) >= MOST:
        raise Refusal(TOO_MANY_REDIRECT_URLS)
    if known is not None:
        types, default_for = types | known.types, default_for | known.default_for
    wanted = RedirectURL(request.url, types=types, default_for=default_for)
    url = put_url(project, wanted, promote=not request.do_not_promote_defaults)
    return schemas.CreateResponse(redirect_url=_view(url), **workspace.envelope())


@handles(RedirectURLs.get)
def get(workspace: Workspace, request: schemas.GetRequest) -> schemas.GetResponse:
    """Show what a URL is for."""
    url = find_url(stytch_of(workspace, request), request.url)
    return schemas.GetResponse(redirect_url=_view(url), **workspace.envelope())


@handles(RedirectURLs.update)
def update(workspace: Workspace, request: schemas.UpdateRequest) -> schemas.UpdateResponse:
    """Replace what a URL is for."""
    project = stytch_of(workspace, request)
    known = find_url(project, request.url)
    types, default_for = read_types(project, known.url, request.valid_types)
    wanted = RedirectURL(known.url, types=types, default_for=default_for)
    url = put_url(project, wanted, promote=not request.do_not_promote_defaults)
    return schemas.UpdateResponse(redirect_url=_view(url), **workspace.envelope())


@handles(RedirectURLs.delete)
def delete(workspace: Workspace, request: schemas.DeleteRequest) -> schemas.DeleteResponse:
    """Let links lead to a URL no more."""
    project = stytch_of(workspace, request)
    forget_url(project, find_url(project, request.url), promote=not request.do_not_promote_defaults)
    return schemas.DeleteResponse(**workspace.envelope())


@handles(RedirectURLs.get_all)
def get_all(workspace: Workspace, request: schemas.GetAllRequest) -> schemas.GetAllResponse:
    """List the URLs."""
    urls = [_view(url) for url in urls_of(stytch_of(workspace, request))]
    return schemas.GetAllResponse(redirect_urls=urls, **workspace.envelope())
