"""Running `anskaff` as people do: its own process, its own folder, nothing from the test run."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

Run = subprocess.CompletedProcess[str]
Anskaff = Callable[..., Run]
KEPT = ("PATH", "HOME", "LANG")


@pytest.fixture
def anskaff(tmp_path: Path) -> Anskaff:
    """Run the command line in an empty folder, with its data in `data` there."""

    def run(*words: str, env: Mapping[str, str] | None = None, typed: str = "") -> Run:
        return _run(tmp_path, words, env or {}, input=typed, text=True)

    return run


@pytest.fixture
def anskaff_bytes(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """As `anskaff`, with what it writes as bytes."""

    def run(*words: str) -> subprocess.CompletedProcess[bytes]:
        return _run(tmp_path, words, {}, input=b"")

    return run


def _run(folder: Path, words: tuple[str, ...], env: Mapping[str, str], **options: Any) -> Any:
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    return subprocess.run(
        [Path(sys.executable).with_name("anskaff"), *words],
        cwd=folder,
        env={**kept, "ANSKAFF_DATA_DIR": str(folder / "data"), **env},
        capture_output=True,
        timeout=120,
        check=False,
        **options,
    )
