"""Deeds: follow a search, pause it, and let it go (UX S14)."""

import secrets
from datetime import datetime

from django.db.models import QuerySet

from anskaff.concepts.actor import Actor
from anskaff.concepts.errors import Conflict, Forbidden, Invalid, NotFound
from anskaff.concepts.finding import FindingKind
from anskaff.concepts.words import Words
from anskaff.notices import wishes
from anskaff.notices.models import SavedSearch
from anskaff.notices.queries.finding import Wish
from anskaff.records.deeds import deed, record

MOST = 50
LONGEST_NAME = 120
LONGEST_QUERY = 2000

ONLY_PEOPLE = FindingKind(
    code="saved-search-only-people",
    text=Words(
        nb="Bare en person kan lagre søk.",
        nn="Berre ein person kan lagre søk.",
        en="Only a person can save searches.",
    ),
    cure=Words(nb="Logg inn.", nn="Logg inn.", en="Log in."),
)
NAMELESS = FindingKind(
    code="saved-search-name",
    text=Words(
        nb="Navnet på søket må ha 1 til {most} tegn.",
        nn="Namnet på søket må ha 1 til {most} teikn.",
        en="The name of the search must have 1 to {most} characters.",
    ),
    cure=Words(nb="Skriv et kort navn.", nn="Skriv eit kort namn.", en="Enter a short name."),
)
TOO_LONG = FindingKind(
    code="saved-search-too-long",
    text=Words(
        nb="Søket er for langt til å lagres.",
        nn="Søket er for langt til å lagrast.",
        en="The search is too long to save.",
    ),
    cure=Words(nb="Bruk færre filtre.", nn="Bruk færre filter.", en="Use fewer filters."),
)
TOO_MANY = FindingKind(
    code="saved-searches-too-many",
    text=Words(
        nb="Du har {most} lagrede søk, og flere er det ikke plass til.",
        nn="Du har {most} lagra søk, og fleire er det ikkje plass til.",
        en="You have {most} saved searches, and there is no room for more.",
    ),
    cure=Words(
        nb="Slett et søk du ikke trenger.",
        nn="Slett eit søk du ikkje treng.",
        en="Delete a search that you do not need.",
    ),
)
NO_SUCH_SEARCH = FindingKind(
    code="no-such-saved-search",
    text=Words(
        nb="Søket er ikke blant dine lagrede søk.",
        nn="Søket er ikkje blant dei lagra søka dine.",
        en="The search is not among your saved searches.",
    ),
    cure=Words(
        nb="Se listen over lagrede søk.",
        nn="Sjå lista over lagra søk.",
        en="See the list of saved searches.",
    ),
)


@deed(
    "notices.search_saved",
    nb="Lagret et søk i kunngjøringer.",
    nn="Lagra eit søk i kunngjeringar.",
    en="Saved a search in notices.",
)
def save_search(name: str, query: str, wish: Wish, *, by: Actor, at: datetime) -> int:
    """Follow a search from now on; the key of the row.

    Raises:
        Forbidden: the system itself asks.
        Invalid: no name, or one that is too long, or too long a search.
        Conflict: the person follows as many as there is room for.
    """
    if not by.person:
        raise Forbidden(ONLY_PEOPLE.at("person"))
    name = " ".join(name.replace("\x00", "").split())
    if not 0 < len(name) <= LONGEST_NAME:
        raise Invalid(NAMELESS.at("name", most=LONGEST_NAME))
    if len(query) > LONGEST_QUERY:
        raise Invalid(TOO_LONG.at("query"))
    if SavedSearch.objects.filter(person=by.person).count() >= MOST:
        raise Conflict(TOO_MANY.at("name", most=MOST))
    row = SavedSearch.objects.create(
        person_id=by.person,
        name=name,
        query=query,
        wish=wishes.as_json(wish),
        token=secrets.token_urlsafe(32),
        told_until=at,
        saved_at=at,
    )
    record(f"search/{row.pk}")
    return row.pk


@deed(
    "notices.search_paused",
    nb="Satte et lagret søk på pause.",
    nn="Sette eit lagra søk på pause.",
    en="Paused a saved search.",
)
def pause_search(search: int, *, by: Actor, at: datetime) -> None:
    """Send nothing more for a search, and keep it.

    Raises:
        NotFound: it is not the person's own.
    """
    del at
    _mine(search, by).update(paused=True)
    record(f"search/{search}")


@deed(
    "notices.search_stopped_by_letter",
    nb="Et lagret søk ble satt på pause fra lenken i et brev.",
    nn="Eit lagra søk vart sett på pause frå lenkja i eit brev.",
    en="A saved search was paused from the link in a letter.",
)
def stop_by_letter(search: int, *, by: Actor, at: datetime) -> None:
    """Send nothing more for a search, since someone has followed the link that its letter holds.

    Raises:
        NotFound: the search is gone.
    """
    del by, at
    if not SavedSearch.objects.filter(pk=search).update(paused=True):
        raise NotFound(NO_SUCH_SEARCH.at("search"))
    record(f"search/{search}")


@deed(
    "notices.search_resumed",
    nb="Fulgte et lagret søk igjen.",
    nn="Følgde eit lagra søk igjen.",
    en="Followed a saved search again.",
)
def resume_search(search: int, *, by: Actor, at: datetime) -> None:
    """Tell again of what comes from now on; what came meanwhile is in the search itself.

    Raises:
        NotFound: it is not the person's own.
    """
    _mine(search, by).update(paused=False, told_until=at)
    record(f"search/{search}")


@deed(
    "notices.search_deleted",
    nb="Slettet et lagret søk.",
    nn="Sletta eit lagra søk.",
    en="Deleted a saved search.",
)
def delete_search(search: int, *, by: Actor, at: datetime) -> None:
    """Let a search go; its Atom address ends.

    Raises:
        NotFound: it is not the person's own.
    """
    del at
    _mine(search, by).delete()
    record(f"search/{search}")


def _mine(search: int, by: Actor) -> QuerySet[SavedSearch]:
    mine = SavedSearch.objects.filter(pk=search, person=by.person)
    if not mine.exists():
        raise NotFound(NO_SUCH_SEARCH.at("search"))
    return mine


FINDING_KINDS = (ONLY_PEOPLE, NAMELESS, TOO_LONG, TOO_MANY, NO_SUCH_SEARCH)
DEEDS = (save_search, pause_search, stop_by_letter, resume_search, delete_search)
