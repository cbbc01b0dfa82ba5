"""The schemas of SAML Shield."""
