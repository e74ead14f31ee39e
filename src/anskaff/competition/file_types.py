"""Which files a tender may hold, told by their content and not by their name alone.

>>> check("tilbud.pdf", b"%PDF-1.7 ...")
()
>>> [finding.code for finding in check("tilbud.pdf", b"MZ" + bytes(100))]
['file-content-differs']
"""

import unicodedata
from collections.abc import Mapping

import puremagic

from anskaff.concepts.finding import Finding, FindingKind
from anskaff.concepts.words import Words

MAX_NAME = 200
HEAD_BYTES = 64 * 1024

_ZIPPED = frozenset({".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".zip"})
_TEXT = frozenset({".txt", ".csv", ".xml", ".json", ".ifc"})

MEDIA_TYPES: Mapping[str, str] = {
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".odp": "application/vnd.oasis.opendocument.presentation",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".tif": "image/tiff",
    ".dwg": "image/vnd.dwg",
    ".zip": "application/zip",
    ".txt": "text/plain",
    ".csv": "text/csv",
    ".xml": "application/xml",
    ".json": "application/json",
    ".ifc": "application/x-step",
}

EMPTY_FILE = FindingKind(
    code="file-empty",
    text=Words(
        nb="Filen «{name}» er tom.", nn="Fila «{name}» er tom.", en="The file “{name}” is empty."
    ),
    cure=Words(
        nb="Kontroller filen og last den opp på nytt.",
        nn="Kontroller fila og last henne opp på nytt.",
        en="Check the file and upload it again.",
    ),
)
NAME_WRONG = FindingKind(
    code="file-name-wrong",
    text=Words(
        nb="Filnavnet er tomt, har mer enn {limit} tegn, eller har tegn som ikke kan brukes.",
        nn="Filnamnet er tomt, har meir enn {limit} teikn, eller har teikn som ikkje kan brukast.",
        en="The file name is empty, has more than {limit} characters or has unusable characters.",
    ),
    cure=Words(
        nb="Gi filen et kort navn med bokstaver og tall.",
        nn="Gi fila eit kort namn med bokstavar og tal.",
        en="Give the file a short name with letters and digits.",
    ),
)
TYPE_NOT_ALLOWED = FindingKind(
    code="file-type-not-allowed",
    text=Words(
        nb="Filer som slutter på «{ending}», tas ikke imot.",
        nn="Filer som sluttar på «{ending}», blir ikkje tekne imot.",
        en="Files that end in “{ending}” are not accepted.",
    ),
    cure=Words(
        nb="Bruk en av disse: {allowed}.",
        nn="Bruk ein av desse: {allowed}.",
        en="Use one of these: {allowed}.",
    ),
)
CONTENT_DIFFERS = FindingKind(
    code="file-content-differs",
    text=Words(
        nb="Innholdet er ikke det filnavnet sier: det er ikke en «{ending}»-fil.",
        nn="Innhaldet er ikkje det filnamnet seier: det er ikkje ei «{ending}»-fil.",
        en="The content is not what the name says: it is not a “{ending}” file.",
    ),
    cure=Words(
        nb="Lagre filen på nytt i riktig format, og last den opp igjen.",
        nn="Lagre fila på nytt i rett format, og last ho opp igjen.",
        en="Save the file again in the right format and upload it again.",
    ),
)


def clean_name(name: str) -> str:
    r"""The file name without folders, in composed form.

    >>> clean_name("C:\\tilbud\\pris.pdf"), clean_name("../../etc/passwd")
    ('pris.pdf', 'passwd')
    """
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    return unicodedata.normalize("NFC", last).strip()


def check_name(name: str) -> tuple[Finding, ...]:
    """What is wrong with a cleaned name, before any content has come."""
    if not 0 < len(name) <= MAX_NAME or any(unicodedata.category(sign)[0] == "C" for sign in name):
        return (NAME_WRONG.at("file", limit=MAX_NAME),)
    ending = _ending(name)
    if ending not in MEDIA_TYPES:
        return (
            TYPE_NOT_ALLOWED.at("file", ending=ending[:20] or name[:20], allowed=allowed_endings()),
        )
    return ()


def check(name: str, head: bytes) -> tuple[Finding, ...]:
    """What is wrong with a file whose content begins with `head` (up to 64 KiB)."""
    findings = check_name(name)
    if findings:
        return findings
    ending = _ending(name)
    if _is(ending, head):
        return ()
    return (CONTENT_DIFFERS.at("file", ending=ending),)


def media_type(name: str) -> str:
    """The media type of an allowed file name."""
    return MEDIA_TYPES[_ending(name)]


def allowed_endings() -> str:
    """The endings, as they are stated before a file is chosen (UX G10)."""
    return ", ".join(MEDIA_TYPES)


def _ending(name: str) -> str:
    dot = name.rfind(".")
    return name[dot:].lower() if dot >= 0 else ""


def _is(ending: str, head: bytes) -> bool:
    recognised = _recognised(head)
    if ending in _TEXT:
        binary = b"\x00" in head and not head.startswith((b"\xff\xfe", b"\xfe\xff"))
        return not binary and not recognised & {".exe", ".pdf", ".zip", ".png", ".jpg", ".dwg"}
    if ending in _ZIPPED:
        return head.startswith(b"PK\x03\x04") and (ending in recognised or ".zip" in recognised)
    if ending in {".jpg", ".jpeg"}:
        return ".jpg" in recognised
    if ending == ".tif":
        return head.startswith((b"II*\x00", b"MM\x00*"))
    return ending in recognised


def _recognised(head: bytes) -> frozenset[str]:
    try:
        matches = puremagic.magic_string(head[:HEAD_BYTES])
    except (puremagic.PureError, ValueError):
        return frozenset()
    return frozenset(str(match.extension).lower() for match in matches)
