"""Accounts: users and their clearance, sign-ins, tokens, webhooks."""
