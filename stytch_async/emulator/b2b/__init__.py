"""The handlers of the B2B API, a module for each product."""
