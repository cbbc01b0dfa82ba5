"""The endpoints of Consumer projects."""
