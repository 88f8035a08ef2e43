"""One shipment shows every layer and its questions; two days give two answers by their law."""

import csv
import io
from pathlib import Path
from typing import Any

import orjson
import pytest

from catchall.cli.program import main

SHIPMENT = {
    "id": "T-1", "exporter": "Velm Export GmbH", "exporter_country": "DE",
    "consignee": "Orlo Freight Forwarding Ltd", "consignee_country": "SD",
    "consignee_address": "12 Mill Road, Khartoum",
    "end_user": "Orlo Dairy Works", "end_user_country": "SD",
    "description": "maraging steel rods, grade 300, ultimate tensile strength 2100 MPa",
    "parameters": '{"max_linear_dim": "1200 mm"}', "hs_code": "722830", "quantity": "80",
    "quantity_unit": "kg", "value": "9000", "currency": "EUR", "destination_country": "SD",
    "stated_end_use": "dairy machines", "exporter_knowledge": "suspects: nuclear",
    "licence_no": "L-7", "date": "2017-09-20",
}  # fmt: skip
LICENCE = {
    "licence_no": "L-7", "exporter": "Velm Export GmbH", "consignee":
    "Orlo Freight Forwarding Ltd", "destination_country": "SD", "entry": "NSG2-2.C.11",
    "quantity": "100", "quantity_unit": "kg", "status": "issued", "expires": "2030-01-01",
}  # fmt: skip
CERTIFICATE = {
    "certificate_no": "C-1", "shipment_id": "T-1", "end_user": "Orlo Dairy Works",
    "consignee": "Orlo Freight Forwarding Ltd", "goods": "milk pumps", "quantity": "50",
    "quantity_unit": "kg", "end_use": "hospital", "no_retransfer": "yes", "signer": "A. Orlo",
    "signer_role": "", "date": "2017-01-05", "expires": "2030-01-01",
}  # fmt: skip
EARLIER = {"id": "T-0", "licence_no": "L-7", "net_weight_kg": "30", "date": "2016-05-02"}
OWN = {"name": "Somebody Else Works", "id": "1", "country": "XX", "schema": "company"}


def table(folder: Path, name: str, row: dict[str, str]) -> Path:
    text = io.StringIO()
    writer = csv.DictWriter(text, list(row))
    writer.writeheader()
    writer.writerow(row)
    (folder / name).write_text(text.getvalue())
    return folder / name


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The words of the command: the shipment and its side tables; one invented list is held."""
    monkeypatch.setenv("CATCHALL_HOME", str(tmp_path / "home"))
    own = table(tmp_path, "own.csv", OWN)
    options = ["--source", "own", "--date", "2017-01-01", "--effect", "prohibited"]
    assert main(["watchlist", "add", "own", str(own), *options]) == 0
    side = {"licences": LICENCE, "certificates": CERTIFICATE, "history": EARLIER}
    words = [str(table(tmp_path, "orders.csv", SHIPMENT))]
    for name, row in side.items():
        words += [f"--{name}", str(table(tmp_path, f"{name}.csv", row))]
    return words


def screened(files: list[str], day: str, capfd: pytest.CaptureFixture[str]) -> dict[str, Any]:
    capfd.readouterr()
    main(["screen", *files, "--as-of", day, "--list-age", "1000000", "--json"])
    answer: dict[str, Any] = orjson.loads(capfd.readouterr().out.strip())
    return answer


def rules(answer: dict[str, Any], kind: str) -> set[str]:
    return {one["rule"] for one in answer["findings"] if one["kind"] == kind}


def test_one_answer_shows_list_catch_all_end_use_and_diversion_with_their_questions(
    files: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    answer = screened(files, "2026-11-20", capfd)
    assert "NSG2-2.C.11" in rules(answer, "goods")
    assert {"eu.CA09", "us.CA03_suspects"} <= rules(answer, "catch_all")
    certificate = {"guidance.certificate.other_goods", "guidance.certificate.other_use"}
    assert certificate <= rules(answer, "certificate")
    assert {"guidance.RF03", "guidance.RF46"} <= rules(answer, "flag")
    used = [one["why"] for one in answer["findings"] if "used before 30 in T-0" in one["why"]]
    assert used
    asked = {one["asks"] for one in answer["questions"]}
    assert "certificate.signer_role" in asked


def test_the_same_shipment_on_two_days_is_judged_by_the_law_of_each(
    files: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    before = screened(files, "2017-10-02", capfd)
    after = screened(files, "2026-11-20", capfd)
    cites = {
        one["citation"] for one in before["findings"] if one["rule"] == "us.embargo.destination"
    }
    assert cites
    assert all("2004-05-14" in cite for cite in cites)
    assert "us.embargo.destination" not in rules(after, "embargo")
    assert (before["outcome"], after["outcome"]) == ("stop", "licence")
