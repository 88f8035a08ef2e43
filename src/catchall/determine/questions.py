"""How a fact is asked for when several rules wait for it. In: a column; out: its question.

A rule that alone waits for a column asks in its own words. No rule or limit is told here.
"""

ROLE_NAMES = {
    "consignee": "the consignee", "end_user": "the end user", "exporter": "the exporter",
    "intermediary": "the intermediary", "notify_party": "the notify party",
    "forwarder": "the forwarder", "carrier": "the carrier", "payer": "the payer",
    "manufacturer": "the manufacturer", "bank": "the bank",
    "vessel_operator": "the operator of the ship", "vessel": "the ship",
}  # fmt: skip

TEXTS = {
    "parameters": "What are the technical parameters of the goods: material, model and values?",
    "description": "What are the goods: kind, material, model and technical parameters?",
    "hs_code": "What is the customs code of the goods?",
    "destination_country": "What is the country of final destination?",
    "exporter_knowledge": (
        "What does the exporter know of the end use - informed by the authority, aware, "
        "grounds to suspect, or none - and of which use (wmd, military, "
        "military_parts, surveillance)?"
    ),
    "transit_ports": "Which ports does the shipment pass?",
    "discharge_port": "At which port are the goods unloaded?",
    "loading_port": "At which port are the goods loaded?",
    "vessel_imo": "Which ship carries the goods (IMO number)?",
    "vessel_flag": "Under which flag does the ship sail?",
    "bank_country": "In which country is the bank?",
    "payer_country": "In which country is the payer?",
    "order_date": "On which day were the goods ordered?",
    "date": "On which day are the goods shipped?",
    "delivery_date": "When are the goods delivered?",
    "stated_end_use": "What will the goods be used for?",
    "payment_terms": "How and when are the goods paid for?",
    "incoterm": "On which terms of delivery are the goods sold?",
    "quantity": "How many, or how much, of the goods are sent?",
    "value": "What are the goods worth, and in which currency?",
    **{role: f"Who is {name}?" for role, name in ROLE_NAMES.items()},
    **{f"{role}_country": f"In which country is {name}?" for role, name in ROLE_NAMES.items()},
    **{
        f"{role}_address": f"What is the address of {name}?"
        for role, name in ROLE_NAMES.items()
    },
}

_OF_GOODS = frozenset(("parameters", "hs_code", "quantity", "value"))

OWN_WORDS = frozenset(("judgement", "identity", "owners"))
"""What is asked anew each time: such questions are never put together."""


def text(column: str, otherwise: str) -> str:
    """The question for this column; ``otherwise`` when no words are held for it.

    >>> text("consignee_country", ""), text("something", "What?")
    ('In which country is the consignee?', 'What?')
    """
    return TEXTS.get(column, otherwise)


def worded(column: str, asks: str, columns: int) -> str:
    """The question of one rule that waits for so many columns: its own words for one alone.

    What the goods are is never asked in the words of a rule about something else.
    """
    return asks if columns == 1 and column not in _OF_GOODS else text(column, asks)
