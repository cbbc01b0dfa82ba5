"""Logins of users to Connected Apps."""

from stytch_async.api.consumer.idp import OAuth
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rules.consumer.users import view
from stytch_async.emulator.rules.idp.authorizations import answered, asked, public_view
from stytch_async.emulator.rules.idp.grantors import user_grantor
from stytch_async.emulator.state.project import Project
from stytch_async.schemas.consumer import idp as schemas

__all__: list[str] = []


@handles(OAuth.authorize_start)
def authorize_start(
    project: Project, request: schemas.OAuthAuthorizeStartRequest
) -> schemas.OAuthAuthorizeStartResponse:
    """Tell a consent page what to show."""
    grantor = user_grantor(project, request)
    question = asked(project, grantor, request)
    return schemas.OAuthAuthorizeStartResponse(
        user_id=grantor.account.id,
        user=view(project, grantor.account),
        client=public_view(question.app),
        consent_required=question.consent_required,
        scope_results=[schemas.ScopeResult(**one) for one in question.scopes],
        **project.envelope(),
    )


@handles(OAuth.authorize)
def authorize(project: Project, request: schemas.OAuthAuthorizeRequest) -> schemas.OAuthAuthorizeResponse:
    """Send a user back to the app, with a code or the reason why not."""
    return schemas.OAuthAuthorizeResponse(
        **answered(project, user_grantor(project, request), request), **project.envelope()
    )
