"""Every list format that is recognised by its content. In: nothing; out: ``READERS``."""

from catchall.intake.watchlists import (
    au_dfat,
    bis_dpl,
    canada_sema,
    ch_seco,
    entities_json,
    eu_annexes,
    eu_csv,
    eu_xml,
    meti_ban,
    ofac_advanced,
    ofac_csv,
    ofac_xml,
    uk_csv,
    uk_xml,
    un_xml,
    us_csl,
)
from catchall.intake.watchlists.entry import Reader

READERS: tuple[Reader, ...] = (
    ofac_xml.READER,
    ofac_advanced.READER,
    un_xml.READER,
    eu_xml.READER,
    eu_csv.READER,
    eu_annexes.READER,
    uk_xml.READER,
    uk_csv.READER,
    uk_csv.OFSI_READER,
    canada_sema.READER,
    ch_seco.READER,
    au_dfat.READER,
    meti_ban.READER,
    entities_json.READER,
    us_csl.JSON_READER,
    us_csl.CSV_READER,
    bis_dpl.READER,
    ofac_csv.READER,
)
"""Tried in this order; the first that recognises the content reads it."""
