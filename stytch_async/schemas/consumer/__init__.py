"""The schemas of the Consumer API, a module for each product."""
