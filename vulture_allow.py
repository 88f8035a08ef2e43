"""Names that vulture takes for dead: called by a library, or part of a noun that others read.

Each line says who uses it. A function that nobody calls does not belong here: remove it.
"""

# click calls it to read an option's value
_.convert
# click calls it to list the commands in --help
_.format_commands
# rich calls it when the reader of the output is gone
_.on_broken_pipe
# the web server of the tests is called by its library
_.do_GET
_.log_message
# numpy reads it: an index in memory is never written to
_.writeable
# the enumeration's members are built from words: Outcome[word]
_.CLEAR
_.REVIEW
_.LICENCE
_.STOP
# report.html.j2 reads them
_.tried
_.goods_head
_.route
# fields of nouns: filled from the files, told in the docs and to whoever reads the lawbook
_.licence_requirement
_.not_names
_.publisher
_.text_hash
_.origin_country
_.authority
_.licence_of_list
# numba names what it keeps on disk by it
_.__qualname__
# intake.telegrams.schema writes the fields of a telegram out by name
_.prosign
_.julian_day
_.operating_signal
_.classification_letters
_.transmission_identifier
_.security_line
_.executive_order
_.declassify_on
_.declassify_as_written
_.serial_as_written
# allauth asks it, and names its arguments
_.is_reauthentication_required
kwargs
sociallogin
authenticator
# Django calls or reads it by the name in the settings
SignedIn
_.process_response
_.DESK_COUNTRY
# the settings, which vulture does not read, call it
provider_origin
# rows keep it for whoever looks into the matter later
_.made_at
_.queued_at
# models make an index of it
_.next_at
# the web server of the desk asks it
_.load_config
# the web server of a test calls it
_.do_POST
# settings of Django and its test client
_.ROOT_URLCONF
_.enforce_csrf_checks
_.SESSION_COOKIE_AGE
_.ALLAUTH_TRUSTED_PROXY_COUNT
_.SOCIALACCOUNT_PROVIDERS
# the migrations, which vulture does not read, call it
build_records
# the settings of Django name it
Around
# django-ninja calls them
_.parse_body
_.get_cache_key
# pydantic reads it; schemas name what the API answers
_.model_config
_.what_to_do
_.suggestions
_.intact
# OpenAPI tells of the header, which wire.tagged reads
if_none_match
# a fixture that is asked for what it does
sqlite_fresh
# Django's urls name them
handler403
handler404
handler500
# pytest reads it
pytestmark
# Django finds them by name
Web
handler403
handler404
handler500
# templates of the desk's pages read them
_.thick
_.source_title
_.target_title
_.target_kind
_.tall
_.party_href
_.source_href
_.first_page
_.mode
_.departed
_.approved_by
_.joinable
_.label_x
_.voyage
# a fixture that another needs, and the web server of a test
sqlite_fresh
_.daemon_threads
# Django finds an app by its configuration
Jobs
Store
