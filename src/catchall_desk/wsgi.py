"""The desk as a WSGI application. In: the environment; out: ``application``."""

import os

from django.core.wsgi import get_wsgi_application

from catchall.cli.surroundings import home
from catchall_desk import environment

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "catchall_desk.settings")
# every worker process must read the same key
environment.prepare(home())
application = get_wsgi_application()
