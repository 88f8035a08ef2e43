"""Compilation without a place to keep what was compiled."""

from catchall.names import jit


def _twice(number):
    return 2 * number


def test_without_a_cache_folder_it_is_compiled_in_memory(monkeypatch):
    compiled = jit._machine_code

    def refuse(function, **options):
        if options.get("cache"):
            raise RuntimeError("no locator available")
        return compiled(function, **options)

    monkeypatch.setattr(jit, "_machine_code", refuse)
    assert jit.compiled(_twice)(4) == 8
