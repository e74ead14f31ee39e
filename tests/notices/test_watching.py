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
