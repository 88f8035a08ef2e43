"""The page of the desk's state machines. In: ``cases.machines``; out: Markdown."""

from collections.abc import Iterator

from catchall_desk.cases.machines import GUARDS, Machine, diagram, machines

INTRODUCTION = (
    "Each file of the desk lives by one machine of "
    "`src/catchall_desk/cases/machines.yaml`. "
    "An event that is not here is refused. The diagrams are Mermaid text."
)


def section(machine: Machine) -> Iterator[str]:
    """One machine: its diagram, then who may do what under which guards."""
    yield f"\n## {machine.name}\n\n```text\n{diagram(machine)}\n```\n"
    yield "| event | who may | guards |\n|---|---|---|"
    for step in (machine.opening, *machine.transitions.values()):
        guards = ", ".join(f"`{guard}`" for guard in step.guards)
        yield f"| `{step.event}` | {', '.join(sorted(step.roles))} | {guards} |"


def machines_page(written: str) -> str:
    """The whole page."""
    lines = ["\n## Guards\n\n| guard | asks that |\n|---|---|"]
    lines += [f"| `{guard}` | {text} |" for guard, text in GUARDS.items()]
    lines += [line for machine in machines().values() for line in section(machine)]
    return "\n".join([f"# Files of the desk\n\n{written}\n{INTRODUCTION}", *lines]) + "\n"
