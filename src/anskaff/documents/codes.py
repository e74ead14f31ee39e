r"""Code lists as the official rule files of the installed bundle state them.

The lists are long, change twice a year and are not ours to copy, so they are read from the rule
file of the very release that a document is checked against, or from the files that the publisher
keeps them in.

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
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from babel import Locale

from anskaff.documents import xml
from anskaff.documents.ubl.code_lists import COUNTRIES, CURRENCIES, LISTS
from anskaff.documents.ubl.demands import CodeLists
from anskaff.documents.ubl.reading import Element

COUNTRY = 2
BESIDE_ISO = frozenset({"1A", "EL", "XI"})
"""Kosovo, Greece and Northern Ireland as UN/ECE, the VAT of the EU and Peppol write them."""
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
    lists = [(each.stem, lists_in(xml.read(each.read_bytes()))) for each in present]
    by_file = {f"{file}/{name}": codes for file, given in lists for name, codes in given.items()}
    return {**by_file, **merged(given for _, given in lists)}


@cache
def kept(files: tuple[str, ...]) -> CodeLists:
    """Currencies and countries, which a package of ours knows, for when nothing is installed.

    They are all that have been, so that what is told to be no code is none in any release.

    >>> lists = kept(("sch/EHF-ORDER-3.0.sch",))
    >>> "NOK" in lists["BR-CL-04"], "NKO" in lists["EHF-ORDER-3.0/ISO4217"]
    (True, False)
    """
    english = Locale("en")
    territories = map(str, english.territories)
    countries = (each for each in territories if len(each) == COUNTRY and each.isalpha())
    by_topic = {
        id(CURRENCIES): frozenset(map(str, english.currencies)),
        id(COUNTRIES): frozenset(countries) | BESIDE_ISO,
    }
    lists = {name: by_topic[id(one)] for name, one in LISTS.items() if id(one) in by_topic}
    stems = [Path(each).stem for each in files]
    return {**lists, **{f"{stem}/{name}": lists[name] for stem in stems for name in lists}}


def _files(place: Path) -> Iterator[Path]:
    if place.is_dir():
        yield from sorted(place.glob("*.xml"))
    elif place.is_file():
        yield place


def merged(lists: Iterable[CodeLists]) -> CodeLists:
    """Several rule files as one; where two have a list of the same name, the later one holds."""
    return {name: codes for each in lists for name, codes in each.items()}
