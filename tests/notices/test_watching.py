"""People who follow a search are told once of what comes, as they have chosen."""

from datetime import timedelta

import pytest

from anskaff.concepts.actor import PUBLIC, SYSTEM, Actor, Role
from anskaff.concepts.errors import Conflict, Forbidden, Invalid, NotFound
from anskaff.notices.actions import registering, watching
from anskaff.notices.actions.registering import Source
from anskaff.notices.queries import watching as queries
from anskaff.notices.queries.finding import Wish
from anskaff.notices.watching import tell_followers
from anskaff.records import actions as records
from anskaff.records.models import Notification, OutgoingMail
from tests import given
from tests.published import Published

pytestmark = pytest.mark.django_db
SAVED = given.START
CAME = SAVED + timedelta(hours=1)
TOLD = CAME + timedelta(minutes=1)
FURNITURE = Wish(words="kontormøbler")


def someone(serial: int = 11) -> Actor:
    return given.a_person(given.a_supplier(serial), Role.TENDER_MANAGER, f"Tuva {serial}")


def comes(notice: str = "n-1", title: str = "Kontormøbler til skolen", **other: object) -> None:
    published = Published(notice=notice, procedure=notice, title=title)
    registering.register(published.xml(), Source.IMPORTED, by=SYSTEM, at=other.get("at", CAME))


def saved(by: Actor, wish: Wish = FURNITURE) -> int:
    return watching.save_search("Møbler", "ord=kontorm%C3%B8bler", wish, by=by, at=SAVED)


def test_a_new_notice_that_fits_is_told_once_with_title_and_link() -> None:
    comes("before", at=SAVED - timedelta(days=1))
    person = someone()
    saved(person)
    comes()
    comes("n-2", "Brøyting", at=CAME)
    assert tell_followers(TOLD) == 1
    assert tell_followers(TOLD + timedelta(hours=1)) == 0
    message = Notification.objects.get(person=person.person)
    assert message.path == "/kunngjoringer/?ord=kontorm%C3%B8bler"
    letter = OutgoingMail.objects.get()
    assert letter.title == "Nye kunngjøringer (1): Møbler"
    assert "- Kontormøbler til skolen" in letter.text
    assert "/nb/kunngjoringer/?ord=kontorm%C3%B8bler" in letter.text
    assert "Brøyting" not in letter.text


def test_a_letter_reads_well_in_each_language_and_ends_with_a_link_that_stops_it() -> None:
    for serial, language in enumerate(("nb", "nn", "en"), 11):
        person = given.a_person(
            given.a_supplier(serial), Role.TENDER_MANAGER, f"Tuva {serial}", language=language
        )
        saved(person)
    comes()
    assert tell_followers(TOLD) == 3
    letters = {letter.language: letter.text for letter in OutgoingMail.objects.all()}
    due = "tirsdag 15.09.2026 kl. 12.00 (norsk tid)"
    assert due in letters["nb"].replace("\xa0", " ")
    assert "- Kontormøbler til skolen – Nordvik kommune – frist" in letters["nb"]
    assert "Nytt i det lagra søket «Møbler»" in letters["nn"]
    assert "Slutt å få melding om dette søket: http" in letters["nn"]
    assert "– deadline Tuesday 15 September 2026" in letters["en"].replace("\xa0", " ")
    assert "/en/lagrede-sok/stopp/" in letters["en"]
    inbox = Notification.objects.first()
    assert inbox is not None
    assert "stopp" not in str(inbox.facts)


def test_a_correction_is_told_as_one_and_nothing_is_told_twice() -> None:
    """UX S14: neither the same notice again, nor an old version that comes late."""
    person = someone()
    saved(person)
    comes("n-1")
    assert tell_followers(TOLD) == 1
    later = TOLD + timedelta(hours=1)
    comes("n-1", at=later)
    assert tell_followers(later + timedelta(hours=1)) == 0
    corrected = Published(notice="n-2", procedure="n-1", changes="n-1-01", sent="2026-08-04")
    third = later + timedelta(hours=2)
    registering.register(corrected.xml(), Source.IMPORTED, by=SYSTEM, at=third)
    assert tell_followers(third + timedelta(hours=1)) == 1
    told = Notification.objects.filter(person=person.person).order_by("id").last()
    assert told is not None
    assert told.facts["titles"].startswith("- Rettet: Kontormøbler")
    old = Published(notice="n-2", version="00", procedure="n-1").xml()
    registering.register(old, Source.IMPORTED, by=SYSTEM, at=third + timedelta(hours=2))
    assert tell_followers(third + timedelta(hours=3)) == 0
    assert OutgoingMail.objects.count() == 2


def test_daily_letters_wait_for_the_morning_and_never_means_none() -> None:
    daily, never = someone(11), someone(12)
    for person, choice in ((daily, "daily"), (never, "never")):
        saved(person)
        records.choose_notifications({"saved-search-hits": choice}, by=person, at=SAVED)
    comes()
    assert tell_followers(TOLD) == 2
    letter = OutgoingMail.objects.get()
    assert letter.bundled
    assert letter.send_after > TOLD + timedelta(hours=6)


def test_a_paused_search_is_quiet_and_goes_on_from_when_it_is_resumed() -> None:
    person = someone()
    search = saved(person)
    watching.pause_search(search, by=person, at=SAVED)
    comes()
    assert tell_followers(TOLD) == 0
    watching.resume_search(search, by=person, at=TOLD)
    assert tell_followers(TOLD + timedelta(hours=1)) == 0
    comes("n-2", at=TOLD + timedelta(hours=2))
    assert tell_followers(TOLD + timedelta(hours=3)) == 1


def test_a_notice_that_is_being_registered_is_told_of_later_not_lost() -> None:
    saved(someone())
    comes()
    assert tell_followers(CAME + timedelta(seconds=1)) == 0
    assert tell_followers(CAME + timedelta(minutes=2)) == 1


def test_each_has_an_address_that_ends_with_the_search() -> None:
    person = someone()
    search = saved(person)
    comes()
    (mine,) = queries.searches(person)
    found = queries.feed(mine.token, PUBLIC, TOLD)
    assert found is not None
    assert [hit.notice for hit in found.hits] == ["n-1"]
    watching.delete_search(search, by=person, at=TOLD)
    assert queries.feed(mine.token, PUBLIC, TOLD) is None
    assert queries.searches(person) == ()
    assert tell_followers(TOLD) == 0


def test_nobody_touches_the_searches_of_others() -> None:
    search = saved(someone(11))
    other = someone(12)
    for deed in (watching.pause_search, watching.resume_search, watching.delete_search):
        with pytest.raises(NotFound, match="no-such-saved-search"):
            deed(search, by=other, at=TOLD)
    assert queries.searches(other) == queries.searches(PUBLIC) == ()


@pytest.mark.parametrize("name", ["", "  \x00 ", "x" * 121])
def test_a_search_needs_a_name_of_some_length(name: str) -> None:
    with pytest.raises(Invalid, match="saved-search-name"):
        watching.save_search(name, "", Wish(), by=someone(), at=SAVED)


def test_there_is_room_for_so_many() -> None:
    person = someone()
    for number in range(watching.MOST):
        watching.save_search(f"Søk {number}", "", Wish(), by=person, at=SAVED)
    with pytest.raises(Conflict, match="saved-searches-too-many"):
        saved(person)
    with pytest.raises(Invalid, match="saved-search-too-long"):
        watching.save_search("x", "o" * 3000, Wish(), by=someone(12), at=SAVED)
    with pytest.raises(Forbidden, match="saved-search-only-people"):
        watching.save_search("x", "", Wish(), by=SYSTEM, at=SAVED)
