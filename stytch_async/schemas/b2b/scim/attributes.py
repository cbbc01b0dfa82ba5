"""What an identity provider tells of a member over SCIM (RFC 7643)."""

from typing import ClassVar

import attrs

__all__ = ["Address", "EnterpriseExtension", "Group", "Manager", "Name", "SCIMAttributes", "TypedValue"]


@attrs.define(kw_only=True)
class Group:
    """A group of the identity provider that the member is in."""

    __schema__ = "api_b2b_scim_v1_Group"

    value: str
    display: str


@attrs.define(kw_only=True)
class Address:
    """A postal address."""

    __schema__ = "api_b2b_scim_v1_Address"

    formatted: str
    street_address: str
    locality: str
    region: str
    postal_code: str
    country: str
    type: str
    primary: bool


@attrs.define(kw_only=True)
class Name:
    """A name, whole and in parts."""

    __schema__ = "api_b2b_scim_v1_Name"

    formatted: str
    family_name: str
    given_name: str
    middle_name: str
    honorific_prefix: str
    honorific_suffix: str


@attrs.define(kw_only=True)
class Manager:
    """The person whom the member reports to.

    Attributes:
        value: Their id with the identity provider.
        ref: Their SCIM resource.

    """

    __schema__ = "api_b2b_scim_v1_Manager"

    value: str
    ref: str
    display_name: str


@attrs.define(kw_only=True)
class EnterpriseExtension:
    """The attributes that SCIM adds for employees."""

    __schema__ = "api_b2b_scim_v1_EnterpriseExtension"

    employee_number: str
    cost_center: str
    division: str
    department: str
    organization: str
    manager: Manager | None = None


@attrs.define(kw_only=True)
class TypedValue:
    """One of several values that a person may have of a kind, such as email addresses.

    Attributes:
        type: What it is for, such as ``work``.
        primary: Whether it is the first choice.

    """

    __schema__: ClassVar[tuple[str, ...]] = (
        "api_b2b_scim_v1_Email",
        "api_b2b_scim_v1_Entitlement",
        "api_b2b_scim_v1_IMs",
        "api_b2b_scim_v1_PhoneNumber",
        "api_b2b_scim_v1_Photo",
        "api_b2b_scim_v1_Role",
        "api_b2b_scim_v1_X509Certificate",
    )

    value: str
    type: str
    primary: bool


@attrs.define(kw_only=True)
class SCIMAttributes:
    """A person, as the identity provider describes them."""

    __schema__ = "api_b2b_scim_v1_SCIMAttributes"

    user_name: str
    id: str
    external_id: str
    active: bool
    groups: list[Group]
    display_name: str
    nick_name: str
    profile_url: str
    user_type: str
    title: str
    preferred_language: str
    locale: str
    timezone: str
    emails: list[TypedValue]
    phone_numbers: list[TypedValue]
    addresses: list[Address]
    ims: list[TypedValue]
    photos: list[TypedValue]
    entitlements: list[TypedValue]
    roles: list[TypedValue]
    x509certificates: list[TypedValue]
    name: Name | None = None
    enterprise_extension: EnterpriseExtension | None = None
