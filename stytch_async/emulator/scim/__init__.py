"""SCIM 2.0, as directories call it (RFC 7643, RFC 7644)."""
