"""Programs of the house: run from a checkout, no part of the package."""
