r"""Code lists as the official rule files of the installed bundle state them.

The lists are long, change twice a year and are not ours to copy, so they are read from the rule
file of the very release that a document is checked against, or from the files that the publisher
keeps them in. Where nothing is installed, short lists of our own tell most wrong codes.

>>> rules = '''<schema xmlns="http://purl.oclc.org/dsdl/schematron"><pattern>
...   <let name="clColour" value="tokenize('red green', '\\s')"/>
...   <let name="clNA" value="tokenize('NA', '\\s')"/>
...   <rule context="a"><assert id="R1" test="contains(' 1 2 ', concat(' ', ., ' '))"/></rule>
... </pattern></schema>'''
>>> from anskaff.documents import xml
>>> lists = lists_in(xml.read(rules.encode()))
>>> sorted(lists["Colour"]), sorted(lists["NA"]), sorted(lists["R1"])
(['green', 'red'], ['NA'], ['1', '2'])
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

from babel import Locale

from anskaff.documents import xml
from anskaff.documents.ubl.code_lists import (
    COUNTRIES,
    CURRENCIES,
    LISTS,
    PACKAGING,
    UNITS,
    CodeList,
)
from anskaff.documents.ubl.code_meanings import explained
from anskaff.documents.ubl.demands import CodeLists, Partly
from anskaff.documents.ubl.reading import Element

KEPT = Path(__file__).with_name("kept_codes.tsv")
"""Our own short lists."""
IN_PART = (UNITS, PACKAGING)
COUNTRY = 2
BESIDE_ISO = frozenset({"1A", "AN", "EL", "XI"})
"""Kosovo, Greece and Northern Ireland as UN/ECE, the VAT of the EU and Peppol write them, and the
Netherlands Antilles, which were until 2010."""
CODE_LIST = "{urn:fdc:difi.no:2017:vefa:structure:CodeList-1}"
SCHEMATRON = "{http://purl.oclc.org/dsdl/schematron}"
_LIST = re.compile(
    r"tokenize\(\s*'(?P<split>[^']*)'\s*,\s*'[^']*'\s*\)|contains\(\s*'(?P<inside>[^']*)'\s*,"
)


def lists_in(file: Element) -> CodeLists:
    """The lists of a rule file: by the name after `cl` where they have one, else by rule id.

    A rule that names several lists has the others as `id#2`, `id#3`. A file that is itself a code
    list has the one that it names.
    """
    return dict(_kept(file) if file.tag == f"{CODE_LIST}CodeList" else _named(file))


def _kept(file: Element) -> Iterator[tuple[str, frozenset[str]]]:
    codes = (each.text or "" for each in file.iterfind(f"{CODE_LIST}Code/{CODE_LIST}Id"))
    yield file.findtext(f"{CODE_LIST}Identifier", ""), frozenset(each.strip() for each in codes)


def _named(schematron: Element) -> Iterator[tuple[str, frozenset[str]]]:
    for each in schematron.iter(f"{SCHEMATRON}let"):
        name = each.get("name", "")
        for codes in _lists(each.get("value", ""), least=1):
            yield name.removeprefix("cl"), codes
    for each in schematron.iter(f"{SCHEMATRON}assert"):
        for at, codes in enumerate(_lists(each.get("test", "")), 1):
            yield each.get("id", "") + (f"#{at}" if at > 1 else ""), codes


def _lists(expression: str, least: int = 2) -> Iterator[frozenset[str]]:
    """The lists in an expression; one code in a test is no list, in a variable it is."""
    for found in _LIST.finditer(expression):
        codes = frozenset(_split(found["split"]) or (found["inside"] or "").split())
        if len(codes) >= least:
            yield codes


def _split(codes: str | None) -> list[str]:
    """Codes as `tokenize` of XPath gives them: between two spaces stands one that is empty."""
    return re.split(r"\s", codes) if codes else []


@cache
def installed(bundle: Path, files: tuple[str, ...]) -> CodeLists:
    """The lists of these files of the bundle, or of all in a folder; those not there are left out.

    A bundle does not change while a program runs, so each file is read once. Where several files
    have a list of the same name, each also goes by its file, such as `EHF-ORDER-3.0/ISO4217`.
    """
    present = [file for each in files for file in _files(bundle / each)]
    return _together([(each.stem, lists_in(xml.read(each.read_bytes()))) for each in present])


def _together(lists: Sequence[tuple[str, CodeLists]]) -> CodeLists:
    by_file = {f"{file}/{name}": codes for file, given in lists for name, codes in given.items()}
    return {**by_file, **merged(given for _, given in lists)}


@cache
def kept(files: tuple[str, ...]) -> CodeLists:
    """What we know of the lists of these files ourselves, for when nothing is installed.

    Short lists are whole, and are those of each file. Currencies and countries, which a package of
    ours knows, are all that have been. Of units and packaging we know those in common use only. So
    what is told to be no code is none in any release. Other lists are left out.

    >>> lists = kept(("sch/EHF-ORDER-3.0.sch",))
    >>> "NOK" in lists["BR-CL-04"], "NKO" in lists["EHF-ORDER-3.0/ISO4217"]
    (True, False)
    >>> "0192" in lists["ICD"], "S" in lists["UNCL5305"], "UNCL1153" in lists
    (True, True, False)
    """
    stems = [Path(each).stem for each in files]
    return _together([(stem, {**_general(), **_short(stem)}) for stem in stems])


@cache
def _general() -> CodeLists:
    """The lists that are the same in all files, or that we know in part."""
    english = Locale("en")
    territories = map(str, english.territories)
    countries = (each for each in territories if len(each) == COUNTRY and each.isalpha())
    by_topic: dict[CodeList, frozenset[str]] = {
        CURRENCIES: frozenset(map(str, english.currencies)),
        COUNTRIES: frozenset(countries) | BESIDE_ISO,
        **{each: Partly(explained(each)) for each in IN_PART},
    }
    return {
        name: by_topic[one]
        for name, one in LISTS.items()
        if one in by_topic and len(name.split()) == 1
    }


def _short(file: str) -> CodeLists:
    """The short lists as a file has them."""
    return {
        name: codes
        for names, files, codes in _table()
        for name in names
        if not files or file in files
    }


@cache
def _table() -> tuple[tuple[list[str], frozenset[str], frozenset[str]], ...]:
    """The rows of our table: names, files, codes."""
    lines = KEPT.read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return tuple(
        (names.split(), frozenset(files.split()), frozenset(_codes_in(codes)))
        for names, files, codes in rows
    )


def _codes_in(said: str) -> Iterator[str]:
    """Codes with space between; `0007..0009` are three."""
    for each in said.split():
        first, _, last = each.partition("..")
        width = len(first)
        yield from (f"{n:0{width}}" for n in range(int(first), int(last) + 1)) if last else (each,)


def _files(place: Path) -> Iterator[Path]:
    if place.is_dir():
        yield from sorted(place.glob("*.xml"))
    elif place.is_file():
        yield place


def merged(lists: Iterable[CodeLists]) -> CodeLists:
    """Several rule files as one; where two have a list of the same name, the later one holds."""
    return {name: codes for each in lists for name, codes in each.items()}
