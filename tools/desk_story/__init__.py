"""The desk's story: a scripted tale through the API, on both databases; the tutorial."""
