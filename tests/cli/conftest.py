"""Running `anskaff` as people do: its own process, its own folder, nothing from the test run."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

Run = subprocess.CompletedProcess[str]
Anskaff = Callable[..., Run]
KEPT = ("PATH", "HOME", "LANG")


@pytest.fixture
def anskaff(tmp_path: Path) -> Anskaff:
    """Run the command line in an empty folder, with its data in `data` there."""

    def run(*words: str, env: Mapping[str, str] | None = None, typed: str = "") -> Run:
        kept = {name: os.environ[name] for name in KEPT if name in os.environ}
        return subprocess.run(
            [Path(sys.executable).with_name("anskaff"), *words],
            cwd=tmp_path,
            env={**kept, "ANSKAFF_DATA_DIR": str(tmp_path / "data"), **(env or {})},
            input=typed,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    return run
