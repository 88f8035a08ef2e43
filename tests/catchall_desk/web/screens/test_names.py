"""A name is looked up in every list in force, and what is weak stands apart."""


def test_the_empty_form_teaches(ana):
    assert "One name against every list in force." in ana.get("/names/").content.decode()


def test_a_hit_is_told_with_list_and_reason(ana, engine_ready):
    page = ana.post("/names/", {"name": "Kivrox Pumps Ltd"}).content.decode()
    assert "KIVROX PUMPS LIMITED" in page
    assert "exercise of 2026-11-21" in page
    assert "1 hit" in page


def test_what_is_no_name_is_never_told_as_no_hit(ana, engine_ready):
    page = ana.post("/names/", {"name": "..."}).content.decode()
    assert "Not looked up:" in page


def test_what_is_wrong_is_told_with_what_to_do(ana, engine_ready):
    for sent, said in (
        ({"name": ""}, "No name was typed"),
        ({"name": "Alder", "country": "Atlantis"}, "Atlantis is no country"),
        ({"name": "Alder", "born": "69"}, "69 is no year"),
    ):
        answer = ana.post("/names/", sent)
        assert answer.status_code == 422
        assert said in answer.content.decode()


def test_without_a_list_nothing_is_looked_up(ana):
    answer = ana.post("/names/", {"name": "Alder"})
    assert answer.status_code == 503
    assert "Nothing was looked up" in answer.content.decode()
