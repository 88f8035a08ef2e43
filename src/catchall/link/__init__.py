"""From telegram paragraphs to drafts of case facts, each with its words; nothing is decided."""
