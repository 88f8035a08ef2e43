"""The screens, one module each. In: a request and what its user may see; out: a page."""
