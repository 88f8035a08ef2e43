"""Parties and links for other tools. In: a view; out: FollowTheMoney entities, line by line."""

from collections.abc import Iterator

from catchall_desk.cases.fold import File, standing
from catchall_desk.cases.naming import names_of
from catchall_desk.jobs.ftm import Link, lines
from catchall_desk.store.models import FileRow
from catchall_desk.store.view import View


def ftm_lines(view: View) -> Iterator[bytes]:
    """Every party that the reader may see, and the links among them."""
    files = list(parties(view))
    links = [Link(file.id, event) for file in files for event in standing(file, "link")]
    return lines([names_of(file) for file in files], links)


def parties(view: View) -> Iterator[File]:
    """Every party, in the order of their ids."""
    rows = view.rows(FileRow.objects).filter(kind="party").order_by("stream")
    for stream in rows.values_list("stream", flat=True):
        file = view.file(str(stream))
        if file is not None:
            yield file
