"""How a run ends: help, version, faults, interrupts and closed pipes."""

import runpy
import subprocess
import sys

import pytest

from catchall.cli import program, screen
from catchall.cli.program import main


def failing(error: BaseException):
    def run(_job, *, progress):
        raise error

    return run


@pytest.mark.parametrize("words", [[], ["--help"], ["names"], ["screen", "-h"]])
def test_who_asks_what_there_is_gets_told(call, words):
    told = call(*words)
    assert (told.status, told.err) == (0, "")
    assert told.out.startswith("Usage: catchall")


def test_every_command_has_its_help_and_every_option_a_sentence():
    def commands(one):
        return [
            one,
            *[each for sub in getattr(one, "commands", {}).values() for each in commands(sub)],
        ]

    for command in commands(program.program):
        assert command.help
        assert not [
            o.name for o in command.params if o.param_type_name == "option" and not o.help
        ]


def test_version_is_told(call):
    assert call("--version").out.startswith("catchall, version ")


@pytest.mark.parametrize("words", [["bogus"], ["--bogus"], ["names", "bogus"], ["replay"]])
def test_wrong_words_are_one_line(call, words):
    told = call(*words)
    assert (told.status, told.err.count("\n")) == (2, 1)
    assert "--help" in told.err


def test_a_fault_is_one_line_that_says_what_to_report(call, orders, monkeypatch):
    monkeypatch.setattr(screen.local, "run", failing(KeyError("x")))
    told = call("screen", orders)
    assert (told.status, told.err.count("\n")) == (1, 1)
    assert "unexpected KeyError at test_program.py:" in told.err
    assert "report this line" in told.err


def test_debug_shows_the_whole_trace(orders, monkeypatch):
    monkeypatch.setenv("CATCHALL_DEBUG", "1")
    monkeypatch.setattr(screen.local, "run", failing(KeyError("x")))
    with pytest.raises(KeyError):
        main(["screen", str(orders)])


def test_an_interrupt_is_said_and_ends_as_shells_do(call, orders, monkeypatch):
    monkeypatch.setattr(screen.local, "run", failing(KeyboardInterrupt()))
    told = call("screen", orders)
    assert (told.status, "stopped" in told.err) == (130, True)


@pytest.mark.parametrize("module", ["catchall", "catchall.cli"])
def test_the_modules_run(module, monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", [module, "--version"])
    with pytest.raises(SystemExit) as ended:
        runpy.run_module(module, run_name="__main__")
    assert (ended.value.code, capsys.readouterr().err) == (0, "")


def test_a_reader_that_leaves_is_no_complaint():
    code = "import sys; from catchall.cli import main; sys.exit(main(['screen', '--help']))"
    with subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as ran:
        ran.stdout.close()
        said = ran.stderr.read()
    assert (ran.returncode, said) == (141, b"")


def test_a_shell_that_asks_for_completion_is_answered(capsys, monkeypatch):
    monkeypatch.setenv("_CATCHALL_COMPLETE", "bash_source")
    assert main([]) == 0
    assert "_CATCHALL_COMPLETE" in capsys.readouterr().out


def test_a_mistyped_command_is_answered_with_the_right_one(call):
    assert "Did you mean 'screen'? To see how" in call("scren").err


def test_an_error_with_advice_stays_one_line_while_debugging(call, monkeypatch):
    monkeypatch.setenv("CATCHALL_DEBUG", "1")
    told = call("screen")
    assert (told.status, told.err.count("\n")) == (2, 1)


def test_a_closed_pipe_ends_as_shells_do(monkeypatch):
    gone = []
    monkeypatch.setattr(program, "_run", failing_with(BrokenPipeError()))
    monkeypatch.setattr(program, "_drop_output", lambda: gone.append(1))
    assert (main([]), gone) == (141, [1])


def failing_with(error):
    def run(_argv):
        raise error

    return run


def test_the_line_of_a_fault_stays_short_however_long_its_text(call, orders, monkeypatch):
    monkeypatch.setattr(screen.local, "run", failing(ValueError("x" * 10_000)))
    told = call("screen", orders)
    assert (told.status, told.err.count("\n"), len(told.err) < 500) == (1, 1, True)


def test_a_place_that_cannot_be_used_is_no_fault_of_the_program(call, orders, monkeypatch):
    error = PermissionError(13, "Permission denied", "kept/lists")
    monkeypatch.setattr(screen.local, "run", failing(error))
    told = call("screen", orders)
    assert (told.status, told.err.count("\n")) == (2, 1)
    assert told.err.startswith("catchall: kept/lists: cannot be used (Permission denied)")


def test_a_command_of_an_extra_that_is_missing_says_what_to_install(call, monkeypatch):
    monkeypatch.setattr(program, "entry_points", lambda **_: ())
    told = call("desk", "check")
    assert told.status == 2
    assert "pip install 'catchall[desk]'" in told.err
