"""The award letters of a competition, written anew as drafts."""

from datetime import date

from anskaff.competition.letters import award_letter, outcomes_of
from anskaff.competition.models import AwardLetter, Competition, OpenedTender, TenderVersion
from anskaff.competition.paper import written


def draft_letters(competition: Competition, on: date) -> list[AwardLetter]:
    """Write every tenderer's letter as if sent on that day, and keep it as the draft."""
    outcomes = outcomes_of(competition)
    tenders = OpenedTender.objects.filter(competition=competition).select_related("supplier")
    letters = []
    for tender in tenders:
        language = _language_of(tender)
        paper = award_letter(competition, tender, outcomes, sent_on=on)
        letter, _ = AwardLetter.objects.update_or_create(
            competition=competition,
            supplier=tender.supplier,
            defaults={"language": language, "content": written(paper, language)},
        )
        letters.append(letter)
    return letters


def _language_of(tender: OpenedTender) -> str:
    """The language of the person who delivered the tender."""
    found: str = TenderVersion.objects.values_list("delivered_by__language", flat=True).get(
        pk=tender.version_id
    )
    return found
