"""The tale: what happens, chapter by chapter. Every firm in it is invented.

A telegram becomes a case; a demarche is answered point by point; a licence waits for a
partner's denial; a certificate is breached; a fine follows; the firm comes back.
"""

from datetime import UTC, datetime
from typing import Any

from desk_story.licence import SHARED, Licence
from desk_story.lists import confirm

BEGINS = datetime(2026, 3, 2, 8, tzinfo=UTC)
OURS = "SECRET//NOFORN"


TELEGRAM = """EXERCISE EXERCISE EXERCISE
UNCLASSIFIED
R 011530Z MAR 26
FM AMEMBASSY EXERCISE
TO SECSTATE WASHDC
SUBJECT: EXERCISE - VACUUM PUMPS FOR TARSIN INSTRUMENTS

1. German officials informed us on February 27 that the German firm Brakel Vakuumtechnik GmbH
intends to ship two oil-free vacuum pumps to Tarsin Instruments FZE in the United Arab
Emirates. The pumps are suitable for a centrifuge programme.

2. On February 28 the British government reported that the firm Holm Feinwerk Ltd of the United
Kingdom had sold spare rotors for vacuum pumps to Tarsin Instruments FZE.

3. Post requests guidance.
"""
NAMES = {
    "case1.party1": "Brakel Vakuumtechnik",
    "case1.party2": "Holm Feinwerk",
    "case1.party3": "Tarsin Instruments",
    "case1.transaction1": "first",
    "case1.transaction2": "second",
    "case1.case": "case",
}


def sale(key: str, wrong: int, summary: str) -> dict[str, Any]:
    """The verdict on a transaction: ``wrong`` is the place of the seller who had no part."""
    edits = {"summary": summary, "destination": "AE"}
    return {"key": key, "says": "edited", "edits": edits, "rejects": [wrong]}


VERDICTS = [
    *(
        {"key": f"case1.party{number}", "says": "edited", "edits": {"schema": "company"}}
        for number in (1, 2, 3)
    ),
    sale("case1.transaction1", 3, "Two pumps by sea"),
    sale("case1.transaction2", 2, "Spare rotors by air"),
    {
        "key": "case1.case",
        "says": "edited",
        "edits": {"title": "Pumps for Tarsin", "raised_by": ["DEU", "GBR"], "about": "AE"},
    },
]


def proposed(one: dict[str, Any]) -> str:
    """A proposal as a line of the tale."""
    values = [
        f"{v['field']} {v['value']}" for v in one["values"] if isinstance(v["value"], str)
    ]
    return f"- {one['kind']}: {', '.join(values)}"


class Tale(Licence):
    """The whole tale, told by its chapters."""

    def told(self) -> str:
        """The whole tale, chapter by chapter; answers it as Markdown."""
        for chapter in (
            self.people,
            self.case,
            self.demarche,
            self.licence,
            self.breach,
            self.fine,
            self.return_of_the_firm,
            self.partner,
            self.auditor,
        ):
            confirm(self.home, self.t.now)
            chapter()
        return self.t.page()

    def people(self) -> None:
        """Who works at the desk."""
        t = self.t
        t.person("ana", "officer", office="desk one")
        t.person("otto", "officer", office="desk one")
        t.person("ben", "supervisor", office="desk one")
        t.person("lia", "liaison", office="liaison")
        t.person("pia", "partner", "DEU", office="posts")
        t.person("gwen", "partner", "GBR", office="posts")
        t.person("aud", "auditor", office="audit")
        t.person("adm", "administrator", level="U")

    def case(self) -> None:
        """A telegram's draft becomes a case with two transactions; two governments raise it."""
        t = self.t
        t.chapter(
            "A telegram becomes a case",
            "A post reports pumps on the way to one buyer. Ana, an officer, puts the message "
            "in; the desk reads it and proposes what to record. Nothing is recorded by itself.",
        )
        body = {"name": "exercise.txt", "text": TELEGRAM, "marking": SHARED}
        message = t.post("ana", "/messages", body)["id"]
        t.names[message] = "<message>"
        told = t.get("ana", f"/messages/{message}/proposals")
        t.say("What it proposes, each with its words in the text:")
        t.lines += ["", *(proposed(one) for one in told["proposals"])]
        t.say(
            "Ana accepts the parties, corrects who sent which goods, and says who raised it: "
            "the German and the British government."
        )
        made = t.post("ana", f"/messages/{message}/verdicts", {"said": VERDICTS})["judged"]
        streams = dict(zip((one["key"] for one in told["proposals"]), made, strict=True))
        for key, name in NAMES.items():
            stream = streams[key]["stream"]
            t.names[stream] = f"<{name}>"
            self.parties[name] = stream
        self.first, self.case_id = self.parties["first"], self.parties["case"]
        t.step("ana", f"cases/{self.case_id}", "take")
        t.say("What may not be shared goes into a note with a marking of its own.")
        t.step(
            "ana",
            f"cases/{self.case_id}",
            "note",
            text="A source says that the goods go on to a test site.",
            marking=OURS,
        )
        self.screening()

    def screening(self) -> None:
        """The desk screens by itself."""
        t = self.t
        t.say(
            "The desk screens every party in every role by itself. Nobody asks it to, and "
            "nobody can say it was done when it was not."
        )
        before = t.get("ana", f"/transactions/{self.first}")
        t.expect(before["screening"] == "not screened", f"told {before['screening']}")
        t.expect(t.screen() > 1, "the desk screened nothing")
        after = t.get("ana", f"/transactions/{self.first}")
        t.expect(after["screening"] == "screened", f"told {after['screening']}")
        t.expect(after["state"] == "screened", f"state {after['state']}")

    def demarche(self) -> None:
        """Cleared and sent; one point refused, one late."""
        t = self.t
        t.chapter(
            "A demarche, answered point by point",
            "Lia drafts it, Ben approves it, an office clears it; nobody approves his own.",
        )
        points = [
            {"number": "1", "text": "Stop the first shipment."},
            {"number": "2", "text": "Tell us who paid for it."},
            {"number": "3", "text": "Visit the seller."},
        ]
        self.request = t.open(
            "lia",
            "requests",
            "<demarche>",
            SHARED,
            kind="demarche",
            from_={"government": "USA"},
            to={"government": "DEU"},
            points=points,
            due="2026-03-20",
            silence_means="nothing",
            offices=["desk one"],
            case=self.case_id,
            about="AE",
        )
        place = f"requests/{self.request}"
        t.step("lia", place, "submit")
        t.step("lia", place, "approve", 403)
        t.step("ben", place, "approve")
        refused = t.step("lia", place, "send", 409)
        t.expect("desk one has not cleared" in str(refused), f"told {refused}")
        t.step("otto", place, "clearance", office="desk one", says="cleared")
        t.step("lia", place, "send")
        waiting = t.get("ana", f"/cases/{self.case_id}")["waiting_on"]
        t.expect("DEU" in str(waiting), f"waiting on {waiting}")
        self.answers(place)

    def answers(self, place: str) -> None:
        """What the partner says: in time, refused, and late."""
        t = self.t
        t.later(days=4)
        t.say("Pia answers for her government: one point accepted, one refused.")
        answers = [
            {"point": "1", "says": "will_act", "text": "Customs will hold it."},
            {"point": "2", "says": "refuses", "text": "Bank secrecy."},
        ]
        t.step("pia", place, "respond", by="DEU", answers=answers)
        t.step("lia", place, "part_answer")
        t.later(days=20)
        late = t.get("ana", "/queue?tab=sent")
        t.expect(self.request in str(late), f"queue {late}")
        t.say("The third answer is late: its day has passed, and the queue says so.")
        t.step("lia", place, "lapse")
        t.step("pia", place, "respond", by="DEU", answers=[{"point": "3", "says": "acted"}])
        t.step("lia", place, "answer")
        t.step("lia", place, "close")

    def fine(self) -> None:
        """A measure on the buyer."""
        t = self.t
        t.chapter("A fine", "The partner's customs fine the firm; the desk records it.")
        self.measure = t.open(
            "ana",
            "measures",
            "<fine>",
            SHARED,
            kind="fine",
            by={"government": "DEU"},
            on=[self.buyer],
            amount={"amount": "250000.00", "currency": "EUR"},
            reason="False end-use statement.",
            case=self.case_id,
        )
        t.step("ana", f"measures/{self.measure}", "impose")
        t.step("ana", f"measures/{self.measure}", "serve")

    def return_of_the_firm(self) -> None:
        """The same firm under another name."""
        t = self.t
        t.chapter(
            "The firm comes back under another name",
            "A new buyer has the telephone of the firm that was fined. The desk says so.",
        )
        phone = "+90 312 555 01 44"
        self.claims_phone(self.buyer, phone)
        again = self.party("Ostrava Optik Ticaret", "TR")
        self.claims_phone(again, phone)
        found = t.get("ana", f"/parties/{again}/recurrence")
        t.expect(self.measure in str(found), f"told {found}")
        t.lines += ["", "```", f"ana: GET /api/v1/parties/{again}/recurrence", "```"]
        for one in found["recurrences"]:
            t.say(f"> {'; '.join(one['why'])}")

    def claims_phone(self, party: str, phone: str) -> None:
        """A telephone number, from a letterhead."""
        self.t.step(
            "ana",
            f"parties/{party}",
            "claim",
            property="phone",
            value=phone,
            source={"text": "letterhead"},
            marking=SHARED,
        )

    def partner(self) -> None:
        """A partner sees only what it may."""
        t = self.t
        t.chapter(
            "What a partner sees",
            "Gwen reads the same case. The note is not there for her: not in the timeline, not "
            "in a count, not in a search.",
        )
        hers = t.get("gwen", f"/cases/{self.case_id}/timeline")["events"]
        ours = t.get("ana", f"/cases/{self.case_id}/timeline")["events"]
        t.expect(len(ours) == len(hers) + 1, f"{len(ours)} and {len(hers)}")
        t.expect(
            "test site" not in str(t.get("gwen", "/search?q=test+site")), "the note is found"
        )
        t.expect(t.get("adm", "/cases")["files"] == [], "the administrator sees a case")

    def auditor(self) -> None:
        """The chain verifies."""
        t = self.t
        t.chapter("The auditor", "Aud has the chain of all events verified.")
        told = t.get("aud", "/chain")
        t.expect(told == {"intact": True}, f"told {told}")
        t.lines += ["", "```", "aud: GET /api/v1/chain", '{"intact": true}', "```"]
