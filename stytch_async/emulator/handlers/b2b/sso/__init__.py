"""Single sign-on of members."""
