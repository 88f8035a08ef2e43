"""The manual's settings. Built without network: nothing is fetched, no font, no inventory."""

project = "catchall"
author = "the catchall contributors"
project_copyright = "the catchall contributors, Apache-2.0"
extensions = ["myst_parser"]
myst_enable_extensions = ["deflist", "colon_fence"]
myst_heading_anchors = 3
exclude_patterns = ["words.txt"]
html_theme = "furo"
html_title = "catchall"
html_show_sphinx = False
html_copy_source = False
