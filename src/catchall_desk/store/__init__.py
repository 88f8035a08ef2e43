"""The store: the event log, its labels and its projections."""
