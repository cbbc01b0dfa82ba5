"""SAML Shield."""
