"""From telegram paragraphs to drafts of case facts, each with its words. Nothing is decided here."""
