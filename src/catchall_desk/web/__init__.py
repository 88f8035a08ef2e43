"""The desk in a browser: pages, forms and drawings over the store and its commands."""
