"""attrs classes that mirror the schemas of Stytch's API.

A class carries the name that the API gives it in ``__schema__`` (several names, where the API repeats itself). The
class of a request is its endpoint's documentation, and names under *Raises* the error types to expect of it. A ``*``
there stands for any letters.

These arguments mean the same wherever they occur, and are told here with the errors that they bring about:

``session_token``, ``session_jwt``
    A session that the user already has. The factor just proven is added to it, instead of a new session being started.
    Give at most one of the two. Errors: ``too_many_session_arguments``, ``invalid_session_token``,
    ``unable_to_parse_session_jwt``, ``session_not_found``; ``incompatible_session_type`` where it is a member's and a
    user's is wanted, or the other way round; ``session_not_mutable`` where an impersonation's is to last longer.
``intermediate_session_token``
    A member's login that is not complete yet, to go on with. Errors: ``invalid_session_token``,
    ``intermediate_session_not_found``, ``invalid_intermediate_session_token_for_organization``,
    ``member_session_member_id_mismatch``.
``authorization``
    The session of a member to make the call as. Errors: ``no_session_arguments``, and those of a session that is named
    as an argument: ``too_many_session_arguments``, ``invalid_session_token``, ``unable_to_parse_session_jwt``,
    ``session_not_found``, ``incompatible_session_type``.
``session_duration_minutes``
    How long the session is to last from now on, 5 to 527040 minutes (366 days). Error:
    ``invalid_session_duration_minutes``.
``session_custom_claims``
    Claims to merge into those of the session, however deep; ``None`` deletes a key. At most 4 KB in all
    (``custom_claims_too_large``). The registered names (``iss``, ``sub``, ``aud``, ``exp``, ``nbf``, ``iat``, ``jti``)
    are refused (``reserved_claims_in_custom_claims``), and so are Stytch's own (``stytch_claims_in_custom_claims``).
``trusted_metadata``, ``untrusted_metadata``
    Free-form maps of at most 20 keys and 4 KB each. An update replaces the keys that it names; ``None`` deletes one.
    Errors: ``metadata_invalid_format``, ``metadata_too_large``, ``metadata_too_many_keys``.
``project_id``
    The project that a public endpoint belongs to. Errors: ``project_not_found``, ``invalid_project_id``.
``user_id``
    Stytch's id of a user, or the app's own. Errors: ``user_not_found``, ``invalid_user_id``.
``organization_id``
    Stytch's id of an organization, its slug, or the app's own id. Errors: ``organization_not_found``,
    ``invalid_organization_id``.
``member_id``
    Stytch's id of a member, or the app's own where the organization is known. Errors: ``member_not_found``,
    ``invalid_member_id``.
``email``, ``email_address``
    An email address. Error: ``invalid_email``.
``phone_number``, ``mfa_phone_number``
    A phone number in E.164 form, such as +12025550162. Error: ``invalid_phone_number``.
``roles``
    Ids of roles. Errors: ``invalid_rbac_role_id``, ``cannot_assign_default_rbac_role_id``.
``code_challenge``, ``pkce_code_challenge``
    The SHA-256 of a secret in unpadded base64url (PKCE). Error: ``invalid_pkce_code_challenge``.
``code_verifier``, ``pkce_code_verifier``
    That secret; needed exactly when the flow began with a challenge. Errors: ``invalid_pkce_code_verifier``,
    ``pkce_mismatch``, ``pkce_expected_code_verifier``, ``pkce_did_not_expect_code_verifier``.
``attributes``
    The address and browser of the person who logs in, for Stytch's own risk checks.
``telemetry_id``
    The device fingerprint's id; with it the answer tells about the device, unless the id is unknown or has expired.
``locale``
    The language of the message: English by default.

Whatever the endpoint, a call may be refused as ``bad_request``, ``invalid_authorization_header``,
``invalid_project_id_authentication``, ``invalid_secret_authentication``, ``unauthorized_credentials``,
``invalid_b2b_endpoint`` or ``invalid_consumer_endpoint``. The endpoints of ``fraud`` say
``unauthorized_credentials_error``.
"""
