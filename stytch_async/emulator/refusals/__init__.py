"""What may be refused: a constant for each reason, a module for each family."""
