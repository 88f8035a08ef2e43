"""How the desk looks for one user."""


def test_a_choice_is_kept_and_the_user_goes_back(ana):
    answer = ana.post("/settings/", {"theme": "dark", "shortcuts": "off", "back": "/queue/"})
    assert answer.url == "/queue/"
    page = ana.get("/queue/").content.decode()
    assert 'data-theme="dark"' in page
    assert "keys.js" not in page


def test_nobody_is_sent_to_another_site(ana):
    answer = ana.post("/settings/", {"theme": "light", "back": "https://elsewhere.example/"})
    assert answer.url == "/"


def test_what_is_no_choice_is_not_kept(ana):
    assert "theme" not in ana.post("/settings/", {"theme": "<script>"}).cookies
