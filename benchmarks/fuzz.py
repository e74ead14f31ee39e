"""Bytes made wrong on purpose, guided by which code they reach, against each reader of documents.

    python -m venv /tmp/fuzz && /tmp/fuzz/bin/pip install atheris     # not among our packages
    PYTHONPATH=src:.venv/lib/python3.11/site-packages \\
        nice /tmp/fuzz/bin/python benchmarks/fuzz.py READER [-max_total_time=600] [-seed=1]

READER is one of those below. A reader may give values, findings or `Unreadable`; anything else, or
more than 2 GB of memory or 30 seconds for one input, ends the run, and the input is kept as a file
`crash-…`, `oom-…` or `timeout-…` in the current folder.
"""

import io
import json
import sys
import zipfile
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).parents[1]))

with atheris.instrument_imports(include=["anskaff.documents"]):
    from anskaff.concepts.errors import Unreadable
    from anskaff.documents import archive, checking, price_sheet, xml
    from anskaff.documents.checking import Verdict
    from anskaff.documents.eforms import notice
    from anskaff.documents.peppol import known, shelf
    from anskaff.documents.ubl import json_form
    from anskaff.documents.ubl.document import LIMITS, DocumentType
    from anskaff.documents.ubl.showing import shown
    from anskaff.documents.ubl.table import Group

    for each in known.DOCUMENTS:
        shelf.rule_set(each, date(2026, 11, 21))

from tests.conftest import STANDARDS
from tests.documents.differential import kinds
from tests.documents.mutations import Mutator

from anskaff.concepts.price_line import PriceLine

DAY = date(2026, 11, 21)
LINES = [
    PriceLine(key="1", lot="", description="Sand", unit="tonn", quantity=Decimal(2)),
    PriceLine(key="2", lot="A", description="Salt", unit="kg", quantity=Decimal("1.5")),
]
LIMIT_OPTIONS = ("-rss_limit_mb=2048", "-timeout=30", "-max_len=200000")


def read_xml(data: bytes) -> None:
    """Any bytes as XML."""
    xml.read(data, limits=LIMITS)


def check(data: bytes) -> None:
    """Any bytes checked as a document, with every finding in words."""
    told(data)


def check_changed(data: bytes) -> None:
    """An example with a few changes and pieces of any bytes, so that rules are reached."""
    chance = atheris.FuzzedDataProvider(data)
    mutator = mutators()[chance.ConsumeIntInRange(0, len(mutators()) - 1)]
    document = bytearray(mutator.mutant(chance.ConsumeIntInRange(0, 100_000)))
    for _ in range(chance.ConsumeIntInRange(0, 8)):
        at = chance.ConsumeIntInRange(0, len(document))
        end = at + chance.ConsumeIntInRange(0, 12)
        document[at:end] = chance.ConsumeBytes(chance.ConsumeIntInRange(0, 24))
    told(bytes(document))


@cache
def mutators() -> list[Mutator]:
    """What changes the examples of each kind of document."""
    return [each.mutator("fuzz-u") for each in kinds()]


def told(data: bytes) -> None:
    """Check, tell and show one document; write it again when it can be read.

    What is a fault without the official code lists is one with them.
    """
    report = checking.check(data, on=DAY, bundle=STANDARDS)
    alone = checking.check(data, on=DAY)
    for finding in (*report.findings, *alone.findings):
        for language in ("nb", "nn", "en"):
            finding.place(language)
            finding.text(language)
            finding.cure(language)
    assert (alone.verdict, report.verdict) != (Verdict.INVALID, Verdict.VALID)
    document = shelf.document(known.BY_KEY[report.document]) if report.document else None
    if document is not None:
        value = document.read(data)
        again = json_form.from_json(json.loads(json.dumps(json_form.to_json(value))), document.root)
        assert again == value
        assert document.read(document.write(again)) == value
        for language in ("nb", "nn", "en"):
            list(shown(value, language))


def read_json(data: bytes) -> None:
    """Any JSON as each document in turn, as `anskaff convert` does."""
    if not data:
        return
    documents = shelf.documents()
    document = documents[data[0] % len(documents)]
    try:
        form = json.loads(data[1:])
    except ValueError:
        return
    read_json_of(document, form)


ODD = (
    None,
    True,
    0,
    -1,
    1.5,
    10**400,
    "",
    " ",
    "NaN",
    "1E5",
    "\ud800",
    "\0",
    "x" * 99,
    [],
    {},
    [[]],
)


def change_json(data: bytes) -> None:
    """An example as JSON with a few values, lists or objects exchanged for others."""
    chance = atheris.FuzzedDataProvider(data)
    mutator = mutators()[chance.ConsumeIntInRange(0, len(mutators()) - 1)]
    root = xml.read(mutator.mutant(chance.ConsumeIntInRange(0, 100_000)), limits=LIMITS)
    found = known.recognised(root)
    document = shelf.document(found) if found else None
    if document is None:
        return
    form = json.loads(json.dumps(json_form.to_json(document.reading(root).root)))
    for _ in range(chance.ConsumeIntInRange(1, 4)):
        spot: object = form
        while isinstance(spot, dict | list) and spot:
            keys = list(spot) if isinstance(spot, dict) else range(len(spot))
            key = keys[chance.ConsumeIntInRange(0, len(keys) - 1)]
            if not isinstance(spot[key], dict | list) or chance.ConsumeProbability() < 0.2:
                spot[key] = ODD[chance.ConsumeIntInRange(0, len(ODD) - 1)]
                break
            spot = spot[key]
    read_json_of(document, form)


def read_json_of(document: DocumentType[Group], form: object) -> None:
    """Read one form; what XML cannot hold is told by `convert`."""
    value = json_form.from_json(form, document.root)
    with suppress(ValueError):
        document.write(value)


def read_archive(data: bytes) -> None:
    """Any bytes as a ZIP archive."""
    for _ in archive.files_in(data):
        pass


def read_notice(data: bytes) -> None:
    """Any bytes as a notice, with its contradictions."""
    list(notice.contradictions(notice.read(data)))


def read_price_sheet(data: bytes) -> None:
    """Any bytes as a filled-in price sheet, packed or as the sheet's own XML."""
    price_sheet.read(data, LINES)
    price_sheet.read(_repacked(data), LINES)


def _repacked(data: bytes) -> bytes:
    packed = io.BytesIO()
    ours = zipfile.ZipFile(io.BytesIO(SHEET))
    with zipfile.ZipFile(packed, "w") as package:
        for name in ours.namelist():
            package.writestr(name, data if name.endswith("sheet1.xml") else ours.read(name))
    return packed.getvalue()


SHEET = price_sheet.write(LINES, title="Sand", language="nb")
READERS: dict[str, Callable[[bytes], None]] = {
    "xml": read_xml,
    "check": check,
    "changed": check_changed,
    "json": read_json,
    "json-changed": change_json,
    "archive": read_archive,
    "notice": read_notice,
    "price-sheet": read_price_sheet,
}


def seeds(reader: str) -> list[bytes]:
    """What a run begins with: official examples, in the form that the reader takes."""
    examples = [one for kind in kinds() for one in kind.mutator("1").examples[:3]]
    if reader == "json":
        return [_as_json(one) for one in examples]
    if reader == "archive":
        return [SHEET]
    if reader == "price-sheet":
        with zipfile.ZipFile(io.BytesIO(SHEET)) as package:
            return [SHEET, *(package.read(name) for name in package.namelist())]
    if reader == "notice":
        files = sorted((STANDARDS / "real-notices").rglob("*.xml"))
        return [file.read_bytes() for file in files[:40]]
    return [bytes(range(64))] if "changed" in reader else examples


def _as_json(example: bytes) -> bytes:
    root = xml.read(example, limits=LIMITS)
    documents = shelf.documents()
    found = known.recognised(root)
    for at, document in enumerate(documents):
        if found is not None and document.key == found.key:
            form = json_form.to_json(document.reading(root).root)
            return bytes([at]) + json.dumps(form).encode()
    return b"\0{}"


def main() -> None:
    reader, *options = sys.argv[1:]
    corpus = Path(f"fuzz-{reader}")
    corpus.mkdir(exist_ok=True)
    for at, seed in enumerate(seeds(reader)):
        (corpus / f"seed-{at:03}").write_bytes(seed)
    ask = READERS[reader]

    def once(data: bytes) -> None:
        try:
            ask(data)
        except Unreadable as error:
            if not error.findings:
                raise AssertionError("an Unreadable without findings") from None

    atheris.Setup([sys.argv[0], str(corpus), *LIMIT_OPTIONS, *options], once)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
