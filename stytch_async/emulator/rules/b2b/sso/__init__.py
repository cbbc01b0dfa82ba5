"""The rules of single sign-on."""
