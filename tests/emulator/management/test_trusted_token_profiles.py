import json
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from joserfc import jwt
from joserfc.jwk import ECKey

from stytch_async.clients import Client, ManagementClient
from stytch_async.emulator import Project
from stytch_async.schemas.management.trusted_token_profiles import TrustedTokenProfile

Refusal = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]
Place = dict[str, str]

URL = "https://login.example.com/keys"
MAPPING = json.dumps({"email": "mail", "token_id": "jti"})
BOTH_IDS = json.dumps({"email": "a", "token_id": "b", "external_member_id": "c", "external_user_id": "d"})
COMMON: dict[str, Any] = {
    "name": "Login",
    "issuer": "https://login.example.com",
    "audience": "stytch",
    "can_jit_provision": True,
}


@pytest.fixture(scope="session")
def keys() -> list[ECKey]:
    """Return keys of issuers."""
    return [ECKey.generate_key("P-256") for _ in range(6)]


@pytest.fixture(scope="session")
def pems(keys: list[ECKey]) -> list[str]:
    """Return their public halves."""
    return [key.as_pem(private=False).decode() for key in keys]


@pytest.fixture
async def profile(management: ManagementClient, shop: Place, pems: list[str]) -> TrustedTokenProfile:
    """Return a profile with one key."""
    created = await management.trusted_token_profiles.create(
        **shop, **COMMON, public_key_type="PEM", pem_files=pems[:1], attribute_mapping=MAPPING
    )
    return created.profile


def token(project: Project, key: ECKey) -> str:
    """Sign a token for ada."""
    said = {"iss": COMMON["issuer"], "aud": "stytch", "jti": "1", "mail": "ada@example.com"}
    return jwt.encode({"alg": "ES256"}, {**said, "exp": int(project.now.timestamp()) + 60}, key, algorithms=["ES256"])


async def test_tokens_of_an_issuer_are_taken_as_long_as_it_is_trusted(
    management: ManagementClient,
    client: Client,
    project: Project,
    refusal: Refusal,
    *,
    shop: Place,
    profile: TrustedTokenProfile,
    keys: list[ECKey],
    pems: list[str],
) -> None:
    """Its keys come and go, and in the end the profile."""
    trusted, place = management.trusted_token_profiles, {**shop, "profile_id": profile.profile_id}

    async def attest(key: ECKey) -> object:
        return await client.sessions.attest(profile_id=profile.profile_id, token=token(project, key))

    await attest(keys[0])
    unknown = await refusal(attest(keys[1]))
    added = (await trusted.create_pem_file(**place, public_key=pems[1])).pem_file
    await attest(keys[1])
    await trusted.delete_pem_file(**place, pem_file_id=profile.pem_files[0].pem_file_id)
    retired = await refusal(attest(keys[0]))
    last = await refusal(trusted.delete_pem_file(**place, pem_file_id=added.pem_file_id))
    await trusted.delete(**place)

    assert unknown == retired == (400, "invalid_trusted_auth_token")
    assert last == (400, "must_have_pem_files_for_trusted_token_profile_with_type_pem")
    assert await refusal(attest(keys[1])) == (404, "trusted_token_profile_not_found")


async def test_keys_may_be_on_the_web(
    management: ManagementClient, client: Client, project: Project, refusal: Refusal, *, shop: Place, keys: list[ECKey]
) -> None:
    """They are read there at each login, and without them none succeeds."""
    created = await management.trusted_token_profiles.create(
        **shop, **COMMON, public_key_type="JWK", pem_files=[], jwks_url=URL, attribute_mapping=MAPPING
    )

    async def attest() -> object:
        return await client.sessions.attest(profile_id=created.profile.profile_id, token=token(project, keys[0]))

    missing = await refusal(attest())
    project.web.publish(URL, "<html>")
    page = await refusal(attest())
    project.web.publish(URL, json.dumps({"keys": [keys[0].as_dict(private=False)]}))
    await attest()

    assert missing == page == (400, "invalid_trusted_auth_token")
    assert (created.profile.public_key_type, created.profile.jwks_url, created.profile.pem_files) == ("JWK", URL, [])


async def test_a_profile_is_changed_in_what_is_given(
    management: ManagementClient, shop: Place, profile: TrustedTokenProfile
) -> None:
    """The rest stays."""
    place = {**shop, "profile_id": profile.profile_id}

    updated = await management.trusted_token_profiles.update(**place, audience="other", can_jit_provision=False)

    found = (await management.trusted_token_profiles.get(**place)).profile
    assert updated.profile == found
    assert (await management.trusted_token_profiles.get_all(**shop)).profiles == [found]
    assert (found.audience, found.can_jit_provision, found.issuer) == ("other", False, profile.issuer)
    assert found.pem_files == profile.pem_files
    assert found.attribute_mapping == MAPPING


async def test_a_key_is_shown(
    management: ManagementClient, shop: Place, profile: TrustedTokenProfile, pems: list[str]
) -> None:
    """By its id."""
    (only,) = profile.pem_files

    found = await management.trusted_token_profiles.get_pem_file(
        **shop, profile_id=profile.profile_id, pem_file_id=only.pem_file_id
    )

    assert found.pem_file == only
    assert only.public_key == pems[0]


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"public_key_type": "JWK"}, "must_have_jwks_url_for_trusted_token_profile_with_type_jwk"),
        ({"pem_files": []}, "must_have_pem_files_for_trusted_token_profile_with_type_pem"),
        ({"jwks_url": URL}, "must_have_pem_files_for_trusted_token_profile_with_type_pem"),
        ({"public_key_type": "DER"}, "trusted_token_profile_invalid_request"),
        ({"pem_files": ["not a key"]}, "trusted_token_profile_invalid_request"),
        ({"attribute_mapping": "mail"}, "trusted_token_profile_invalid_request"),
        ({"attribute_mapping": "[]"}, "trusted_token_profile_invalid_request"),
        ({"attribute_mapping": '{"email": "mail"}'}, "trusted_token_profile_invalid_request"),
        ({"attribute_mapping": '{"email": "mail", "token_id": ""}'}, "trusted_token_profile_invalid_request"),
        (
            {"attribute_mapping": '{"email": "a", "token_id": "b", "external_member_id": "c"}'},
            "trusted_token_profile_incorrect_external_id_mapping",
        ),
        (
            {"attribute_mapping": BOTH_IDS},
            "trusted_token_profile_cannot_have_multiple_external_ids",
        ),
    ],
)
async def test_what_is_no_profile_is_refused(
    management: ManagementClient,
    refusal: Refusal,
    shop: Place,
    *,
    pems: list[str],
    changes: dict[str, Any],
    error: str,
) -> None:
    """Keys of one type, and a mapping that tells enough."""
    wanted = {**COMMON, "public_key_type": "PEM", "pem_files": pems[:1], **changes}

    assert await refusal(management.trusted_token_profiles.create(**shop, **wanted)) == (400, error)


async def test_a_profile_has_five_keys(
    management: ManagementClient, refusal: Refusal, shop: Place, profile: TrustedTokenProfile, pems: list[str]
) -> None:
    """One more is refused, and one that it has already is not."""
    trusted, place = management.trusted_token_profiles, {**shop, "profile_id": profile.profile_id}
    for pem in pems[:5]:
        await trusted.create_pem_file(**place, public_key=pem)

    more = await refusal(trusted.create_pem_file(**place, public_key=pems[5]))
    at_once = await refusal(trusted.create(**shop, **COMMON, public_key_type="PEM", pem_files=pems))
    not_a_key = await refusal(trusted.create_pem_file(**place, public_key="not a key"))

    assert more == at_once == (400, "too_many_pem_files_for_trusted_token_profile")
    assert not_a_key == (400, "trusted_token_profile_invalid_request")


async def test_the_type_of_keys_is_fixed(
    management: ManagementClient, refusal: Refusal, shop: Place, profile: TrustedTokenProfile, pems: list[str]
) -> None:
    """A key set takes no files, and files no URL."""
    trusted = management.trusted_token_profiles
    on_the_web = await trusted.create(**shop, **COMMON, public_key_type="JWK", pem_files=[], jwks_url=URL)

    file = await refusal(trusted.create_pem_file(**shop, profile_id=on_the_web.profile.profile_id, public_key=pems[0]))
    url = await refusal(trusted.update(**shop, profile_id=profile.profile_id, jwks_url=URL))

    assert file == (400, "cannot_add_pem_file_to_non_pem_trusted_token_profile")
    assert url == (400, "trusted_token_profile_invalid_request")


async def test_what_is_unknown_is_not_found(
    management: ManagementClient, refusal: Refusal, shop: Place, profile: TrustedTokenProfile
) -> None:
    """Profiles and their files."""
    trusted, place = management.trusted_token_profiles, {**shop, "profile_id": "unknown"}
    file = {**shop, "profile_id": profile.profile_id, "pem_file_id": "unknown"}

    for call in (trusted.get(**place), trusted.update(**place), trusted.delete(**place)):
        assert await refusal(call) == (404, "trusted_token_profile_not_found")
    assert await refusal(trusted.get_pem_file(**file)) == (404, "pem_file_not_found")
    assert await refusal(trusted.delete_pem_file(**file)) == (404, "pem_file_not_found")
