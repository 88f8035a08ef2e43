"""The law as dated, cited YAML. No Python but this marker; ``catchall.law.load`` reads it."""
