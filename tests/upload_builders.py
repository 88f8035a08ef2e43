"""Uploads of invented shipments."""

from tests.desk_builders import NOW, OFFICER, OPEN

from catchall_desk.jobs.models import Upload
from catchall_desk.jobs.uploads import running, states

HEADER = "id,line,exporter_name,exporter_country,consignee_name,consignee_country,description"
MORE = "quantity,quantity_unit,value,currency,order_date,destination_country,incoterm"
GOOD = (
    "{id},{line},Holm Feinwerk,DE,Quayside Pumps Trading,AE,Pump,"
    "2,pieces,10.50,EUR,{day},AE,FOB"
)


def row(number=1, line=1, day="2026-03-02") -> str:
    """One line of a file."""
    return GOOD.format(id=f"S-{number}", line=line, day=day)


def csv(*rows: str) -> bytes:
    """A file with these lines."""
    return "\n".join([f"{HEADER},{MORE}", *rows, ""]).encode()


def begun(*rows: str, actor=OFFICER, marking=OPEN) -> Upload:
    """An upload of these lines that waits for its check."""
    return states.begin(actor, states.Sent("pumps.csv", csv(*rows), marking), NOW)


def worked(upload: Upload, *wishes: str, actor=OFFICER) -> Upload:
    """The upload after the worker has done the check, and then what was wished."""
    running.work()
    for wish in wishes:
        upload.refresh_from_db()
        states.ask(actor, upload, wish, NOW)
        running.work()
    upload.refresh_from_db()
    return upload
