"""The products of a `SAMLShieldClient`."""
