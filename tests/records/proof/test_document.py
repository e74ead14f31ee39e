import doctest
import shutil
import subprocess
from pathlib import Path

import pytest

from anskaff.records.proof import merkle, receipt
from anskaff.records.proof.checkpoint import Checkpoint, SigningKey, sign
from anskaff.records.proof.commitment import commitment

DOCUMENT = Path(__file__).parents[3] / "docs" / "proof.md"
KEY = SigningKey.from_seed("logg.nordvik.example", b"\x07" * 32)


def test_the_examples_in_the_document_run() -> None:
    result = doctest.testfile(str(DOCUMENT), module_relative=False, encoding="utf-8")
    assert result.attempted > 0
    assert result.failed == 0


def test_the_standard_tools_of_the_document_verify_a_receipt(tmp_path: Path) -> None:
    missing = [tool for tool in ("jq", "openssl", "base64", "sh") if shutil.which(tool) is None]
    if missing:
        pytest.skip(f"not on this machine: {', '.join(missing)}")
    body, salt = '{"navn":"Blåbær"}'.encode(), b"\x05" * 32
    leaf = merkle.leaf_hash(commitment(salt, body))
    note = sign(Checkpoint(origin=KEY.name, size=1, root=leaf), KEY)
    made = receipt.make(
        body=body, salt=salt, index=0, inclusion=(), checkpoint=note, log_key=KEY.verifier
    )
    (tmp_path / "receipt.json").write_bytes(made)
    scripts = DOCUMENT.read_text(encoding="utf-8").split("```sh\n")[1:]
    answers = [
        subprocess.run(
            ["sh", "-ec", script.split("```")[0]],
            cwd=tmp_path,
            capture_output=True,
            check=True,
            timeout=30,
        ).stdout.decode()
        for script in scripts
    ]
    assert "Signature Verified Successfully" in answers[0]
    assert leaf.hex() in answers[1]
