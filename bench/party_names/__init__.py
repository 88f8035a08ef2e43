"""What ``bench/names.py`` measures: data, engines, one module for each part."""
