"""Every list format that is recognised by its content. In: nothing; out: ``READERS``."""

from catchall.intake.watchlists import (
    bis_dpl,
    cn_lists,
    entities_json,
    ftm_json,
    meti_ban,
    meti_end_user,
    moha_xml,
    ofac_advanced,
    ofac_csv,
    ofac_xml,
    opensanctions_csv,
    own,
    un_xml,
    us_csl,
)
from catchall.intake.watchlists.entry import Reader

READERS: tuple[Reader, ...] = (
    ofac_xml.READER,
    ofac_advanced.READER,
    un_xml.READER,
    meti_ban.READER,
    moha_xml.READER,
    entities_json.READER,
    ftm_json.READER,
    us_csl.JSON_READER,
    us_csl.CSV_READER,
    bis_dpl.READER,
    opensanctions_csv.READER,
    cn_lists.READER,
    meti_end_user.READER,
    own.READER,
    ofac_csv.READER,
)
"""Tried in this order; the first that recognises the content reads it."""
