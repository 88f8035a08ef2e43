"""What the child gives up, and what it answers."""

import resource

import orjson
import pytest
from tests.catchall.intake.documents.sample import LIMITS, MAIL

from catchall.errors import InputError
from catchall.intake.documents import mail, worker
from catchall.intake.documents.wire_form import unpacked


def test_the_child_gives_up_time_memory_files_and_network(monkeypatch):
    held, hooks, apart = {}, [], []
    library = type("C", (), {"unshare": staticmethod(apart.append)})
    monkeypatch.setattr(
        worker.resource, "setrlimit", lambda what, most: held.update({what: most})
    )
    monkeypatch.setattr(worker.sys, "addaudithook", hooks.append)
    monkeypatch.setattr(worker.sys, "platform", "linux")
    monkeypatch.setattr(worker.ctypes, "CDLL", lambda _name: library)
    worker.confine(7, 1 << 40)
    assert held[resource.RLIMIT_CPU] == (7, 7)
    assert held[resource.RLIMIT_FSIZE] == (0, 0)
    assert (hooks, apart) == ([worker.barred], [worker.NO_NETWORK])


def test_a_limit_that_the_system_does_not_know_is_left(monkeypatch):
    def refuse(_what, _most):
        raise ValueError

    monkeypatch.setattr(worker.resource, "setrlimit", refuse)
    worker._hold(resource.RLIMIT_AS, 1)


def test_a_socket_or_a_program_is_refused():
    worker.barred("open", ())
    for event in ("socket.connect", "subprocess.Popen", "os.system"):
        with pytest.raises(PermissionError, match=event):
            worker.barred(event, ())


def test_the_answer_is_the_document():
    assert "Invented words." in unpacked(worker.answer("mail", "a", MAIL, LIMITS)).text


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (InputError("a", "is damaged", "Ask."), "is damaged"),
        (MemoryError(), "needs more memory than is allowed"),
        (RecursionError(), "is nested too deeply"),
    ],
)
def test_a_fault_of_the_document_is_an_answer(monkeypatch, fault, told):
    def parse(*_given):
        raise fault

    monkeypatch.setattr(mail, "parse", parse)
    assert orjson.loads(worker.answer("mail", "a", b"", LIMITS))["problem"] == told
