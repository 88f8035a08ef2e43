"""A world of ordinary trade, wholly invented, to measure how often flags are raised in vain."""
