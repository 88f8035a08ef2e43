"""What is known of a characteristic."""

import pytest

from catchall.classify.parameters import known


@pytest.fixture
def value(lawbook, goods):
    def got(name, text="", **params):
        return known(goods(text, **params), lawbook.characteristics[name])

    return got


def test_given_parameters_come_before_the_text(value):
    assert value("volume_total", "reactor 50 L", volume_total="500 L").value.low == 500


@pytest.mark.parametrize(
    ("name", "text", "low"),
    [
        ("volume_total", "reactor of 3 m3", 3000),
        ("axes", "three-gimbal flight table", 3),
        ("axes", "2 axis table", 2),
        ("programmable_axes", "winder, 4 axes", 4),
        ("iso492_class", "bearing ABEC 7", 4),
        ("outer_d", "rod dia 80 mm, 3 m", 80),
        ("frequency", "three-phase 800 Hz spindle drive", 800),
        ("position_accuracy", "accuracy 3 arcsec", 3),
    ],
)
def test_numbers_are_read_next_to_their_words(value, name, text, low):
    assert value(name, text).value.low == low


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("volume_total", "reactor 500 L, jacket 80 L"),
        ("outer_d", "rod 80 mm"),
        ("frequency", "drive 50 Hz"),
        ("axes", "table"),
        ("iso492_class", "bearing ABEC 7 or ABEC 9"),
        ("nc_capable", "hand operated CNC machine"),
    ],
)
def test_what_is_not_clear_is_not_known(value, name, text):
    assert value(name, text).value is None


@pytest.mark.parametrize(
    ("given", "why"),
    [(80, "no unit"), ("80", "no unit"), ("80 kg", "does not measure"), ("big", "no number"),
     ([], "no number")],
)  # fmt: skip
def test_a_parameter_that_cannot_be_used_says_why(value, given, why):
    got = value("outer_d", outer_d=given)
    assert got.value is None
    assert why in got.why


@pytest.mark.parametrize("name", ["d", "diameter", "cylinder_d"])
def test_a_parameter_has_other_names(value, name):
    assert value("cylinder_d", **{name: "120 mm"}).value.low == 120


@pytest.mark.parametrize(
    ("given", "wanted"), [(True, True), ("yes", True), ("No", False), ("maybe", None)]
)
def test_yes_and_no_are_read(value, given, wanted):
    assert value("nc_capable", nc_capable=given).value is wanted


def test_words_are_mapped_or_unknown(value):
    assert value("wetted_material", wetted_material="Hastelloy C-276").value == {"nickel_gt40"}
    assert value("wetted_material", wetted_material=["tantalum", "Titanium"]).value == {
        "tantalum",
        "titanium",
    }
    assert value("wetted_material", wetted_material="unobtainium").value is None
    assert value("wetted_material", "glass-lined vessel").value == {"glass_lined"}


def test_the_longer_words_of_a_value_hide_the_shorter(value):
    assert value("wetted_material", "silicon carbide tubes").value == {"silicon_carbide"}


def test_a_class_is_read_from_a_parameter(value):
    assert value("iso492_class", iso492_class="ABEC-9").value.low == 2
    assert value("iso492_class", iso492_class=4).value.low == 4
