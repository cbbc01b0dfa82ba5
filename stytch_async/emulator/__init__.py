"""A stateful Stytch in memory. It does no I/O: `InMemoryTransport` and the served emulator bring requests to it."""

from stytch_async.emulator.registry import NotEmulated
from stytch_async.emulator.state.clock import Clock
from stytch_async.emulator.state.email_templates import EmailTemplate, EmailTemplates
from stytch_async.emulator.state.jwt_templates import JWTTemplate
from stytch_async.emulator.state.outbox import Message, NoMessageError, Outbox
from stytch_async.emulator.state.policy import Policy
from stytch_async.emulator.state.profiles import TrustedTokenProfile
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.settings import PasswordStrengthConfig, RedirectURL, Settings
from stytch_async.emulator.state.workspace import Workspace

__all__ = [
    "Clock",
    "EmailTemplate",
    "EmailTemplates",
    "JWTTemplate",
    "Message",
    "NoMessageError",
    "NotEmulated",
    "Outbox",
    "PasswordStrengthConfig",
    "Policy",
    "Project",
    "RedirectURL",
    "Settings",
    "TrustedTokenProfile",
    "Workspace",
]
