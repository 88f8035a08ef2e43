"""The desk on the command line: ``catchall desk``."""
