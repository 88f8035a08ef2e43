"""Letters in a picture; the engine is stood in for where it is not installed."""

import pytest
from tests.catchall.intake.documents.sample import LIMITS

from catchall.errors import InputError
from catchall.intake.documents import letters
from catchall.intake.documents.writer import Writer


def test_lines_keep_their_box_and_confidence(monkeypatch):
    low = [[[10, 50], [90, 50], [90, 60], [10, 60]], "SECOND", 0.9]
    high = [[[10, 20], [90, 20], [90, 30], [10, 30]], "EXERCISE", 0.95]
    monkeypatch.setattr(letters, "_engine", lambda: lambda _picture: ([low, high], 0))
    writer = Writer("a", LIMITS)
    writer.page()
    letters.put(writer, None, 0.5)
    told = writer.done()
    assert told.text == "EXERCISE\nSECOND\n"
    assert (told.places[0].box, told.places[0].confidence) == ((5, 10, 45, 15), 0.95)


def test_a_picture_without_letters_says_so(monkeypatch):
    monkeypatch.setattr(letters, "_engine", lambda: lambda _picture: (None, 0))
    writer = Writer("a", LIMITS)
    letters.put(writer, None, 1)
    assert writer.rejects[0].reason == "no letters were found in it"


class _Reader:
    """Stands for the picture library: ``wide`` dots, or no picture."""

    uint8, IMREAD_COLOR = None, None

    def __init__(self, wide):
        self.wide = wide

    def frombuffer(self, data, _kind):
        return data

    def imdecode(self, _data, _how):
        return type("Picture", (), {"shape": (100, self.wide, 3)}) if self.wide else None


@pytest.mark.parametrize(("wide", "why"), [(0, "damaged picture"), (10**7, "too many dots")])
def test_a_picture_that_cannot_be_read_is_refused(monkeypatch, wide, why):
    monkeypatch.setattr(letters.extras, "library", lambda _name: _Reader(wide))
    with pytest.raises(InputError, match=why):
        letters.parse(b"", "a.png", LIMITS)


def test_a_picture_is_a_page(monkeypatch):
    monkeypatch.setattr(letters.extras, "library", lambda _name: _Reader(200))
    monkeypatch.setattr(
        letters, "put", lambda writer, _picture, _scale: writer.write("EXERCISE")
    )
    told = letters.parse(b"", "a.png", LIMITS)
    assert (told.pages[0].width, told.text) == (72, "EXERCISE")


def test_the_engine_reads_a_drawn_word():
    pytest.importorskip("rapidocr_onnxruntime", reason="the extra ocr is not installed")
    cv2, numpy = pytest.importorskip("cv2"), pytest.importorskip("numpy")
    picture = numpy.full((100, 400, 3), 255, numpy.uint8)
    cv2.putText(picture, "EXERCISE", (20, 60), cv2.FONT_HERSHEY_SIMPLEX, 1.5, (0, 0, 0), 3)
    data = cv2.imencode(".png", picture)[1].tobytes()
    assert letters.parse(data, "a.png", LIMITS).text == "EXERCISE\n"
