"""The project as an identity provider of Connected Apps, the same for Consumer and B2B projects."""
