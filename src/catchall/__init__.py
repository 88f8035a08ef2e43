"""The engine of catchall: pure functions over Arrow tables and frozen records."""
