"""The handlers of the Consumer API, a module for each product."""
