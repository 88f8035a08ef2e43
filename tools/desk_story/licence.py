"""The chapters of the licence: denied by a partner, granted after consultation, breached."""

from pathlib import Path
from typing import Any

from desk_story.lists import confirm
from desk_story.teller import Teller

SHARED = "UNCLASSIFIED//REL TO USA, DEU, GBR"
TWO = {"amount": "2", "unit": "pieces"}
PUMP = "vacuum pump, oil free, 40 m3/h, helium leak rate 1e-9"


class Licence:
    """The files of the tale, as they come to be, and the chapters of the licence."""

    def __init__(self, teller: Teller, home: Path) -> None:
        self.t, self.home = teller, home
        self.parties: dict[str, str] = {}

    def party(self, name: str, country: str, *, marking: str = SHARED) -> str:
        """A party with its country."""
        stream = self.t.open(
            "ana", "parties", f"<{name}>", marking, name=name, schema="company"
        )
        source = {"text": "company register"}
        self.t.step(
            "ana",
            f"parties/{stream}",
            "claim",
            property="country",
            value=country,
            source=source,
            marking=marking,
        )
        self.parties[name] = stream
        return stream

    def licence(self) -> None:
        """Blocked by a partner's identical denial until the consultation lapses."""
        t = self.t
        t.chapter(
            "A licence that a partner denied",
            "A firm applies for a licence. A partner has denied the like, so the kernel asks "
            "for a consultation first.",
        )
        self.buyer = self.party("Corvane Research", "TR")
        seller = self.parties["Brakel Vakuumtechnik"]
        roles = [
            {"role": "exporter", "party": seller},
            {"role": "consignee", "party": self.buyer},
            {"role": "end_user", "party": self.buyer},
        ]
        goods = {
            "line": "1",
            "description": PUMP,
            "entries": ["2B231"],
            "quantity": TWO,
        }
        self.denial = t.open(
            "ben",
            "denials",
            "<denial>",
            SHARED,
            whose="partner",
            denied_by="GBR",
            regime="nsg",
            reference="X-26-17",
            roles=[{"role": "end_user", "party": self.buyer}],
            lines=[goods],
            reason="Risk of diversion.",
            catch_all=False,
            denied="2026-01-12",
            review_by="2029-01-12",
        )
        t.step("ben", f"denials/{self.denial}", "notify")
        self.application = t.open(
            "ana",
            "applications",
            "<application>",
            SHARED,
            summary="Two pumps for Corvane",
            licence_type="individual",
            roles=roles,
            lines=[goods],
            destination="TR",
            law="eu",
            needs_certificate=True,
            end_use="coating of lenses",
        )
        place = f"applications/{self.application}"
        t.step("ana", place, "register")
        t.step("otto", place, "classified", line="1", entries=["2B231"])
        self.certified(roles, goods)
        t.screen()
        told = t.step("ben", place, "approve", 409)
        t.expect("X-26-17" in str(told) or "consult" in str(told), f"told {told}")
        self.consult(place)

    def certified(self, roles: list[dict[str, Any]], goods: dict[str, Any]) -> None:
        """The certificate that the licence needs: received, and confirmed by its issuer."""
        t = self.t
        self.certificate = t.open(
            "ana",
            "certificates",
            "<certificate>",
            SHARED,
            kind="end_user_certificate",
            number="TR-EUC-88",
            issuer={"government": "TUR"},
            signer="end_user",
            signatory=self.buyer,
            signer_title="director",
            signed="2026-03-24",
            roles=roles[1:],
            lines=[{name: goods[name] for name in ("line", "description", "quantity")}],
            end_use="coating of lenses",
            clauses=[
                {"clause": "use_stated", "state": "yes"},
                {"clause": "no_wmd_use", "state": "yes"},
                {"clause": "no_transfer", "state": "yes"},
                {"clause": "end_user_named", "state": "yes"},
                {"clause": "signed_with_authority", "state": "yes"},
            ],
            covers=[self.application],
        )
        place = f"certificates/{self.certificate}"
        t.step("ana", place, "receive")
        confirmed = {
            "authenticated_by": {"government": "TUR"},
            "authenticated_channel": "embassy",
        }
        t.step("otto", place, "authenticate", set=confirmed)

    def consult(self, place: str) -> None:
        """The consultation is sent, and lapses: silence means that it is not identical."""
        t = self.t
        request = t.open(
            "lia",
            "requests",
            "<consultation>",
            SHARED,
            kind="consultation.eu",
            from_={"government": "USA"},
            to={"government": "GBR"},
            points=[{"number": "1", "text": "Is it essentially identical?"}],
            due="2026-04-10",
            silence_means="not_identical",
            denial=self.denial,
            application=self.application,
        )
        asked = f"requests/{request}"
        t.step("lia", asked, "submit")
        t.step("ben", asked, "approve")
        t.step("lia", asked, "send")
        t.say("Ten working days pass without an answer. Silence means: not identical.")
        t.later(days=21)
        confirm(self.home, t.now)
        t.step("lia", asked, "lapse")
        t.step(
            "otto", place, "consulted", denial=self.denial, request=request, outcome="silent"
        )
        t.screen()
        t.step("ben", place, "approve")
        state = t.get("ben", f"/{place}")["state"]
        t.expect(state == "licensed", f"state {state}")

    def breach(self) -> None:
        """The goods were not where the certificate says."""
        t = self.t
        t.chapter(
            "A certificate is breached",
            "The licence relies on the certificate. A visit finds the pumps gone.",
        )
        place = f"certificates/{self.certificate}"
        t.step("ana", place, "rely")
        t.later(days=60)
        t.step("otto", place, "breach")
        state = t.get("ana", f"/{place}")["state"]
        t.expect(state == "breached", f"state {state}")
