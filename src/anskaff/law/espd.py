"""E-1 to E-4: the self-declaration (ESPD), and proof that is asked for once."""

from anskaff.concepts.finding import FindingKind
from anskaff.concepts.words import Words
from anskaff.law.rule import Rule

REQUIRED = Rule(
    id="E-1",
    words=Words(
        nb="I del III fyller oppdragsgiveren ut sin del av egenerklæringen (ESPD) og publiserer "
        "den med kunngjøringen. Leverandøren leverer den med tilbudet, også for hver deltaker "
        "i en gruppe og hver virksomhet den støtter seg på.",
        nn="I del III fyller oppdragsgivaren ut sin del av eigenerklæringa (ESPD) og publiserer "
        "ho med kunngjeringa. Leverandøren leverer ho med tilbodet, også for kvar deltakar i "
        "ei gruppe og kvar verksemd han støttar seg på.",
        en="In part III the buyer fills in its part of the self-declaration (ESPD) and publishes "
        "it with the notice. The supplier delivers it with the tender, also for each member "
        "of a group and each entity relied on.",
    ),
    source="FOA § 17-1",
)
OPTIONAL = Rule(
    id="E-2",
    words=Words(
        nb="I del II er egenerklæring frivillig for oppdragsgiveren å kreve.",
        nn="I del II er det frivillig for oppdragsgivaren å krevje eigenerklæring.",
        en="In part II the buyer may ask for a self-declaration.",
    ),
    source="FOA § 8-10",
)
FRESH_PROOF = Rule(
    id="E-3",
    words=Words(
        nb="Før tildeling leverer vinneren oppdatert dokumentasjon straks, unntatt ved avrop uten "
        "ny konkurranse. I del III kan alle bes om den når som helst.",
        nn="Før tildeling leverer vinnaren oppdatert dokumentasjon straks, unnateke ved avrop "
        "utan ny konkurranse. I del III kan alle bli bedne om ho når som helst.",
        en="Before award the winner delivers fresh proof at once, except for call-offs without a "
        "new competition. In part III anyone may be asked at any time.",
    ),
    source="FOA §§ 8-10(2), 17-1(3)(5), LOA § 5l",
)
ONCE_ONLY = Rule(
    id="E-4",
    words=Words(
        nb="Det kreves ikke dokumentasjon som oppdragsgiveren alt har, eller som kan hentes "
        "gratis fra en database i EØS.",
        nn="Det blir ikkje kravd dokumentasjon som oppdragsgivaren alt har, eller som kan hentast "
        "gratis frå ein database i EØS.",
        en="No proof is asked for that the buyer already has or can fetch free of charge from a "
        "database in the EEA.",
    ),
    source="FOA § 17-1(4)",
)

RULES = (
    REQUIRED,
    OPTIONAL,
    FRESH_PROOF,
    ONCE_ONLY,
)
FINDING_KINDS: tuple[FindingKind, ...] = ()
