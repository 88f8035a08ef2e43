"""The repository tests itself: sizes, mirror, reference, locks, what may not be committed."""

import ast
import importlib.metadata
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

from catchall.records import ROLES

ROOT = Path(__file__).resolve().parents[1]
SOURCE, TESTS, LOCKS = ROOT / "src", ROOT / "tests", ROOT / "requirements"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCK_NAMES = ("build", "desk", "dev", "documents", "ocr", "run", "spark", "uv-tool")
# written apart, so that this file does not hold what it looks for
HOSTS = tuple(
    "".join(parts)
    for parts in (
        ("pypi", ".org"), ("python", "hosted.org"), ("registry.npm", "js.org"),
        ("registry.yarn", "pkg.com"), ("deb.", "debian.org"), ("archive.", "ubuntu.com"),
    )
)  # fmt: skip
MACHINE_PATH = re.compile(r"(?<![\w.:/~$}])/(?:work|tmp|root|home)/\w")
UNFINISHED = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|XX" + r"X)\b")
MADE = {".git", ".venv", "build", "dist", "__pycache__", ".hypothesis"}


def committed() -> list[Path]:
    """What git holds or would add; without git, everything that no tool made."""
    if shutil.which("git") and (ROOT / ".git").exists():
        listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        names = subprocess.check_output(listed, cwd=ROOT, text=True).split("\0")
        found = [ROOT / name for name in names if name]
    else:
        found = [
            path
            for path in ROOT.rglob("*")
            if not any(part in MADE or part.endswith("_cache") for part in path.parts)
        ]
    return sorted(path for path in found if path.is_file())


FILES = committed()
MODULES = sorted(SOURCE.rglob("*.py"))
MIRRORED = [module for module in MODULES if module.parent.name != "migrations"]
"""Steps of the database are run by every test that opens one."""


def texts() -> list[tuple[str, str]]:
    """Every committed text file: its name in the repository, and its text."""
    pairs = [(path.relative_to(ROOT).as_posix(), path.read_bytes()) for path in FILES]
    return [
        (name, data.decode("utf-8", "replace")) for name, data in pairs if b"\0" not in data
    ]


def pinned(name: str) -> dict[str, str]:
    """The requirements of a lock: project name to its pin lines."""
    found: dict[str, str] = {}
    for line in (LOCKS / f"{name}.lock").read_text(encoding="utf-8").splitlines():
        if match := re.match(r"([a-z0-9.-]+)==(\S+)", line):
            found[match[1]] = f"{found.get(match[1], '')} {match[2]}".strip()
    return found


def mirror_of(module: Path) -> str:
    inside = module.relative_to(SOURCE)
    return (Path("tests") / inside.parent / f"test_{inside.name}").as_posix()


def has_function(module: Path) -> bool:
    """Functions that do something: those of a protocol only say what others do."""
    tree = ast.parse(module.read_text())
    named = {
        inner
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef) and any(is_protocol(base) for base in node.bases)
        for inner in node.body
    }
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    return any(function not in named for function in functions)


def is_protocol(base: ast.expr) -> bool:
    return isinstance(base, ast.Name) and base.id == "Protocol"


def test_the_files_are_found():
    assert ROOT / "Makefile" in FILES
    assert SOURCE / "catchall" / "tables.py" in MODULES


def test_no_module_is_longer_than_400_lines():
    python = [path for path in FILES if path.suffix == ".py"]
    long = {str(path): len(path.read_text().splitlines()) for path in python}
    assert {path: lines for path, lines in long.items() if lines > 400} == {}


def test_the_pipeline_shows_the_whole_path_on_one_page():
    assert len((SOURCE / "catchall" / "pipeline.py").read_text().splitlines()) <= 60


def test_every_module_with_a_function_has_its_test_file():
    missing = [
        wanted
        for module in MIRRORED
        if has_function(module) and not (ROOT / (wanted := mirror_of(module))).is_file()
    ]
    assert missing == []


def test_every_test_file_of_the_engine_has_its_module():
    modules = {mirror_of(module) for module in MODULES}
    tests = [path for path in FILES if path.is_relative_to(TESTS / "catchall")]
    names = [path.relative_to(ROOT).as_posix() for path in tests if path.match("test_*.py")]
    assert [name for name in names if name not in modules] == []


def test_no_module_has_a_name_that_says_nothing():
    empty = {"utils", "util", "helpers", "common", "core", "base", "misc"}
    assert [str(module) for module in MODULES if module.stem in empty] == []


def test_generated_reference_pages_say_what_the_code_says():
    command = [sys.executable, "docs/generate.py", "--check"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, ""), (
        f"run make docs: {done.stdout}{done.stderr}"
    )


def test_every_role_is_explained_in_words():
    words = (ROOT / "docs" / "reference" / "words.md").read_text(encoding="utf-8")
    assert [role for role in ROLES if f"`{role}`" not in words] == []


def test_every_environment_variable_is_in_the_reference():
    reference = "".join(p.read_text() for p in (ROOT / "docs" / "reference").glob("*.md"))
    names = {name for m in MODULES for name in re.findall(r"\bCATCHALL_[A-Z_]+", m.read_text())}
    assert sorted(name for name in names if name not in reference) == []


def test_docs_and_project_name_the_pythons_that_set_up_takes():
    text = (ROOT / "setup" / "bootstrap.py").read_text(encoding="utf-8")
    oldest, newest = (int(minor) for minor in re.findall(r"^\w+ST = \(3, (\d+)\)", text, re.M))
    assert PROJECT["project"]["requires-python"] == f">=3.{oldest}"
    for page in ("CONTRIBUTING.md", "docs/how-to/set-up.md"):
        assert f"3.{oldest} to 3.{newest}" in (ROOT / page).read_text(encoding="utf-8"), page


@pytest.mark.parametrize("name", LOCK_NAMES)
def test_every_locked_requirement_has_hashes_and_no_address(name):
    text = (LOCKS / f"{name}.lock").read_text(encoding="utf-8")
    entries = re.split(r"\n(?=\S)", re.sub(r"(?m)^#.*\n", "", text).strip())
    assert entries
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []
    assert "://" not in text


@pytest.mark.parametrize("name", ["bench", "dev", "desk", "documents", "ocr", "spark"])
def test_locks_agree_with_the_bare_install(name):
    lock = pinned(name)
    assert {
        project: pin for project, pin in pinned("run").items() if lock[project] != pin
    } == {}


def test_the_bare_lock_holds_every_dependency_of_the_project():
    names = {re.match(r"[\w.-]+", line)[0] for line in PROJECT["project"]["dependencies"]}
    assert names - set(pinned("run")) == set()


def test_no_file_names_a_package_index():
    assert [name for name, text in texts() if any(host in text for host in HOSTS)] == []


def test_no_file_holds_a_path_of_one_machine():
    found = {name: MACHINE_PATH.findall(text) for name, text in texts()}
    assert [name for name, paths in found.items() if paths] == []


def test_no_file_is_larger_than_a_megabyte():
    assert [str(path) for path in FILES if path.stat().st_size > 2**20] == []


def test_nothing_is_marked_as_unfinished():
    code = [(name, text) for name, text in texts() if name.endswith((".py", ".sh", ".yaml"))]
    assert [name for name, text in code if UNFINISHED.search(text)] == []


def test_what_coverage_leaves_out_has_a_reason():
    bare = re.compile(r"pragma: no" + r" cover(?! - \w)")
    assert [name for name, text in texts() if name.endswith(".py") and bare.search(text)] == []


def test_changelog_fragments_have_a_topic_and_a_kind():
    kinds = "|".join(kind["directory"] for kind in PROJECT["tool"]["towncrier"]["type"])
    fragments = [path.name for path in FILES if path.parent == ROOT / "changes"]
    wrong = [
        name for name in fragments if not re.fullmatch(rf"[a-z0-9-]+\.({kinds})\.md", name)
    ]
    assert wrong == ["README.md"]


def test_the_wheel_holds_every_file_of_the_packages(tmp_path):
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    held = set(zipfile.ZipFile(wheel).namelist())
    wanted = {p.relative_to(SOURCE).as_posix() for p in FILES if p.is_relative_to(SOURCE)}
    assert wanted - held == set()


BARE = """
import importlib, pkgutil, sys
class Blocked:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {blocked!r}:
            raise ModuleNotFoundError(f"{{name}} is not in the bare install", name=name)
sys.meta_path.insert(0, Blocked())
import catchall
for module in pkgutil.walk_packages(catchall.__path__, "catchall."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
from catchall.cli import main
sys.exit(main(["--help"]))
"""


def test_the_bare_install_imports_every_module_and_shows_help():
    bare = set(pinned("run")) | {"catchall"}
    blocked = {
        module
        for module, owners in importlib.metadata.packages_distributions().items()
        if not any(re.sub("[-_.]+", "-", owner).lower() in bare for owner in owners)
    }
    assert "pytest" in blocked
    command = [sys.executable, "-c", BARE.format(blocked=blocked)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "catchall" in done.stdout


def test_pages_show_only_pictures_that_exist_and_are_light():
    pages = [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]
    shown = {
        (page.parent / picture).resolve()
        for page in pages
        for picture in re.findall(r"!\[[^]]*\]\(([^):]+)\)", page.read_text("utf-8"))
    }
    assert ROOT / "docs" / "pictures" / "desk-case.png" in shown
    assert [one.name for one in shown if not one.is_file()] == []
    drawn = (ROOT / "docs" / "pictures").glob("desk-*.png")
    assert [one.name for one in drawn if one not in shown or one.stat().st_size > 120_000] == []


def test_locks_that_are_installed_together_agree():
    held = {
        lock.stem: dict(re.findall(r"^([a-z0-9-]+)==(\S+) \\$", lock.read_text(), re.MULTILINE))
        for lock in (ROOT / "requirements").glob("*.lock")
    }
    together = [pair for name in ("desk", "dev", "run") for pair in (("build", name),)]
    together += [("run", name) for name in ("desk", "dev", "documents", "ocr", "spark")]
    differ = {
        (first, second, package): (version, held[second][package])
        for first, second in together
        for package, version in held[first].items()
        if held[second].get(package, version) != version
    }
    assert differ == {}
