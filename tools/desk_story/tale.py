"""The tale: what happens, chapter by chapter. Every firm in it is invented.

A telegram becomes a case; a demarche is answered point by point; a licence waits for a
partner's denial; a certificate is breached; a fine follows; the firm comes back.
"""

from datetime import UTC, datetime

from desk_story.licence import PUMP, SHARED, TWO, Licence
from desk_story.lists import confirm

BEGINS = datetime(2026, 3, 2, 8, tzinfo=UTC)
OURS = "SECRET//NOFORN"


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
        """Two governments raise one case with two transactions."""
        t = self.t
        t.chapter(
            "A case, two transactions, two governments",
            "Two posts report pumps on the way to one buyer. Ana, an officer, opens the case.",
        )
        seller = self.party("Brakel Vakuumtechnik", "DE")
        buyer = self.party("Tarsin Instruments", "AE")
        maker = self.party("Holm Feinwerk", "GB")
        roles = [{"role": "exporter", "party": seller}, {"role": "consignee", "party": buyer}]
        goods = {
            "line": "1",
            "description": PUMP,
            "quantity": TWO,
        }
        self.first = t.open(
            "ana",
            "transactions",
            "<first>",
            SHARED,
            summary="Two pumps by sea",
            roles=roles,
            lines=[goods],
            destination="AE",
        )
        other = [{"role": "exporter", "party": maker}, {"role": "consignee", "party": buyer}]
        self.second = t.open(
            "ana",
            "transactions",
            "<second>",
            SHARED,
            summary="Spare rotors by air",
            roles=other,
            lines=[{"line": "1", "description": "rotors for vacuum pumps"}],
            destination="AE",
        )
        self.case_id = t.open(
            "ana",
            "cases",
            "<case>",
            SHARED,
            title="Pumps for Tarsin",
            kind="procurement",
            raised_by=["DEU", "GBR"],
            about="AE",
            subjects=[buyer],
            transactions=[self.first, self.second],
        )
        t.step("ana", f"cases/{self.case_id}", "take")
        t.say("What may not be shared goes into a note with a marking of its own.")
        t.step(
            "ana",
            f"cases/{self.case_id}",
            "note",
            text="A source says that the goods go on to a test site.",
            marking=OURS,
        )
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
            t.say(f"> {one['why']}")

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
