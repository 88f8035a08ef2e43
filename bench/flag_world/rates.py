"""How often ordinary trade does what a flag looks at. In: nothing; out: ``RATES``.

Each rate is the share of shipments (or of firms) and says where it comes from. No statistic is
held for most of them: those are our own estimates, made so that an error would rather raise a
flag too often than too seldom.
"""

from typing import NamedTuple


class Rate(NamedTuple):
    """A share of all shipments or firms, with its reason."""

    share: float
    what: str
    why: str


OWN = "own estimate"
RATES: dict[str, Rate] = {
    "hub": Rate(
        0.15,
        "shipments to a consignee in a transit hub",
        "the hubs take about a tenth of world imports (from memory); a desk sees more",
    ),
    "end_user_elsewhere": Rate(
        0.12, "consignees who are wholesalers for another end user", OWN
    ),
    "end_user_unnamed": Rate(0.25, "shipments whose papers name no end user", OWN),
    "end_user_abroad": Rate(
        0.15, "of those other end users, in a third country", f"{OWN}: regional distributors"
    ),
    "intermediary": Rate(0.08, "shipments with a trader or agent between", OWN),
    "intermediary_abroad": Rate(0.4, "of those agents, in a third country", OWN),
    "forwarder_consignee": Rate(
        0.015, "shipments consigned to the buyer's forwarder", f"{OWN}: groupage"
    ),
    "same_forwarder": Rate(
        0.005, "shipments whose end user is a carrier buying for itself", f"{OWN}: spares"
    ),
    "notify_other": Rate(0.25, "shipments that notify a forwarder or bank, not the buyer", OWN),
    "notify_abroad": Rate(0.08, "of those, in a third country", OWN),
    "payer_other": Rate(
        0.05, "shipments paid by another firm than the buyer", f"{OWN}: groups, factoring"
    ),
    "payer_abroad": Rate(
        0.6, "of those payers, in a third country", f"{OWN}: group treasuries"
    ),
    "payer_in_hub": Rate(
        0.35, "of the payers abroad, in a hub", f"{OWN}: treasuries sit in AE, SG, HK"
    ),
    "bank_abroad": Rate(0.05, "shipments whose bank is in a country of no party", OWN),
    "bank_in_hub": Rate(0.4, "of those banks, in a hub", OWN),
    "prepaid": Rate(
        0.15, "shipments paid in cash or wholly in advance", f"{OWN}: usual with new buyers"
    ),
    "transit_hub": Rate(
        0.2, "sea shipments transhipped at a hub", "a quarter of boxes is transhipped (memory)"
    ),
    "gateway": Rate(
        0.04, "shipments discharged in another country", f"{OWN}: landlocked buyers, gateways"
    ),
    "buyers_ship": Rate(
        0.35, "sales FOB, FCA, FAS or EXW", f"{OWN}: buyers of volume book the ship themselves"
    ),
    "ship_to_proscribed": Rate(
        0.05, "ships at a hub whose next ports hold a proscribed one", f"{OWN}: feeder lines"
    ),
    "ship_of_proscribed": Rate(0.005, "ships at a hub flagged or run from there", OWN),
    "imo_typo": Rate(0.004, "IMO numbers with a digit mistyped", OWN),
    "flag_stale": Rate(
        0.015, "papers with a ship's flag of yesterday", f"{OWN}: flags change every few years"
    ),
    "ship_renamed": Rate(0.01, "papers with a ship's old name", f"{OWN}: sold ships"),
    "vague_delivery": Rate(0.03, "delivery 'to be advised' or the like", OWN),
    "delivery_period": Rate(0.12, "delivery told as a period: weeks after order", OWN),
    "high_priority": Rate(
        0.06, "goods under a common high priority code", "chips alone are 5 % of trade (memory)"
    ),
    "listed_goods": Rate(0.01, "goods that meet an entry, with a licence", OWN),
    "certificate": Rate(
        0.8, "high priority or listed goods with a certificate", f"{OWN}: usual, not required"
    ),
    "clause_lacking": Rate(0.08, "certificates that lack a clause, signer or day", OWN),
    "certificate_expired": Rate(0.02, "certificates that had expired", OWN),
    "use_stated": Rate(0.55, "shipments that state an end use", OWN),
    "use_evasive": Rate(
        0.12, "of those, with words that say nothing", f"{OWN}: 'for resale' is what shops do"
    ),
    "use_small": Rate(0.03, "of those, samples or laboratory", OWN),
    "generic_text": Rate(0.02, "descriptions of two empty words", f"{OWN}: 'spare parts'"),
    "code_wrong": Rate(
        0.02, "codes of another chapter than the goods", "codes are often wrong (memory)"
    ),
    "unit_wrong": Rate(0.003, "quantities in thousands or dozens of the unit named", OWN),
    "weight_wrong": Rate(0.003, "weights in tonnes written as kilograms, or pounds", OWN),
    "young_firm": Rate(
        0.12, "buyers founded since 2022-02", "one firm in ten is new a year; they trade less"
    ),
    "crowded": Rate(
        0.04, "buyers at an address of five firms or more", f"{OWN}: three times that in hubs"
    ),
    "virtual_office": Rate(0.01, "buyers with a virtual or flexible office", OWN),
    "free_zone": Rate(0.35, "buyers in AE, JO, OM, PA that sit in a free zone", OWN),
    "no_warehouse": Rate(0.25, "of the buyers in a free zone, without a store", OWN),
    "free_mail": Rate(0.18, "buyers who write from a free mail address", OWN),
    "registered": Rate(0.8, "buyers of which the table of parties knows the row", OWN),
    "renamed": Rate(0.03, "registered buyers with a former name", f"{OWN}: mergers, new forms"),
    "owners_known": Rate(0.3, "registered buyers with owners named", OWN),
    "odd_sector": Rate(
        0.02, "buyers whose sector has no use of the goods", f"{OWN}: wholesalers, hotels"
    ),
    "military_user": Rate(0.002, "shipments of food, tyres and beds to armed forces", OWN),
    "measured": Rate(0.003, "buyers with an old fine, warning or seizure", OWN),
    "refused": Rate(0.001, "buyers another government refused once", OWN),
}
"""Name to share, what it is a share of, and why."""
