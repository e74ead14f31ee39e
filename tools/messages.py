"""Collect, check and compile the texts of the pages.

    tools/messages.py               update every .po file from templates and Python, then compile
    tools/messages.py --part base   the same for one part only
    tools/messages.py --check       list what is missing, unsure, obsolete or mismatched; 1 if any
    tools/messages.py --compile     only write the .mo files (they are not committed)

The message id is the Bokmål text itself, so only Nynorsk and English have files:
`src/anskaff/web/locale/<part>/{nn,en}/LC_MESSAGES/django.po`. A file belongs to the part named by
the first folder on its path that `PARTS` knows; what lies directly in `web/`, in `components/`, in
`templatetags/` and at the root of `templates/` is `base`. `records`, `account` and `mfa` share the
texts of `parties`. A new part is one line in `PARTS`.
"""

import argparse
import ast
import io
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parents[1]
WEB = ROOT / "src/anskaff/web"
LOCALES = WEB / "locale"
LANGUAGES = ("nn", "en")
PARTS = {
    "announcing": "announcing",
    "preparing": "preparing",
    "tendering": "tendering",
    "awarding": "awarding",
    "notices": "notices",
    "documents": "documents",
    "gateway": "gateway",
    "law": "documents",
    "codes": "codes",
    "parties": "parties",
    "records": "parties",
    "account": "parties",
    "mfa": "parties",
}
KEYWORDS = (
    "_",
    "gettext",
    "gettext_lazy",
    "ngettext",
    "ngettext_lazy",
    "pgettext",
    "pgettext_lazy",
)
STRING = r"""u?(?:'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")"""
CALL = re.compile(rf"\b(_|n?p?gettext)\(((?:\s*{STRING}\s*,?)+)")
NAMED = re.compile(r"%\((\w+)\)s|\{(\w+)\}")
KEPT_HEADERS = (
    "Language",
    "Plural-Forms",
    "MIME-Version",
    "Content-Type",
    "Content-Transfer-Encoding",
)
HEADER = re.compile(r'^"([A-Z][\w-]+): .*\\n"$')


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One text of the pages: its id (with plural, when it has one), its context and its file."""

    singular: str
    plural: str | None
    context: str | None
    file: str

    @property
    def id(self) -> str | tuple[str, str]:
        return (self.singular, self.plural) if self.plural else self.singular


def part_of(file: Path) -> str:
    """The part that a file's texts belong to."""
    folders = file.relative_to(WEB).parts[:-1]
    return next((PARTS[folder] for folder in folders if folder in PARTS), "base")


def texts() -> Iterator[tuple[str, Text]]:
    """Every text in templates and Python, with its part."""
    for file in sorted(WEB.rglob("*")):
        if file.suffix in {".html", ".txt", ".xml"} and "templates" in file.parts:
            found = _in_template(file)
        elif file.suffix == ".py":
            found = _in_python(file)
        else:
            continue
        for text in found:
            yield part_of(file), text


def _in_template(file: Path) -> Iterator[Text]:
    """Texts of a template; Django turns it into something that looks like Python."""
    name = str(file.relative_to(ROOT))
    for call in CALL.finditer(templatize(file.read_text(), origin=name)):
        parts = [ast.literal_eval(found) for found in re.findall(STRING, call[2])]
        yield _text(call[1], parts, name)


def _in_python(file: Path) -> Iterator[Text]:
    name = str(file.relative_to(ROOT))
    with file.open("rb") as source:
        for _line, function, found, _comments in extract_python(source, KEYWORDS, (), {}):
            parts = [found] if isinstance(found, str) else [one for one in found if one]
            if parts:
                yield _text(function or "_", [str(part) for part in parts], name)


def _text(function: str, parts: list[str], file: str) -> Text:
    context = parts.pop(0) if "pgettext" in function else None
    plural = parts[1] if function.startswith("n") and len(parts) > 1 else None
    return Text(singular=parts[0], plural=plural, context=context, file=file)


def template_of(part: str) -> Catalog:
    """All texts of one part, as a catalogue without translations."""
    catalogue = Catalog(project="Anskaff", charset="utf-8")
    for owner, text in texts():
        if owner == part:
            catalogue.add(text.id, locations=[(text.file, 1)], context=text.context)
    return catalogue


def po_file(part: str, language: str) -> Path:
    """Where a part's translations into a language lie."""
    return LOCALES / part / language / "LC_MESSAGES/django.po"


def read(part: str, language: str) -> Catalog:
    """The translations that are there; an empty catalogue when there is no file yet."""
    path = po_file(part, language)
    if not path.exists():
        return Catalog(locale=language, charset="utf-8")
    with path.open("rb") as file:
        return read_po(file, locale=language)


def update(part: str) -> None:
    """Write the part's files anew: new texts are added, texts that are gone are taken out."""
    template = template_of(part)
    for language in LANGUAGES:
        catalogue = read(part, language)
        catalogue.update(template, no_fuzzy_matching=True, update_creation_date=False)
        catalogue.obsolete.clear()
        write(part, language, catalogue)


def write(part: str, language: str, catalogue: Catalog) -> None:
    """Write one file, the same bytes for the same texts."""
    catalogue.header_comment = f"# {part}: {language}"
    catalogue.fuzzy = False
    written = io.BytesIO()
    write_po(written, catalogue, width=100, sort_by_file=True, include_lineno=False)
    lines = [
        line
        for line in written.getvalue().decode().splitlines()
        if not (header := HEADER.match(line)) or header[1] in KEPT_HEADERS
    ]
    path = po_file(part, language)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines).rstrip() + "\n")


def compile_all() -> None:
    """Write the .mo file beside every .po file."""
    for path in sorted(LOCALES.rglob("*.po")):
        with path.open("rb") as file:
            catalogue = read_po(file)
        with path.with_suffix(".mo").open("wb") as file:
            write_mo(file, catalogue)


def wrong_in(part: str) -> list[str]:
    """What is not right in the translations of a part; empty when complete."""
    template = template_of(part)
    wrong: list[str] = []
    for language in LANGUAGES:
        catalogue = read(part, language)
        where = f"{part}/{language}"
        wanted = {(message.context, _key(message)) for message in template if message.id}
        wrong += [
            f"{where}: obsolete: {_key(message)}"
            for message in catalogue
            if message.id and (message.context, _key(message)) not in wanted
        ]
        wrong += [f"{where}: obsolete: {key}" for key in map(_key, catalogue.obsolete.values())]
        for context, key in sorted(wanted, key=str):
            wrong += [f"{where}: {fault}: {key}" for fault in _faults(catalogue.get(key, context))]
    return wrong


def conflicts() -> list[str]:
    """Texts that two parts translate differently: a page would show the one that is read last."""
    spoken: dict[tuple[str, object, object], dict[str, set[str]]] = {}
    for part in parts():
        for language in LANGUAGES:
            for message in read(part, language):
                if message.id and message.string:
                    said = spoken.setdefault((language, message.context, message.id), {})
                    said.setdefault(str(message.string), set()).add(part)
    return [
        f"{language}: {key}: " + " | ".join(f"{', '.join(sorted(p))}: {s}" for s, p in said.items())
        for (language, _context, key), said in sorted(spoken.items(), key=str)
        if len(said) > 1
    ]


def _key(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def _faults(message: Message | None) -> Iterator[str]:
    """Why one message cannot be used as it is."""
    if message is None:
        yield "missing"
        return
    said = [message.string] if isinstance(message.string, str) else list(message.string)
    if not all(said):
        yield "missing"
    elif message.fuzzy:
        yield "unsure"
    elif any(_names(one) - _names(*_ids(message)) for one in said):
        yield "names differ"


def _ids(message: Message) -> tuple[str, ...]:
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def _names(*spoken: str) -> set[str]:
    return {a or b for one in spoken for a, b in NAMED.findall(one)}


def parts() -> list[str]:
    """All parts, base first."""
    return ["base", *sorted(set(PARTS.values()))]


def main() -> int:
    """Do what the command line asks."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--compile", action="store_true")
    parser.add_argument("--part", choices=parts())
    asked = parser.parse_args()
    chosen = [asked.part] if asked.part else parts()
    if asked.check:
        wrong = [line for part in chosen for line in wrong_in(part)] + conflicts()
        print("\n".join(wrong) or "complete")
        return 1 if wrong else 0
    if not asked.compile:
        for part in chosen:
            update(part)
    compile_all()
    return 0


if __name__ == "__main__":
    sys.exit(main())
