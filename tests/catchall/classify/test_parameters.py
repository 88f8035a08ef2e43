"""What is known of a characteristic."""

import pytest

from catchall.classify.parameters import known


@pytest.fixture
def value(lawbook, goods):
    def got(name, text="", **params):
        return known(goods(text, **params), lawbook.characteristics[name])

    return got


def test_a_parameter_that_agrees_with_the_text_is_used(value):
    assert value("volume_total", "reactor 0.5 m3", volume_total="500 L").value.low == 500
    assert value("bulk_density", "graphite 1,720 kg/m3", density="1.72 g/cm3").value.low


@pytest.mark.parametrize(
    ("name", "text", "given", "why"),
    [
        ("volume_total", "glass lined reactor 5000 L", "50 L",
         "the text says 5000 L, the parameter says 50 L"),
        ("nc_capable", "CNC lathe", "no", "says yes, the parameter says no"),
        ("wetted_material", "tantalum lined vessel", "copper",
         "the text says tantalum, the parameter says copper"),
        ("iso492_class", "bearing ABEC 9", "6", "the text says"),
    ],
)  # fmt: skip
def test_text_and_parameter_that_contradict_are_not_known(value, name, text, given, why):
    got = value(name, text, **{name: given})
    assert got.value is None
    assert why in got.why


@pytest.mark.parametrize(
    ("name", "given"),
    [("outer_d", "-75 mm"), ("pressure_max", "-200 MPa"), ("contouring_axes", -5),
     ("uts_capable_293K", "-900 MPa"), ("temp_max", "-300 degC")],
)  # fmt: skip
def test_a_number_below_what_can_be_is_not_known(value, name, given):
    got = value(name, **{name: given})
    assert got.value is None
    assert "is below" in got.why


def test_a_dash_before_a_number_of_the_text_never_decides(value):
    assert value("outer_d", "rod dia -80 mm").value is None
    assert value("temp_max", temp_max="-20 degC").value.low == -20


def test_a_size_the_goods_do_not_have_is_said_in_a_word_never_as_0(value):
    assert value("tube_id", tube_id=" None ").value.low == 0
    zero = value("tube_id", tube_id="0 mm")
    assert zero.value is None
    assert '"none"' in zero.why
    assert value("outer_d", outer_d="none").value is None


def test_no_size_of_one_form_says_nothing_of_another(value):
    assert value("tube_id", cylinder_d="none").value is None


def test_a_size_of_the_piece_is_not_the_size_of_its_grains(value):
    assert value("grain_size", "graphite block 150 mm").value is None
    assert value("grain_size", "graphite block 150 mm, 20 micron").value.low == 20


@pytest.mark.parametrize("name", ["OUTER_D", " outer_d ", "Diameter"])
def test_names_of_parameters_are_read_in_any_case(value, name):
    assert value("outer_d", **{name: "75 mm"}).value.low == 75


def test_a_parameter_given_twice_with_two_values_is_not_known(value):
    assert value("outer_d", outer_d="75 mm", Outer_D="50 mm").value is None


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


def test_a_number_in_the_same_statement_goes_before_one_across_a_comma(goods, lawbook):
    found = known(goods("sleeve, bore 150 mm, wall 3 mm"), lawbook.characteristics["wall"])
    assert float(found.value.high) == 3


def test_each_characteristic_is_read_once(goods, lawbook):
    item, about = goods("sleeve, wall 3 mm"), lawbook.characteristics["wall"]
    assert known(item, about) is known(item, about)
