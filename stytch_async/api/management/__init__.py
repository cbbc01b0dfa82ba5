"""The endpoints of the Management API, a module for each product."""
