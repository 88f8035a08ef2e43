"""What make_sample.py builds the invented sample data from; not part of any package."""
