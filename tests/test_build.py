"""What a fresh machine needs: a complete lock file without addresses, and the make targets."""

import re
import tomllib

import pytest

from newscrawl.settings import PROJECT

LOCK = (PROJECT / "requirements.lock").read_text(encoding="utf-8")
PYPROJECT = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
MAKEFILE = (PROJECT / "Makefile").read_text(encoding="utf-8")


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", re.split(r"[<>=!~\[; ]", name)[0]).lower()


def declared() -> list[str]:
    project = PYPROJECT["project"]
    extras = [name for names in project["optional-dependencies"].values() for name in names]
    return [*PYPROJECT["build-system"]["requires"], *project["dependencies"], *extras]


@pytest.mark.parametrize("requirement", declared())
def test_everything_declared_is_locked(requirement: str) -> None:
    assert re.search(rf"^{re.escape(plain(requirement))}==", LOCK, re.MULTILINE)


def test_every_dependency_has_a_lower_bound() -> None:
    assert [name for name in PYPROJECT["project"]["dependencies"] if ">=" not in name] == []


def test_lock_has_hashes_and_no_address() -> None:
    entries = re.split(r"\n(?=\S)", LOCK.strip())
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []
    assert not re.search(r"://|^-|index", LOCK, re.MULTILINE)


@pytest.mark.parametrize(
    "target", ["demo", "test", "check", "browse", "bench", "evaluate", "evaluate-closed", "format"]
)
def test_make_targets_set_themselves_up(target: str) -> None:
    assert re.search(rf"^{target}: \.venv/ready$", MAKEFILE, re.MULTILINE)
