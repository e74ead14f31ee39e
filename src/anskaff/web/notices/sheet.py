"""A notice as people read it: headings, facts with labels, texts and tables, in one language.

The page and the PDF are drawn from the same sheet, and so is the preview of a notice that is not
sent yet, so they cannot differ.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.utils.translation import gettext as _

from anskaff.concepts import formatting
from anskaff.concepts.contract_kind import ContractKind
from anskaff.concepts.money import Money
from anskaff.concepts.notice import (
    Duration,
    LotKind,
    NoticeChange,
    NoticeLot,
    NoticeOrganisation,
    NoticePlace,
    NoticeReading,
    StatedWeight,
    Texts,
)
from anskaff.web.notices import labels
from anskaff.web.request import language

SAFE = ("http://", "https://")
COUNTRY_CODE = 4
PERFORMANCE = "conditions"
"""The list of terms for performing the contract (BT-70)."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and what is said; `link` is a web address that may be followed, or nothing."""

    label: str
    text: str
    link: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """A table: what it is called, its header, its rows, and the columns (from 0) with numbers."""

    name: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of a notice under a heading; `lang` is the language of its texts."""

    key: str
    heading: str
    texts: tuple[str, ...] = ()
    lang: str = ""
    facts: tuple[Fact, ...] = ()
    tables: tuple[Rows, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.texts or self.facts or self.tables)


def sheet_of(reading: NoticeReading) -> tuple[Part, ...]:
    """The parts of a notice that say something, in the order people ask for them."""
    parts = (_results(reading), *_changes(reading), _about(reading), *_lots(reading))
    return tuple(part for part in (*parts, _contact(reading)) if part)


def _about(reading: NoticeReading) -> Part:
    facts = _facts(
        *(Fact(_("Oppdragsgiver"), _with_number(one)) for one in reading.buying),
        Fact(_("Type kunngjøring"), labels.subtype_name(reading.subtype)),
        Fact(
            _("Prosedyre"), labels.plain_name("procurement-procedure-type", reading.procedure_type)
        ),
        Fact(_("Type kontrakt"), _nature(reading.nature)),
        *_cpv_facts(reading.cpv, reading.additional_cpv),
        *_place_facts(reading.places),
        Fact(_("Anslått verdi uten mva."), _money(reading.value)),
        Fact(_("Høyeste verdi i rammeavtalen"), _money(reading.framework_maximum)),
        Fact(_("Flest delkontrakter én leverandør kan vinne"), _count(reading.most_lots_awarded)),
        Fact(_("Oppdragsgivers referanse"), reading.reference),
        Fact(_("Sendt"), _instant(reading.dispatched)),
    )
    return Part(
        key="om",
        heading=_("Om anskaffelsen"),
        texts=_texts(reading.description, reading.more),
        lang=language_of(reading.description),
        facts=facts,
    )


def _lots(reading: NoticeReading) -> Iterator[Part]:
    single = len(reading.lots) == 1
    members = {each.group: each.lots for each in reading.lot_groups}
    titles = {lot.key: lot.title.in_(language()) for lot in reading.lots}
    common = _common(reading)
    yield Part(key="felles", heading=_("Felles for alle delkontraktene"), tables=common)
    for lot in reading.lots:
        title = lot.title.in_(language())
        repeated = lot.description.by_language == reading.description.by_language
        yield Part(
            key=lot.key or "LOT",
            heading=_("Konkurransen") if single else f"{title} ({lot.key})",
            texts=() if single and repeated else _texts(lot.description, lot.more),
            lang=language_of(lot.description),
            facts=(
                *_facts(
                    Fact(
                        _("Delkontrakter i gruppen"),
                        ", ".join(titles.get(key) or key for key in members.get(lot.key, ())),
                    )
                ),
                *_lot_facts(reading, lot),
            ),
            tables=tuple(table for table in _tables(lot) if table not in common),
        )


def _tables(lot: NoticeLot) -> tuple[Rows, ...]:
    return tuple(table for table in (_criteria(lot), _requirements(lot)) if table.rows)


def _common(reading: NoticeReading) -> tuple[Rows, ...]:
    """Tables that are the same in every one of several lots: long, and read once."""
    if len(reading.lots) == 1:
        return ()
    each = [_tables(lot) for lot in reading.lots if lot.kind is not LotKind.GROUP]
    return tuple(table for table in (each[0] if each else ()) if all(table in one for one in each))


def _lot_facts(reading: NoticeReading, lot: NoticeLot) -> tuple[Fact, ...]:
    same = lot.cpv == reading.cpv and lot.additional_cpv == reading.additional_cpv
    return _facts(
        Fact(_("Tilbudsfrist"), _instant(lot.tender_deadline)),
        Fact(_("Frist for forespørsel om å delta"), _instant(lot.request_deadline)),
        Fact(_("Frist for interesse"), _instant(lot.interest_deadline)),
        Fact(_("Frist for spørsmål"), _instant(lot.question_deadline)),
        Fact(_("Åpning av tilbud"), _instant(lot.opening)),
        Fact(_("Anslått verdi uten mva."), "" if lot.value == reading.value else _money(lot.value)),
        Fact(_("Høyeste verdi i rammeavtalen"), _money(lot.framework_maximum)),
        *(() if same else _cpv_facts(lot.cpv, lot.additional_cpv)),
        *(() if lot.places == reading.places else _place_facts(lot.places)),
        Fact(_("Varighet"), _duration(lot.duration)),
        Fact(_("Start"), _day(lot.starts)),
        Fact(_("Slutt"), _day(lot.ends)),
        Fact(_("Opsjoner"), lot.options.in_(language())),
        Fact(_("Forlengelser"), lot.renewals.in_(language())),
        Fact(_("Rammeavtale"), labels.plain_name("framework-agreement", lot.framework)),
        Fact(_("Flere som kan kjøpe på rammeavtalen"), lot.framework_buyers.in_(language())),
        *_aims(lot),
        *(_link(_("Dokumenter"), one.url) for one in lot.documents),
        _link(_("Tilbud leveres her"), lot.submission_url),
        Fact(_("Språk i tilbudet"), ", ".join(labels.language_name(tag) for tag in lot.languages)),
        Fact(_("Tilbudet skal gjelde i"), _duration(lot.validity)),
        *(
            Fact(_("Vilkår for å utføre kontrakten"), one.description.in_(language()))
            for one in lot.conditions
            if one.subject == PERFORMANCE
        ),
        Fact(_("Betalingsvilkår"), lot.payment.in_(language())),
        Fact(_("Klageorgan"), _body(reading, lot.appeal_body)),
        Fact(_("Frister for å klage"), lot.appeal_deadline.in_(language())),
    )


def _body(reading: NoticeReading, key: str) -> str:
    """An organisation with what one needs to reach it."""
    one = reading.organisation(key)
    return ", ".join(filter(None, (_with_number(one), one.email, one.telephone))) if one else ""


def _aims(lot: NoticeLot) -> Iterator[Fact]:
    for aim in lot.strategies:
        name = labels.code_name(aim.subject, aim.code)
        words = aim.description.in_(language())
        yield Fact(_("Mål med anskaffelsen"), f"{name}. {words}" if words else name)
    for stated in lot.climate_statements:
        name = labels.code_name("award-criterion-type", stated.code)
        words = stated.description.in_(language())
        yield Fact(_("Klima og miljø"), f"{name}. {words}" if words else name)


def _criteria(lot: NoticeLot) -> Rows:
    return Rows(
        name=_("Tildelingskriterier"),
        header=(_("Kriterium"), _("Type"), _("Vekt"), _("Beskrivelse")),
        rows=tuple(
            (
                one.name.in_(language()) or labels.plain_name("award-criterion-type", one.code),
                labels.plain_name("award-criterion-type", one.code),
                _weights(one.weight_percent, one.weights),
                one.description.in_(language()),
            )
            for one in lot.award_criteria
        ),
        numeric=(2,),
    )


def _weights(percent: Decimal | None, weights: tuple[StatedWeight, ...]) -> str:
    if percent is not None:
        return f"{formatting.number(percent.normalize(), language())} %"
    stated = (
        f"{'' if one.amount is None else formatting.number(one.amount, language())} "
        f"{labels.plain_name('number-weight', one.code)}".strip()
        for one in weights
    )
    return "; ".join(stated)


def _requirements(lot: NoticeLot) -> Rows:
    return Rows(
        name=_("Krav til leverandøren"),
        header=(_("Krav"), _("Beskrivelse")),
        rows=tuple(
            (
                one.name.in_(language()) or labels.plain_name("selection-criterion", one.kind),
                one.description.in_(language()),
            )
            for one in lot.selection_criteria
        ),
    )


def _results(reading: NoticeReading) -> Part:
    titles = {lot.key: lot.title.in_(language()) for lot in reading.lots}
    tenders = {one.key: one for one in reading.tenders}
    rows = []
    for result in reading.results:
        chosen = {key for c in reading.contracts if c.key in result.contracts for key in c.tenders}
        values = [tenders[key].value for key in sorted(chosen & tenders.keys())]
        received = [str(one.count) for one in result.received if one.kind == "tenders"]
        outcome = labels.plain_name("winner-selection-status", result.outcome)
        reason = labels.plain_name("non-award-justification", result.not_awarded_because)
        rows.append(
            (
                titles.get(result.lot) or result.lot,
                f"{outcome}. {reason}" if reason else outcome,
                "; ".join(_with_number(one) for one in reading.winners(result.lot)),
                "; ".join(_money(value) for value in values if value),
                "; ".join(received),
            )
        )
    header = (
        _("Delkontrakt"),
        _("Utfall"),
        _("Valgt leverandør"),
        _("Verdi uten mva."),
        _("Antall tilbud"),
    )
    table = Rows(
        name=_("Resultat per delkontrakt"), header=header, rows=tuple(rows), numeric=(3, 4)
    )
    facts = _facts(
        Fact(_("Samlet verdi uten mva."), _money(reading.total)),
        Fact(_("Samlet verdi av rammeavtaler"), _money(reading.total_framework)),
        Fact(_("Anslått samlet verdi av rammeavtaler"), _money(reading.total_framework_estimate)),
        *(Fact(_("Kontrakt inngått"), _day(one.concluded)) for one in reading.contracts),
        Fact(
            _("Grunn til å tildele uten konkurranse"),
            labels.plain_name("direct-award-justification", reading.direct_award_code),
        ),
    )
    return Part(
        key="resultat",
        heading=_("Resultat"),
        texts=_texts(reading.direct_award_reason),
        facts=facts,
        tables=tuple(each for each in (table, _frameworks(reading, titles)) if each.rows),
    )


def _frameworks(reading: NoticeReading, titles: Mapping[str, str]) -> Rows:
    """What the frameworks of each lot, and of each group of lots, may come to."""
    values = (
        *((one.lot, one.framework_maximum, one.framework_estimate) for one in reading.results),
        *((one.group, one.maximum, one.estimate) for one in reading.group_frameworks),
    )
    return Rows(
        name=_("Verdi av rammeavtalene"),
        header=(_("Delkontrakt"), _("Høyeste verdi i rammeavtalen"), _("Anslått verdi uten mva.")),
        rows=tuple(
            (titles.get(key) or key, _money(most), _money(estimate))
            for key, most, estimate in values
            if most or estimate
        ),
        numeric=(1, 2),
    )


def _changes(reading: NoticeReading) -> Iterator[Part]:
    for code_list, changes in (
        ("change-corrig-justification", reading.changes),
        ("modification-justification", reading.modifications),
    ):
        for one in changes:
            yield Part(
                key="endring",
                heading=_("Hva som er endret"),
                texts=_texts(one.reason_words),
                facts=_facts(
                    Fact(_("Endrer kunngjøring"), one.notice),
                    Fact(_("Hvorfor"), labels.plain_name(code_list, one.reason)),
                ),
                tables=tuple(each for each in [_changed(reading, one)] if each.rows),
            )


def _changed(reading: NoticeReading, change: NoticeChange) -> Rows:
    """Each change with the lots and parts that it stands in, and when the documents changed."""
    return Rows(
        name=_("Endringene"),
        header=(_("Gjelder"), _("Hva som er endret"), _("Konkurransegrunnlaget endret")),
        rows=tuple(
            (
                "\n".join(_section(reading, key) for key in part.sections),
                part.description.in_(language()),
                _day(part.documents_changed_on) or (_("Ja") if part.documents_changed else "–"),
            )
            for part in change.parts
        ),
    )


def _section(reading: NoticeReading, key: str) -> str:
    """A part of a notice by its name, with its key after where it has one."""
    named = {lot.key: lot.title.in_(language()) for lot in reading.lots}
    named |= {one.key: one.name.in_(language()) for one in reading.organisations}
    if key == "PROCEDURE":
        return _("Hele anskaffelsen")
    return f"{named[key]} ({key})" if named.get(key) else key


def _contact(reading: NoticeReading) -> Part:
    facts = [
        fact
        for one in reading.buying
        for fact in (
            Fact(_("Oppdragsgiver"), _with_number(one)),
            Fact(_("Adresse"), ", ".join(filter(None, (one.street, one.postcode, one.city)))),
            Fact(_("E-post"), one.email),
            Fact(_("Telefon"), one.telephone if len(one.telephone) > COUNTRY_CODE else ""),
            _link(_("Nettsted"), one.website),
        )
    ]
    return Part(key="kontakt", heading=_("Kontakt"), facts=_facts(*facts))


def _facts(*facts: Fact) -> tuple[Fact, ...]:
    return tuple(dict.fromkeys(fact for fact in facts if fact.text.strip()))


def _link(label: str, address: str) -> Fact:
    """An address from outside; only one of the web can be followed."""
    return Fact(label, address, address if address.lower().startswith(SAFE) else "")


def _texts(*texts: Texts) -> tuple[str, ...]:
    said = (text.in_(language()).strip() for text in texts)
    return tuple(dict.fromkeys(text for text in said if text))


def language_of(texts: Texts) -> str:
    """The tag of the language that a text is shown in, as pages write it (BCP 47); or nothing."""
    shown = texts.in_(language())
    tag = next((tag for tag, text in texts.by_language.items() if text == shown), "")
    return labels.page_tag(tag)


def _with_number(one: NoticeOrganisation) -> str:
    name = one.name.in_(language())
    return f"{name} ({one.number})" if one.number and name else name or one.number


def _cpv_facts(main: str, more: tuple[str, ...]) -> tuple[Fact, ...]:
    return (
        Fact(_("Hva som kjøpes"), labels.cpv_name(main) if main else ""),
        Fact(_("Også"), "; ".join(labels.cpv_name(code) for code in more)),
    )


def _place_facts(places: Iterable[NoticePlace]) -> Iterator[Fact]:
    for place in places:
        named = (place.city, labels.nuts_name(place.nuts) if place.nuts else "")
        yield Fact(_("Sted"), ", ".join(filter(None, named)) or place.country)


def _nature(nature: ContractKind | None) -> str:
    from anskaff.competition.public_words import KIND_WORDS

    return KIND_WORDS[nature].in_(language()) if nature else ""


def _count(value: int | None) -> str:
    return "" if value is None else str(value)


def _money(value: Money | None) -> str:
    return formatting.money(value, language()) if value is not None else ""


def _instant(at: datetime | None) -> str:
    return formatting.instant(at, language()) if at else ""


def _day(on: date | None) -> str:
    return formatting.day(on, language()) if on else ""


def _duration(duration: Duration | None) -> str:
    if duration is None:
        return ""
    units = {
        "day": _("dager"),
        "week": _("uker"),
        "month": _("måneder"),
        "year": _("år"),
    }
    return f"{formatting.number(duration.amount.normalize(), language())} {units[duration.unit]}"
