"""SCIM: what a directory tells of an organization's people."""
