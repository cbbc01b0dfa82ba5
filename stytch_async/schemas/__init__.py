"""attrs classes that mirror the schemas of Stytch's API.

What the endpoints of an API take and give can be imported from the API's package, wherever it is written::

    from stytch_async.schemas.consumer import AuthorizationCheck, Session, User

Requests and answers are left out, because each product has a ``CreateRequest``: their place is the product's package,
such as ``stytch_async.schemas.consumer.users``. Where two products have a class of one name, the package has the one
that describes a user, a member or an organization.

A class carries the name that the API gives it in ``__schema__`` (several names, where the API repeats itself). The
class of a request is its endpoint's documentation; these arguments mean the same wherever they occur, and are told
here:

``session_token``, ``session_jwt``
    A session that the user already has. The factor just proven is added to it, instead of a new session being started.
    Give at most one of the two.
``session_duration_minutes``
    How long the session is to last from now on, 5 to 527040 minutes (366 days).
``session_custom_claims``
    Claims to merge into those of the session, however deep; ``None`` deletes a key. At most 4 KB in all. The registered
    names (``iss``, ``sub``, ``aud``, ``exp``, ``nbf``, ``iat``, ``jti``) are refused.
``trusted_metadata``, ``untrusted_metadata``
    Free-form maps of at most 20 keys and 4 KB each. An update replaces the keys that it names; ``None`` deletes one.
``attributes``
    The address and browser of the person who logs in, for Stytch's own risk checks.
``telemetry_id``
    The device fingerprint's id; with it the answer tells about the device.
``locale``
    The language of the message: English by default.
"""
