"""What a type checker sees of an emulated answer; checked by mypy and pyright, never run."""

from stytch_async.emulator.rules.consumer.login import UserLogin
from stytch_async.emulator.state.project import Envelope, Project
from stytch_async.schemas.consumer import otps, passwords


def a_whole_answer_is_accepted(project: Project, login: UserLogin) -> otps.AuthenticateResponse:
    """What is spread into an answer is known by name."""
    return otps.AuthenticateResponse(method_id="…", reset_sessions=False, **login, **project.envelope())


def a_field_that_is_left_out_is_an_error(login: UserLogin) -> passwords.AuthenticateResponse:
    """Nobody forgets the envelope."""
    return passwords.AuthenticateResponse(**login)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]


def a_field_that_is_misspelt_is_an_error(project: Project, login: UserLogin) -> otps.AuthenticateResponse:
    """A name that the answer does not have is as wrong as the one that it lacks then."""
    return otps.AuthenticateResponse(  # type: ignore[call-arg]
        methodid="…",  # pyright: ignore[reportCallIssue]
        reset_sessions=False,
        **login,
        **project.envelope(),
    )


def a_part_of_an_answer_that_is_left_out_is_an_error() -> Envelope:
    """The same holds where the parts are made."""
    return {"request_id": "…"}  # type: ignore[typeddict-item]  # pyright: ignore[reportReturnType]
