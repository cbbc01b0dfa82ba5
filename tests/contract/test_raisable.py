from stytch_async.api.b2b.passwords import Email
from stytch_async.api.consumer.passwords import Passwords
from stytch_async.api.consumer.users import Users
from stytch_async.endpoint import Endpoint
from tests.contract.raisable import reasons_of


def types_of(endpoint: Endpoint[..., object, object]) -> set[str]:
    """Name what an endpoint can be refused for."""
    return {reason.error_type for reason in reasons_of(endpoint.operation)}


def test_reasons_are_found_through_rules() -> None:
    """A handler calls a rule that calls another, which refuses."""
    assert {"invalid_email", "user_lock_limit_reached", "reset_password"} <= types_of(Passwords.authenticate)


def test_reasons_are_found_in_tables() -> None:
    """A table of functions, and a constant that holds reasons, are followed as well."""
    assert {"invalid_bcrypt_hash", "pbkdf_2_key_length_mismatch"} <= types_of(Passwords.migrate)
    assert {"no_default_login_redirect_url_set", "invalid_login_redirect_url"} <= types_of(Email.reset_start)


def test_reasons_are_found_beside_the_handler_and_before_it() -> None:
    """Limits of arguments are refused before the handler is called."""
    assert {"invalid_user_id", "metadata_too_many_keys"} <= types_of(Users.update)


def test_a_parameter_is_not_the_rule_of_its_name() -> None:
    """A function that takes a ``plan`` does not call the rule that makes one."""
    assert "too_many_session_arguments" not in types_of(Passwords.create)
