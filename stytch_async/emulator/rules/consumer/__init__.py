"""The rules of Consumer projects."""
