"""The domain of the desk, without Django: nouns, rules and clocks over events."""
