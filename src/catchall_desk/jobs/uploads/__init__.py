"""Shipments in bulk: a file is checked, then made into transactions, step by step."""
