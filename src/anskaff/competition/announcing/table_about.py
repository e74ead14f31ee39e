"""The table of fields: about the notice, the buyer, what is bought."""

from anskaff.competition.announcing import choices as c
from anskaff.competition.announcing.choices import said
from anskaff.competition.announcing.fields import (
    ALL,
    EUROPEAN,
    NATIONAL,
    NOT_CHANGES,
    VALUED,
    Field,
    Kind,
    Scope,
    Theme,
    among,
)

ABOUT = (
    Field(
        id="BT-702(b)-notice",
        theme=Theme.ABOUT,
        scope=Scope.NOTICE,
        kind=Kind.CODE,
        label=said(
            "Språk i EU ved siden av norsk",
            "Språk i EU ved sida av norsk",
            "EU language beside Norwegian",
        ),
        hint=said(
            "Over terskelverdien er det denne teksten som gjelder (FOA § 21-1).",
            "Over terskelverdien er det denne teksten som gjeld (FOA § 21-1).",
            "Above the threshold this is the authentic text (FOA § 21-1).",
        ),
        subtypes=EUROPEAN,
        needed=EUROPEAN,
        code_list="language",
        codes=c.LANGUAGES,
    ),
    Field(
        id="BT-01(c)",
        theme=Theme.ABOUT,
        scope=Scope.PROCEDURE,
        kind=Kind.CODE,
        label=said(
            "Forskriften som kjøpet følger",
            "Forskrifta som kjøpet følgjer",
            "Regulation that the purchase follows",
        ),
        hint=said(
            "Forsyning og konsesjon har egne forskrifter. Kjøp under innslagspunktet er unntatt.",
            "Forsyning og konsesjon har eigne forskrifter. Kjøp under innslagspunktet er fritekne.",
            "Utilities and concessions have regulations of their own. Purchases below the lower "
            "limit are exempt.",
        ),
        subtypes=NATIONAL,
        needed=NATIONAL,
        codes=c.LEGAL_BASES,
    ),
    Field(
        id="BT-127-notice",
        theme=Theme.ABOUT,
        scope=Scope.NOTICE,
        kind=Kind.DAY,
        label=said(
            "Konkurransen kunngjøres omtrent",
            "Konkurransen blir kunngjord omtrent",
            "The competition is expected to be published",
        ),
        subtypes=among("4 5 6 7 E2"),
        needed=among("4 6"),
    ),
    Field(
        id="BT-738-notice",
        theme=Theme.ABOUT,
        scope=Scope.NOTICE,
        kind=Kind.DAY,
        label=said(
            "Ønsket publiseringsdag", "Ønskt publiseringsdag", "Preferred day of publication"
        ),
        subtypes=ALL,
    ),
)

OF_ANY_BUYER = among("4 7 10 16 23 29 36")
"""Subtypes where every buyer says its activity as an authority (BT-10)."""

BUYER = (
    Field(
        id="BT-500",
        theme=Theme.BUYER,
        scope=Scope.COMPANY,
        kind=Kind.TEXT,
        label=said("Navn", "Namn", "Name"),
        subtypes=ALL,
        needed=ALL,
    ),
    Field(
        id="BT-501",
        theme=Theme.BUYER,
        scope=Scope.COMPANY,
        kind=Kind.TEXT,
        label=said("Organisasjonsnummer", "Organisasjonsnummer", "Registration number"),
        subtypes=ALL,
        needed=ALL,
    ),
    Field(
        id="BT-11",
        theme=Theme.BUYER,
        scope=Scope.BUYER,
        kind=Kind.CODE,
        label=said("Type oppdragsgiver", "Type oppdragsgivar", "Type of buyer"),
        hint=said(
            "Avgjør hvilken terskelverdi som gjelder.",
            "Avgjer kva terskelverdi som gjeld.",
            "Decides which threshold applies.",
        ),
        subtypes=NOT_CHANGES,
        needed=NOT_CHANGES,
        code_list="buyer-legal-type",
        codes=c.LEGAL_TYPES,
    ),
    *(
        Field(
            id="BT-10",
            theme=Theme.BUYER,
            scope=Scope.BUYER,
            kind=Kind.CODE,
            label=said("Hovedaktivitet", "Hovudaktivitet", "Main activity"),
            subtypes=subtypes,
            needed=subtypes & among("4 5 7 10 14 16 17 23 29 30 36"),
            only_when=only_when,
            code_list="authority-activity",
            codes=c.AUTHORITY_ACTIVITIES,
        )
        for subtypes, only_when in (
            (OF_ANY_BUYER, None),
            (NOT_CHANGES - OF_ANY_BUYER, ("BT-11", "authority")),
        )
    ),
    *(
        Field(
            id="BT-610",
            theme=Theme.BUYER,
            scope=Scope.BUYER,
            kind=Kind.CODE,
            label=said(
                "Aktivitet i forsyningssektoren",
                "Aktivitet i forsyningssektoren",
                "Activity as a utility",
            ),
            subtypes=subtypes,
            needed=subtypes & among("5 14 17 30"),
            only_when=only_when,
            code_list="entity-activity",
            codes=c.ENTITY_ACTIVITIES,
        )
        for subtypes, only_when in (
            (among("5 17 30"), None),
            (among("6 14 21 E2 E3 E4"), ("BT-11", "undertaking")),
        )
    ),
    Field(
        id="BT-740",
        theme=Theme.BUYER,
        scope=Scope.BUYER,
        kind=Kind.CODE,
        label=said("Rolle ved konsesjon", "Rolle ved konsesjon", "Role in a concession"),
        subtypes=among("14"),
        needed=among("14"),
        code_list="buyer-contracting-type",
        codes=c.CONTRACTING,
    ),
    *(
        Field(
            id=term,
            theme=Theme.BUYER,
            scope=Scope.COMPANY,
            kind=kind,
            label=label,
            subtypes=ALL,
            needed=ALL if needed else frozenset(),
            code_list=codes,
        )
        for term, kind, label, needed, codes in (
            ("BT-510(a)", Kind.TEXT, said("Gateadresse", "Gateadresse", "Street"), False, ""),
            ("BT-512", Kind.TEXT, said("Postnummer", "Postnummer", "Postcode"), True, ""),
            ("BT-513", Kind.TEXT, said("Poststed", "Poststad", "Town"), True, ""),
            (
                "BT-507",
                Kind.TEXT,
                said("Region (NUTS)", "Region (NUTS)", "Region (NUTS)"),
                True,
                "nuts-lvl3",
            ),
            ("BT-502", Kind.TEXT, said("Kontaktpunkt", "Kontaktpunkt", "Contact point"), False, ""),
            ("BT-506", Kind.EMAIL, said("E-post", "E-post", "E-mail"), True, ""),
            ("BT-503", Kind.TEXT, said("Telefon", "Telefon", "Telephone"), True, ""),
            ("BT-505", Kind.URL, said("Nettsted", "Nettstad", "Website"), False, ""),
        )
    ),
)

OBJECT = (
    Field(
        id="BT-21",
        theme=Theme.OBJECT,
        scope=Scope.PROCEDURE,
        kind=Kind.TEXT,
        label=said("Tittel", "Tittel", "Title"),
        subtypes=ALL,
        needed=ALL,
        translated=True,
    ),
    Field(
        id="BT-24",
        theme=Theme.OBJECT,
        scope=Scope.PROCEDURE,
        kind=Kind.LONG,
        label=said("Beskrivelse", "Skildring", "Description"),
        subtypes=ALL,
        needed=ALL,
        translated=True,
    ),
    Field(
        id="BT-22",
        theme=Theme.OBJECT,
        scope=Scope.PROCEDURE,
        kind=Kind.TEXT,
        label=said("Saksnummer", "Saksnummer", "Case number"),
        subtypes=ALL,
    ),
    Field(
        id="BT-23",
        theme=Theme.OBJECT,
        scope=Scope.PROCEDURE,
        kind=Kind.CODE,
        label=said("Hva slags kontrakt", "Kva slags kontrakt", "Nature of the contract"),
        subtypes=ALL,
        needed=ALL,
        code_list="contract-nature",
        codes={
            "supplies": said("Varer", "Varer", "Supplies"),
            "services": said("Tjenester", "Tenester", "Services"),
            "works": said("Bygg og anlegg", "Bygg og anlegg", "Works"),
        },
    ),
    Field(
        id="BT-262",
        theme=Theme.OBJECT,
        scope=Scope.PROCEDURE,
        kind=Kind.TEXT,
        label=said("CPV-kode", "CPV-kode", "CPV code"),
        subtypes=ALL,
        needed=ALL,
        code_list="cpv",
    ),
    Field(
        id="BT-263",
        theme=Theme.OBJECT,
        scope=Scope.PROCEDURE,
        kind=Kind.TEXT,
        label=said("Flere CPV-koder", "Fleire CPV-kodar", "More CPV codes"),
        subtypes=ALL,
        code_list="cpv",
    ),
    Field(
        id="BT-27",
        theme=Theme.OBJECT,
        scope=Scope.PROCEDURE,
        kind=Kind.MONEY,
        label=said(
            "Anslått verdi uten mva.", "Anslått verdi utan mva.", "Estimated value without VAT"
        ),
        subtypes=VALUED,
    ),
    Field(
        id="BT-5071",
        theme=Theme.OBJECT,
        scope=Scope.PROCEDURE,
        kind=Kind.TEXT,
        label=said(
            "Hvor det leveres (NUTS)", "Kvar det blir levert (NUTS)", "Place of performance (NUTS)"
        ),
        subtypes=ALL,
        needed=ALL,
        code_list="nuts-lvl3",
    ),
)
