"""Goods are classified as a dialogue whose state is the address."""


def test_the_empty_page_teaches(ana):
    assert "never met and never failed" in ana.get("/goods/").content.decode()


def test_a_question_is_asked_and_its_answer_kept(ana, engine_ready):
    asked = {"text": "ball bearings, inner diameter 20 mm"}
    page = ana.get("/goods/", asked).content.decode()
    assert 'name="p.iso492_class"' in page
    assert "missing" in page
    page = ana.get("/goods/", {**asked, "p.iso492_class": "6 class"}).content.decode()
    assert 'value="6 class"' in page
    assert "2A001.a" in page


def test_goods_need_no_list(ana):
    page = ana.get("/goods/", {"text": "wheat bran pellets"}).content.decode()
    assert "Not listed" in page
