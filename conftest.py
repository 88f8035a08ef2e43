"""Django is told where its settings are, and a home of the tests' own, before it reads them."""

import atexit
import os
import shutil
import tempfile

import django

_home = tempfile.mkdtemp(prefix="catchall-home-")
atexit.register(shutil.rmtree, _home, ignore_errors=True)
os.environ["CATCHALL_HOME"] = _home
os.environ["DJANGO_SETTINGS_MODULE"] = "catchall_desk.settings"
for _name in [name for name in os.environ if name.startswith("CATCHALL_DESK_")]:
    del os.environ[_name]

django.setup()
