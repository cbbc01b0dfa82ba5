"""Kits for web frameworks: who is signed in, and what to answer where nobody is."""
