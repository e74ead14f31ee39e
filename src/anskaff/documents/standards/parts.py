"""The parts of the bundle: which official files we know, in which version, and who publishes them.

One part is one folder (or a few) that belong together, such as the Schematron of one release. The
hash of each part stands in `hashes.tsv`, made by `tools/standards.py` from a folder that was
checked by hand. Examples and test cases are not part of the bundle.

>>> PARTS["ubl-2.1"].folders
('ubl-xsd/2.1',)
>>> PARTS["en16931-rules"].hash.files
6
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple


class TreeHash(NamedTuple):
    """What a part is: how many files and bytes, and SHA-256 over names and contents."""

    files: int
    size: int
    sha256: str


NO_HASH = TreeHash(0, 0, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """Where a part can be had: a published repository at a fixed commit, and a folder in it.

    With `flat`, the files lie in folders below, and the part has them side by side.
    """

    repository: str
    commit: str
    folder: str
    flat: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Official files that belong together.

    `folders` are paths inside the bundle; `suffixes` narrow what counts, `deep` whether folders
    below count too, and `only` names what counts at the top. `archive` is missing when the files
    were put together from several sources. `without` says what an installation lacks that does
    not have the part.
    """

    name: str
    title: str
    version: str
    publisher: str
    folders: tuple[str, ...]
    suffixes: tuple[str, ...] = ()
    deep: bool = True
    only: tuple[str, ...] = ()
    archive: Archive | None = None
    without: str = ""
    hash: TreeHash = NO_HASH

    def files_in(self, root: Path) -> Iterator[Path]:
        """Every file of the part under a root, in the order of their names."""
        found = (
            path
            for folder in self.folders
            for path in (root / folder).glob("**/*" if self.deep else "*")
            if path.is_file() and self.takes(path.relative_to(root / folder))
        )
        return iter(sorted(found, key=lambda path: path.relative_to(root).as_posix()))

    def takes(self, path: Path) -> bool:
        """Whether a file with this path inside the folder belongs to the part."""
        hidden = any(step.startswith(".") for step in path.parts)
        fits = not self.suffixes or path.suffix in self.suffixes
        chosen = not self.only or path.parts[0] in self.only
        return fits and chosen and not hidden and (self.deep or len(path.parts) == 1)


class FileHash(NamedTuple):
    """One file of a part."""

    path: str
    size: int
    sha256: str


def hashed(part: Part, root: Path) -> tuple[FileHash, ...]:
    """Every file of a part under a root with its hash."""
    found: list[FileHash] = []
    for path in part.files_in(root):
        content = path.read_bytes()
        digest = sha256(content).hexdigest()
        found.append(FileHash(path.relative_to(root).as_posix(), len(content), digest))
    return tuple(found)


def tree_hash(hashes: Iterable[FileHash]) -> TreeHash:
    """One hash of many files.

    >>> tree_hash([FileHash("a", 1, "x")]).files
    1
    """
    listed = sorted(hashes)
    lines = "".join(f"{each.sha256}  {each.path}\n" for each in listed)
    digest = sha256(lines.encode()).hexdigest()
    return TreeHash(len(listed), sum(each.size for each in listed), digest)


def _hashes() -> Mapping[str, TreeHash]:
    text = files(__package__).joinpath("hashes.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return {name: TreeHash(int(count), int(size), digest) for name, count, size, digest in rows}


PHIVE = "432f0e9a8cff5c03d06625abe7a5fd8e7e346a64"
PHIVE_RULES = "phive-rules-peppol/src/test/resources/external/rule-source"
OPENPEPPOL = "OpenPeppol AISBL"
POST_AWARD = ("01", "110", "111", "114", "115", "116", "16", "19", "58", "71", "76", "77")
MAY_2026 = Archive(
    repository="phax/phive-rules", commit=PHIVE, folder=f"{PHIVE_RULES}/openpeppol/2026.5"
)

_KNOWN = (
    Part(
        name="peppol-billing-rules",
        title="Peppol BIS Billing and Self-Billing, Schematron",
        version="3.0.21 (May 2026)",
        publisher=OPENPEPPOL,
        folders=("peppol-billing-3.0.21/sch",),
        suffixes=(".sch",),
        only=("CEN-EN16931-UBL.sch", "PEPPOL-EN16931-UBL.sch", "PEPPOL-EN16931-UBL-SB.sch"),
        archive=MAY_2026,
    ),
    Part(
        name="peppol-billing-structure",
        title="Peppol BIS Billing, structure and code lists",
        version="3.0.19",
        publisher=OPENPEPPOL,
        folders=("peppol-billing-3.0.21/v3.0.19/structure",),
        suffixes=(".xml",),
        archive=Archive(
            repository="OpenPEPPOL/peppol-bis-invoice-3",
            commit="78d7f7dfa223f39f8ebd8d35c127f2690e646322",
            folder="structure",
        ),
    ),
    Part(
        name="en16931-rules",
        title="EN 16931 for UBL, Schematron",
        version="1.3.16",
        publisher="CEN/TC 434 through the European Commission",
        folders=("en16931-1.3.16/ubl/schematron",),
        suffixes=(".sch",),
        only=("EN16931-UBL-validation.sch", "UBL", "abstract", "codelist"),
        archive=Archive(
            repository="ConnectingEurope/eInvoicing-EN16931",
            commit="b6c9e06a59812fb1a83585da40923b3678a649ad",
            folder="ubl/schematron",
        ),
    ),
    Part(
        name="peppol-post-award-rules",
        title="Peppol BIS post-award, Schematron",
        version="3.0.17 (May 2026)",
        publisher=OPENPEPPOL,
        folders=("peppol-post-award-3/sch-2026-05",),
        suffixes=(".sch",),
        only=tuple(f"PEPPOLBIS-T{each}.sch" for each in POST_AWARD),
        archive=MAY_2026,
    ),
    Part(
        name="peppol-post-award-structure",
        title="Peppol BIS post-award, structure and code lists",
        version="3.0.15",
        publisher=OPENPEPPOL,
        folders=("peppol-post-award-3/v3.0.15/structure",),
        suffixes=(".xml",),
        archive=Archive(
            repository="OpenPEPPOL/poacc-upgrade-3",
            commit="0e7e5c790f786350fafb6384c46ca40d3db0b777",
            folder="structure",
        ),
    ),
    Part(
        name="ehf-post-award-rules",
        title="EHF post-award G3, Schematron",
        version="2023-02",
        publisher="DFØ",
        folders=("ehf-post-award-g3/sch-flat-2023-02",),
        suffixes=(".sch",),
        archive=Archive(
            repository="phax/phive-rules",
            commit=PHIVE,
            folder="phive-rules-ehf/src/test/resources/external/rule-source/2023-02",
            flat=True,
        ),
    ),
    Part(
        name="ehf-post-award-codes",
        title="EHF post-award G3, code lists",
        version="2026-08-13",
        publisher="DFØ",
        folders=("ehf-post-award-g3/_common/codelist",),
        suffixes=(".xml",),
    ),
    Part(
        name="peppol-logistics-rules",
        title="Peppol Logistics BIS, Schematron",
        version="1.2",
        publisher=OPENPEPPOL,
        folders=("peppol-logistics-1.2/sch-flat",),
        suffixes=(".sch",),
    ),
    Part(
        name="peppol-logistics-structure",
        title="Peppol Logistics BIS, structure and code lists",
        version="1.2",
        publisher=OPENPEPPOL,
        folders=("peppol-logistics-1.2/structure",),
        suffixes=(".xml",),
        archive=Archive(
            repository="OpenPEPPOL/logistics-bis",
            commit="2faefb9506e691bf32299e2cd91ff790919c696b",
            folder="structure",
        ),
    ),
    Part(
        name="peppol-mls-rules",
        title="Peppol Message Level Status, Schematron",
        version="1.0.1",
        publisher=OPENPEPPOL,
        folders=("peppol-network/mls-1.0.1",),
        suffixes=(".sch",),
        deep=False,
        archive=Archive(
            repository="phax/phive-rules", commit=PHIVE, folder=f"{PHIVE_RULES}/mls/1.0.1"
        ),
    ),
    Part(
        name="peppol-codelists",
        title="Peppol eDelivery code lists",
        version="9.7",
        publisher=OPENPEPPOL,
        folders=("peppol-codelists-9.7",),
        suffixes=(".json",),
        archive=Archive(
            repository="OpenPEPPOL/edec-codelists",
            commit="75359b4efa002531dc8b56c9a529fe2a394afbe5",
            folder="publication/v9.7",
        ),
    ),
    Part(
        name="eforms-sdk-1.14",
        title="eForms SDK: fields, notice types, code lists, schemas and Schematron",
        version="1.14.2",
        publisher="Publications Office of the European Union",
        folders=("eforms-sdk-1.14.2",),
        suffixes=(".json", ".gc", ".xsd", ".sch"),
        only=("fields", "notice-types", "codelists", "schemas", "schematrons"),
        without="notices are not checked by the official rules; some codes have no name",
    ),
    Part(
        name="eforms-nor-rules",
        title="Norwegian tailoring of eForms, rules and codes",
        version="1.14.2-patch6",
        publisher="DFØ",
        folders=("eforms-nor/src",),
        suffixes=(".yaml",),
        without="notices are not checked by the Norwegian rules",
    ),
    *(
        Part(
            name=f"ubl-{version}",
            title="UBL, runtime XSD",
            version=version,
            publisher="OASIS",
            folders=(f"ubl-xsd/{version}",),
            suffixes=(".xsd",),
        )
        for version in ("2.1", "2.2", "2.3", "2.4")
    ),
    Part(
        name="eforms-nor-codelists",
        title="eForms Norway, code lists with Norwegian names",
        version="1.14.2-patch6",
        publisher="DFØ",
        folders=("eforms-nor/codelists-en-nb-nn",),
        suffixes=(".json",),
        without="names of codes in notices are English",
    ),
    Part(
        name="eforms-nor-translations",
        title="eForms Norway, labels and hints",
        version="1.14.2-patch6",
        publisher="DFØ",
        folders=("eforms-nor/translations-en-nb-nn",),
        suffixes=(".json",),
        without="fields of notices have our short words, not the official label and hint",
    ),
    Part(
        name="cpv-nuts",
        title="CPV 2008 and NUTS, codes and names",
        version="1.14.2-patch6",
        publisher="Publications Office of the European Union, names by DFØ",
        folders=("cpv-nuts",),
        suffixes=(".tsv",),
        without="CPV codes and regions are typed as codes, without names, search or tree",
    ),
)
PARTS: Mapping[str, Part] = {
    part.name: replace(part, hash=known.get(part.name, NO_HASH))
    for known in (_hashes(),)
    for part in _KNOWN
}
