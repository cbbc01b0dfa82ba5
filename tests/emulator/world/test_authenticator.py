import pytest

from stytch_async.emulator import Project
from stytch_async.emulator.world.authenticator import Authenticator, NoSecretError
from stytch_async.emulator.world.person import Person

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
OTHER = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"


@pytest.fixture
def project() -> Project:
    """Return a project at the beginning of a half minute."""
    project = Project()
    project.clock.advance(seconds=30 - project.now.timestamp() % 30)
    return project


@pytest.fixture
def authenticator(project: Project) -> Authenticator:
    """Return an app that no secret was given to."""
    return Authenticator(project)


def test_code_lasts_half_a_minute(authenticator: Authenticator, project: Project) -> None:
    """By the project's clock."""
    authenticator.add(SECRET)

    first = authenticator.code()
    project.clock.advance(seconds=29)
    same = authenticator.code()
    project.clock.advance(seconds=1)

    assert first.isdecimal()
    assert len(first) == 6
    assert same == first
    assert authenticator.code() != first


def test_newest_secret_counts(authenticator: Authenticator, project: Project) -> None:
    """An app that was set up anew shows the codes of the new secret."""
    authenticator.add(SECRET)
    authenticator.add(OTHER)

    other = Authenticator(project)
    other.add(OTHER)

    assert authenticator.code() == other.code()


def test_app_without_a_secret_fails_the_test(authenticator: Authenticator) -> None:
    """It is a mistake of the test's own, and no refusal."""
    with pytest.raises(NoSecretError, match="add"):
        authenticator.code()


def test_person_has_an_app(authenticator: Authenticator, project: Project) -> None:
    """Two apps with one secret show one code."""
    ada = Person(project, "ada@example.com")
    for app in (ada.authenticator, authenticator):
        app.add(SECRET)

    assert ada.authenticator.code() == authenticator.code()


def test_secrets_are_not_shown(authenticator: Authenticator) -> None:
    """The repr counts them."""
    authenticator.add(SECRET)

    assert repr(authenticator) == "Authenticator(1 secrets)"
