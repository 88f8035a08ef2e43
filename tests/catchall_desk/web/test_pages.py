"""What every page has."""

import re


def test_every_page_carries_its_marking_twice_and_no_inline_script_or_style(ana):
    for address in (
        "/",
        "/queue/",
        "/files/party/",
        "/search/",
        "/files/case/new/",
        "/account/",
    ):
        page = ana.get(address).content.decode()
        assert page.count("banner level0") == 2, address
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=|<script(?! src)", page), address


def test_a_page_names_no_other_site(ana):
    page = ana.get("/files/case/").content.decode()
    assert re.findall(r"(?:src|href|action)=\"(?:https?:)?//", page) == []


def test_the_page_one_is_on_is_told(ana):
    page = ana.get("/queue/").content.decode()
    assert re.search(r'href="/queue/" aria-current="page"', page)
