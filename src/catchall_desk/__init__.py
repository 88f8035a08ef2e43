"""The desk's kernel. In: the engine's nouns; out: files that obey the law. No web yet."""
