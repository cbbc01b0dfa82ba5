"""Fingerprints and faces, which the phones of users check."""

import attrs

__all__ = ["BiometricRegistration"]


@attrs.frozen
class BiometricRegistration:
    """A fingerprint or face of a user."""

    id: str
    verified: bool = True
