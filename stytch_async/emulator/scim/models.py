"""The resources that directories tell of, and what they may expect of the service.

What real directories send decides where the standard is stricter than they are: attributes that nobody has declared
are passed over, Microsoft Entra removes values by naming them and writes to values that are not there yet, and hardly
anybody tells where a manager's own resource is.
"""

from typing import Annotated, Any, ClassVar, Final

from pydantic import Field, field_validator
from scim2_models import (
    URN,
    AuthenticationScheme,
    Bulk,
    CaseExact,
    ChangePassword,
    ComplexAttribute,
    ETag,
    Extension,
    Filter,
    Mutability,
    Pagination,
    Patch,
    Reference,
    Required,
    Resource,
    ResourceType,
    ScimPolicy,
    ScimProvider,
    ServiceProviderConfig,
    Sort,
    User,
)

__all__ = ["CONFIG", "MAX_RESULTS", "PAGE", "PROVIDER", "Group", "GroupMember", "Person", "about"]

MAX_RESULTS: Final = 1000
PAGE: Final = 100


class Manager(ComplexAttribute):
    """Whom somebody reports to."""

    value: Annotated[str | None, CaseExact.true] = None
    ref: Reference[User[Any]] | None = Field(None, serialization_alias="$ref", validation_alias="$ref")
    display_name: Annotated[str | None, Mutability.read_only] = None


class EnterpriseUser(Extension):
    """What SCIM adds for employees (RFC 7643, 4.3)."""

    __schema__: ClassVar[URN | None] = URN("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User")

    employee_number: str | None = None
    cost_center: str | None = None
    organization: str | None = None
    division: str | None = None
    department: str | None = None
    manager: Manager | None = None

    @field_validator("manager", mode="before")
    @classmethod
    def _named(cls, manager: Any) -> Any:  # noqa: ANN401 - whatever was sent
        """Take the id for the whole: Microsoft Entra sends nothing else."""
        return {"value": manager} if isinstance(manager, str) else manager


class GroupMember(ComplexAttribute):
    """Somebody in a group."""

    value: Annotated[str | None, Required.true, Mutability.immutable, CaseExact.true] = None
    ref: Annotated[Reference[User[Any]] | None, Mutability.immutable] = Field(
        None, serialization_alias="$ref", validation_alias="$ref"
    )
    type: Annotated[str | None, Mutability.immutable] = Field(None, examples=["User"])


class Group(Resource[Any]):
    """A group of people (RFC 7643, 4.2)."""

    __schema__: ClassVar[URN | None] = URN("urn:ietf:params:scim:schemas:core:2.0:Group")

    display_name: Annotated[str | None, Required.true] = None
    members: list[GroupMember] | None = None


Person = User[EnterpriseUser]
"""Somebody, with what SCIM adds for employees."""

CONFIG: Final = ServiceProviderConfig(
    patch=Patch(supported=True),
    bulk=Bulk(supported=False, max_operations=0, max_payload_size=0),
    filter=Filter(supported=True, max_results=MAX_RESULTS),
    change_password=ChangePassword(supported=False),
    sort=Sort(supported=True),
    etag=ETag(supported=True),
    pagination=Pagination(
        cursor=False,
        index=True,
        default_pagination_method=Pagination.DefaultPaginationMethod.index,
        default_page_size=PAGE,
        max_page_size=MAX_RESULTS,
    ),
    authentication_schemes=[
        AuthenticationScheme(
            type=AuthenticationScheme.Type.oauthbearertoken,
            name="Bearer token",
            description="The token of the SCIM connection.",
            primary=True,
        )
    ],
)

PROVIDER: Final = ScimProvider(
    models=[User, EnterpriseUser, Group],
    resource_types=[ResourceType.from_resource(Person), ResourceType.from_resource(Group)],
    policy=ScimPolicy(
        unknown=ScimPolicy.Unknown.ignore,
        remove_value_as_filter=ScimPolicy.RemoveValue.apply,
        unmatched_path_filter=ScimPolicy.UnmatchedPathFilter.create,
    ),
    config=CONFIG,
)


def about(generic: Any, models: Any) -> Any:  # noqa: ANN401 - a checker reads brackets around a variable as a type
    """Return the type of a message that is about resources of a type; or the union of types."""
    return generic[models]
