"""The schemas of the Management API, a module for each product."""
