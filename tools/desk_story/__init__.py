"""The desk's story: one scripted tale through the API, on both databases; it is the tutorial."""
