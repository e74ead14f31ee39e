"""The receipt of a delivered tender as a paper (UX G9): what was received, when, by whom."""

from anskaff.competition.paper import Paper, Said, Section, Table
from anskaff.competition.queries.tendering import ReceiptView
from anskaff.competition.supplier_access import to_the_second
from anskaff.concepts.words import Words

TITLE = Words(
    nb="Kvittering for levert tilbud",
    nn="Kvittering for levert tilbod",
    en="Receipt for a delivered tender",
)
RUNNING = Words(nb="Kvittering {receipt}", nn="Kvittering {receipt}", en="Receipt {receipt}")
NUMBER = Words(nb="Kvitteringsnummer", nn="Kvitteringsnummer", en="Receipt number")
CASE = Words(nb="Sak", nn="Sak", en="Case")
BUYER = Words(nb="Oppdragsgiver", nn="Oppdragsgivar", en="Buyer")
SUPPLIER = Words(nb="Leverandør", nn="Leverandør", en="Supplier")
BY = Words(nb="Levert av", nn="Levert av", en="Delivered by")
VERSION = Words(nb="Versjon", nn="Versjon", en="Version")
RECEIVED = Words(
    nb="Mottatt av serveren (norsk tid)",
    nn="Motteke av serveren (norsk tid)",
    en="Received by the server (Norwegian time)",
)
SEALED_UNTIL = Words(nb="Forseglet til", nn="Forsegla til", en="Sealed until")
HASH = Words(nb="SHA-256 av innholdet", nn="SHA-256 av innhaldet", en="SHA-256 of the content")
ENTRY = Words(nb="Innførsel i loggen", nn="Innførsel i loggen", en="Entry in the log")
SEALING = Words(nb="Forsegling", nn="Forsegling", en="Sealing")
SEALED = Words(
    nb="Tilbudet ble forseglet på serveren da det kom. {required} av {officers} åpnere må åpne "
    "det, og plattformen gir ikke fra seg sin nøkkeldel før fristen.",
    nn="Tilbodet vart forsegla på serveren då det kom. {required} av {officers} opnarar må opne "
    "det, og plattforma gir ikkje frå seg sin nøkkeldel før fristen.",
    en="The tender was sealed on the server when it arrived. {required} of {officers} opening "
    "officers must open it, and the platform does not give up its share of the key before the "
    "deadline.",
)
FILES = Words(nb="Filer", nn="Filer", en="Files")
NO_FILES = Words(
    nb="Tilbudet har ingen filer.", nn="Tilbodet har ingen filer.", en="The tender has no files."
)
NAME = Words(nb="Navn", nn="Namn", en="Name")
BYTES = Words(nb="Byte", nn="Byte", en="Bytes")
GONE = Words(
    nb="Listen over filer i denne versjonen ble slettet med utkastet da tilbudene ble åpnet.",
    nn="Lista over filer i denne versjonen vart sletta med utkastet då tilboda vart opna.",
    en="The list of files of this version was erased with the draft when the tenders were opened.",
)


def receipt_paper(found: ReceiptView) -> Paper:
    """What the supplier keeps; nothing in it needs us to be checked later."""
    version = found.version
    index = "" if version.log_index is None else str(version.log_index)
    return Paper(
        title=TITLE,
        subtitle=found.title,
        author=found.buyer,
        running=Said(RUNNING, {"receipt": version.receipt}),
        facts=(
            (NUMBER, version.receipt),
            (CASE, found.reference),
            (BUYER, found.buyer),
            (SUPPLIER, f"{found.supplier} ({found.supplier_number})"),
            (BY, found.delivered_by),
            (VERSION, str(version.number)),
            (RECEIVED, to_the_second(version.delivered_at)),
            (SEALED_UNTIL, found.sealed_until or ""),
            (HASH, version.content_sha256),
            (ENTRY, index),
        ),
        sections=(
            Section(
                key="sealing",
                heading=SEALING,
                paragraphs=(
                    Said(
                        SEALED,
                        {"required": found.officers_required, "officers": found.opening_officers},
                    ),
                ),
            ),
            _files(found),
        ),
    )


def _files(found: ReceiptView) -> Section:
    if found.statement is None:
        return Section(key="files", heading=FILES, paragraphs=(GONE,))
    if not found.statement.files:
        return Section(key="files", heading=FILES, paragraphs=(NO_FILES,))
    rows = tuple((file.name, str(file.size), file.sha256) for file in found.statement.files)
    table = Table(header=(NAME, BYTES, "SHA-256"), rows=rows, numeric=(1,))
    return Section(key="files", heading=FILES, tables=(table,))
