"""From an HTTP request to a handler, and back."""
