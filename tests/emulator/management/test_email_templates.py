from collections.abc import Awaitable, Callable

import attrs
import pytest

from stytch_async.clients import B2BClient, Client, ManagementClient
from stytch_async.emulator import EmailTemplate, Project, Workspace
from stytch_async.schemas.management.email_templates import (
    CustomHTMLCustomization,
    PrebuiltCustomization,
    SenderInformation,
)

Refusal = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]
Place = dict[str, str]

SHOP = {"project_slug": "shop"}
SENDER = SenderInformation(from_local_part="hello", from_domain="example.com", from_name="Shop")
PREBUILT = PrebuiltCustomization(button_color="#19303D", button_border_radius=4.5)
PLACEHOLDERS = {
    **dict.fromkeys(["LOGIN", "SIGNUP", "INVITE"], "magic_link_url"),
    **dict.fromkeys(["ONE_TIME_PASSCODE", "ONE_TIME_PASSCODE_SIGNUP"], "otp_code"),
    **dict.fromkeys(["RESET_PASSWORD", "VERIFY_EMAIL_PASSWORD_RESET"], "reset_password_url"),
}


def custom(template_type: str) -> CustomHTMLCustomization:
    """Return what an app's own template of a type says."""
    tag = PLACEHOLDERS.get(template_type, "nothing")
    return CustomHTMLCustomization(
        template_type=template_type,
        html_content=f"<p>{{{{ {tag} }}}}</p>",
        plaintext_content=f"Here: {{{{{tag}}}}}",
        subject=f"About {template_type}",
    )


async def add(management: ManagementClient, template_type: str, project_slug: str = "shop") -> str:
    """Create a template of a type, which is its id in small letters."""
    created = await management.email_templates.create(
        project_slug=project_slug,
        template_id=template_type.lower(),
        sender_information=SENDER,
        custom_html_customization=custom(template_type),
    )
    return created.email_template.template_id


@pytest.mark.usefixtures("shop")
async def test_templates_are_stored_as_they_are_told(management: ManagementClient) -> None:
    """One of the app's own, and Stytch's with other looks."""
    own = await management.email_templates.create(
        **SHOP, template_id="own", name="Ours", sender_information=SENDER, custom_html_customization=custom("LOGIN")
    )
    looks = await management.email_templates.create(**SHOP, template_id="looks", prebuilt_customization=PREBUILT)

    found = await management.email_templates.get(**SHOP, template_id="own")
    listed = await management.email_templates.get_all(**SHOP)

    assert found.email_template == own.email_template
    assert listed.email_templates == [own.email_template, looks.email_template]
    assert (own.email_template.name, own.email_template.sender_information) == ("Ours", SENDER)
    assert own.email_template.custom_html_customization == custom("LOGIN")
    assert (looks.email_template.prebuilt_customization, looks.email_template.custom_html_customization) == (
        PREBUILT,
        None,
    )


async def test_a_mail_is_written_with_the_template_that_a_call_names(
    management: ManagementClient, client: Client, project: Project
) -> None:
    """Its placeholder is filled in, wherever it stands."""
    await add(management, "SIGNUP")

    await client.magic_links.email.login_or_create(email="ada@example.com", signup_template_id="signup")

    mail = project.outbox.last("ada@example.com")
    assert (mail.template_id, mail.subject, mail.sender) == ("signup", "About SIGNUP", "hello@example.com")
    assert (mail.html, mail.plaintext) == (f"<p>{mail.url}</p>", f"Here: {mail.url}")


async def test_a_default_serves_until_it_is_unset(
    management: ManagementClient, client: Client, project: Project
) -> None:
    """Afterwards that of all types does, and before either Stytch's own words."""
    await add(management, "ONE_TIME_PASSCODE_SIGNUP")
    await management.email_templates.create(**SHOP, template_id="looks", prebuilt_customization=PREBUILT)
    default = {**SHOP, "email_template_type": "ONE_TIME_PASSCODE_SIGNUP"}
    used: list[tuple[str | None, str | None]] = []

    async def send() -> None:
        await client.otps.email.login_or_create(email="ada@example.com", create_user_as_pending=True)
        mail = project.outbox.last("ada@example.com")
        used.append((mail.template_id, mail.plaintext and mail.plaintext.removesuffix(str(mail.code))))

    await send()
    await management.email_templates.set_default(**default, template_id="one_time_passcode_signup")
    await management.email_templates.set_default(**SHOP, email_template_type="PREBUILT", template_id="looks")
    await send()
    chosen = await management.email_templates.get_default(**default)
    await management.email_templates.unset_default(**default)
    await management.email_templates.unset_default(**default)
    await send()

    assert chosen.template_id == "one_time_passcode_signup"
    assert used == [(None, None), ("one_time_passcode_signup", "Here: "), ("looks", None)]


async def test_each_mail_to_users_has_its_type(management: ManagementClient, client: Client, project: Project) -> None:
    """Logins, signups, invitations, codes and resets."""
    for name in PLACEHOLDERS:
        template_id = await add(management, name)
        await management.email_templates.set_default(**SHOP, email_template_type=name, template_id=template_id)
    await client.passwords.create(email="ada@example.com", password="a long and quiet river")
    (ada,) = project.users
    ada.emails[0].verified = True

    await client.magic_links.email.send(email="ada@example.com")
    await client.otps.email.send(email="ada@example.com")
    await client.passwords.email.reset_start(email="ada@example.com")
    await client.magic_links.email.invite(email="grace@example.com")
    await client.otps.email.login_or_create(email="alan@example.com")
    await client.magic_links.email.login_or_create(email="joan@example.com")

    assert [mail.template_id for mail in project.outbox] == [
        *("login", "one_time_passcode", "reset_password", "invite", "one_time_passcode_signup", "signup"),
    ]


async def test_each_mail_to_members_has_its_type(
    management: ManagementClient, b2b: B2BClient, workspace: Workspace, office: Place
) -> None:
    """Those of discovery are as for logins, and a first password that is shared has one of its own."""
    project, slug = workspace.environment(**office), {"project_slug": office["project_slug"]}
    for name in PLACEHOLDERS:
        template_id = await add(management, name, "office")
        await management.email_templates.set_default(**slug, email_template_type=name, template_id=template_id)
    await management.environments.update(**office, cross_org_passwords_enabled=True)
    made = (await b2b.organizations.create(organization_name="Engines")).organization
    place = {"organization_id": made.organization_id}
    added = await b2b.organizations.members.create(**place, email_address="ada@example.com")

    await b2b.magic_links.email.login_or_signup(**place, email_address="ada@example.com")
    await b2b.otps.email.login_or_signup(**place, email_address="ada@example.com")
    await b2b.magic_links.email.invite(**place, email_address="grace@example.com")
    await b2b.magic_links.email.login_or_signup(**place, email_address="grace@example.com")
    await b2b.otps.email.login_or_signup(**place, email_address="grace@example.com")
    await b2b.magic_links.email.discovery.send(email_address="ada@example.com")
    await b2b.otps.email.discovery.send(email_address="ada@example.com")
    await b2b.passwords.email.reset_start(**place, email_address="ada@example.com")
    sent = project.outbox.last("ada@example.com")
    await b2b.passwords.email.reset(password_reset_token=str(sent.token), password="a long and quiet river")
    await b2b.passwords.email.reset_start(**place, email_address="ada@example.com")
    await b2b.passwords.discovery.email.reset_start(email_address="ada@example.com")
    await b2b.passwords.discovery.email.reset_start(email_address="joan@example.com")
    moving = {**place, "member_id": added.member_id}
    await b2b.organizations.members.start_email_update(**moving, email_address="countess@example.com")
    await b2b.organizations.members.start_email_update(
        **moving, email_address="augusta@example.com", delivery_method="EMAIL_OTP"
    )

    assert [mail.template_id for mail in project.outbox] == [
        *("login", "one_time_passcode", "invite", "signup", "one_time_passcode_signup", "login", "one_time_passcode"),
        *("verify_email_password_reset", "reset_password", "reset_password", "verify_email_password_reset"),
        *("login", "one_time_passcode"),
    ]


async def test_a_call_names_a_template_that_there_is(
    management: ManagementClient, client: Client, refusal: Refusal, project: Project
) -> None:
    """And one for such mails; who is not known by then is not created."""
    await add(management, "LOGIN")
    send = client.magic_links.email.login_or_create
    code = client.otps.email.login_or_create

    unknown = await refusal(send(email="ada@example.com", signup_template_id="fancy"))
    of_another_type = await refusal(send(email="ada@example.com", signup_template_id="login"))
    for_no_code = await refusal(code(email="ada@example.com", login_template_id="login"))

    assert unknown == (404, "email_template_not_found")
    assert of_another_type == for_no_code == (400, "invalid_template_id")
    assert (len(project.users), len(project.outbox)) == (0, 0)


async def test_whoever_is_locked_is_told_as_is_set(
    management: ManagementClient, client: Client, project: Project, refusal: Refusal, shop: Place
) -> None:
    """By the template for that, which needs no placeholder; and nobody is told where that is not set."""
    await add(management, "UNLOCK")
    await management.email_templates.set_default(**SHOP, email_template_type="UNLOCK", template_id="unlock")
    await client.passwords.create(email="ada@example.com", password="a long and quiet river")

    for is_set in (False, True):
        await management.environments.update(**shop, user_lock_threshold=1, user_lock_self_serve_enabled=is_set)
        await refusal(client.passwords.authenticate(email="ada@example.com", password="wrong"))
        project.clock.advance(hours=1)

    assert [(mail.template_id, mail.subject) for mail in project.outbox] == [("unlock", "About UNLOCK")]


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"html_content": ""}, "invalid_email_html"),
        ({"plaintext_content": " "}, "invalid_email_plaintext"),
        ({"subject": None}, "invalid_email_subject"),
        ({"html_content": "<p>magic_link_url</p>"}, "invalid_email_template_parameters"),
        ({"plaintext_content": "{{ otp_code }}"}, "invalid_email_template_parameters"),
        ({"template_type": "PREBUILT"}, "invalid_email_template_content"),
        ({"template_type": "FAREWELL"}, "bad_request"),
        ({"template_type": None}, "bad_request"),
    ],
)
@pytest.mark.usefixtures("shop")
async def test_an_own_template_says_what_it_must(
    management: ManagementClient, refusal: Refusal, changes: dict[str, str | None], error: str
) -> None:
    """Subject and both bodies, each with its placeholder."""
    customization = attrs.evolve(custom("LOGIN"), **changes)

    found = await refusal(
        management.email_templates.create(
            **SHOP, template_id="own", sender_information=SENDER, custom_html_customization=customization
        )
    )

    assert found == (400, error)


@pytest.mark.parametrize(
    ("sender", "error"),
    [
        (None, "invalid_from_local_part"),
        (SenderInformation(from_local_part="hello"), "invalid_from_local_part"),
        (attrs.evolve(SENDER, from_local_part="he@llo"), "invalid_from_local_part"),
        (attrs.evolve(SENDER, reply_to_local_part="no one"), "invalid_reply_to_local_part"),
    ],
)
@pytest.mark.usefixtures("shop")
async def test_an_own_template_has_a_sender(
    management: ManagementClient, refusal: Refusal, sender: SenderInformation | None, error: str
) -> None:
    """At an address."""
    call = management.email_templates.create(
        **SHOP, template_id="own", sender_information=sender, custom_html_customization=custom("LOGIN")
    )

    assert await refusal(call) == (400, error)


@pytest.mark.usefixtures("shop")
async def test_a_template_is_one_or_the_other(management: ManagementClient, refusal: Refusal) -> None:
    """With an id that is free, and never both prebuilt and of the app's own."""
    await management.email_templates.create(**SHOP, template_id="looks", prebuilt_customization=PREBUILT)
    create = management.email_templates.create

    both = await refusal(
        create(
            **SHOP,
            template_id="both",
            prebuilt_customization=PREBUILT,
            custom_html_customization=custom("LOGIN"),
            sender_information=SENDER,
        )
    )
    neither = await refusal(create(**SHOP, template_id="neither"))
    taken = await refusal(create(**SHOP, template_id="looks", prebuilt_customization=PREBUILT))
    nameless = await refusal(create(**SHOP, template_id="", prebuilt_customization=PREBUILT))

    assert both == neither == (400, "invalid_email_template_content")
    assert taken == (400, "duplicate_email_template_vanity_id")
    assert nameless == (400, "bad_request")


@pytest.mark.usefixtures("shop")
async def test_a_template_is_changed_and_stays_what_it_is_about(management: ManagementClient, refusal: Refusal) -> None:
    """A name that is left out stays, too."""
    await add(management, "LOGIN")
    place = {**SHOP, "template_id": "login"}
    update = management.email_templates.update
    await update(**place, name="Ours", sender_information=SENDER, custom_html_customization=custom("LOGIN"))
    short = attrs.evolve(custom("LOGIN"), subject="Hi")

    updated = await update(**place, sender_information=SENDER, custom_html_customization=short)
    changed_type = await refusal(update(**place, sender_information=SENDER, custom_html_customization=custom("INVITE")))
    changed_looks = await refusal(update(**place, prebuilt_customization=PREBUILT))

    assert updated.email_template == (await management.email_templates.get(**place)).email_template
    assert (updated.email_template.name, updated.email_template.custom_html_customization) == ("Ours", short)
    assert changed_type == changed_looks == (400, "invalid_email_template_content")


@pytest.mark.usefixtures("shop")
async def test_a_default_is_not_deleted(management: ManagementClient, refusal: Refusal) -> None:
    """Any other template is."""
    await add(management, "LOGIN")
    login = {**SHOP, "email_template_type": "LOGIN"}
    await management.email_templates.set_default(**login, template_id="login")

    kept = await refusal(management.email_templates.delete(**SHOP, template_id="login"))
    await management.email_templates.unset_default(**login)
    await management.email_templates.delete(**SHOP, template_id="login")

    assert kept == (400, "cannot_delete_default_email_template")
    assert (await management.email_templates.get_all(**SHOP)).email_templates == []


@pytest.mark.usefixtures("shop")
async def test_a_default_is_a_template_of_its_type(management: ManagementClient, refusal: Refusal) -> None:
    """That of all types cannot be unset."""
    await add(management, "INVITE")
    templates = management.email_templates
    login = {**SHOP, "email_template_type": "LOGIN"}

    assert await refusal(templates.get_default(**login)) == (404, "email_template_not_found")
    assert await refusal(templates.set_default(**login, template_id="fancy")) == (404, "email_template_not_found")
    assert await refusal(templates.set_default(**login, template_id="invite")) == (400, "invalid_template_id")
    assert await refusal(templates.get_default(**SHOP, email_template_type="FAREWELL")) == (400, "bad_request")
    assert await refusal(templates.unset_default(**SHOP, email_template_type="PREBUILT")) == (400, "bad_request")


@pytest.mark.usefixtures("shop")
async def test_an_unknown_template_is_not_found(management: ManagementClient, refusal: Refusal) -> None:
    """Whatever is asked of it."""
    place, error = {**SHOP, "template_id": "fancy"}, (404, "email_template_not_found")

    assert await refusal(management.email_templates.get(**place)) == error
    assert await refusal(management.email_templates.delete(**place)) == error
    assert await refusal(management.email_templates.update(**place, prebuilt_customization=PREBUILT)) == error


async def test_a_project_has_a_hundred_templates(
    management: ManagementClient, refusal: Refusal, project: Project
) -> None:
    """One more is refused."""
    create = management.email_templates.create
    assert project.email_templates is not None
    for number in range(100):
        project.email_templates.save(EmailTemplate(template_id=f"looks-{number}"))

    found = await refusal(create(**SHOP, template_id="one-more", prebuilt_customization=PREBUILT))

    assert found == (400, "too_many_email_templates")


async def test_environments_share_their_templates(
    management: ManagementClient, workspace: Workspace, shop: Place
) -> None:
    """One that is added later has them as well."""
    await management.environments.create(project_slug="shop", name="Staging", environment_slug="staging")
    await add(management, "UNLOCK")

    templates = [workspace.environment("shop", slug).email_templates for slug in ("production", "test", "staging")]

    assert [one is not None and len(one) for one in templates] == [1, 1, 1]
    assert shop["environment_slug"] == "test"


async def test_a_project_of_its_own_takes_any_template(client: Client, project: Project) -> None:
    """As long as it has none itself, a test need not make those that an app names."""
    project.email_templates = None

    await client.magic_links.email.login_or_create(email="ada@example.com", signup_template_id="fancy")

    assert project.outbox.last("ada@example.com").template_id == "fancy"
