"""The engine inside the desk: screening, drafts, bundles and exports, outside the log."""
