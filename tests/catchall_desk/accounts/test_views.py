"""One's own page."""


def test_one_sees_ones_own_attributes_and_sign_ins_alone(signed_in, ana, django_user_model):
    other = django_user_model.objects.create_user("bo", role="officer", country="GBR")
    other.sign_ins.create(at="2026-03-02T09:00Z", address="198.51.100.7", how="x", ok=True)
    text = signed_in.get("/account/").content.decode()
    assert "licensing" in text
    assert "198.51.100.7" not in text
