"""A search finds exactly what has the words, in order, and says honestly how many there are."""

from datetime import datetime, timedelta
from importlib import import_module
from typing import cast

import pytest
from django.apps import apps
from django.db import connection
from django.test import Client

from anskaff.competition.drafting import search_text
from anskaff.competition.models import Case, Competition
from anskaff.competition.queries import finding
from anskaff.competition.queries.finding import Hits, Wish
from anskaff.competition.searching import each_word_once, having_words
from anskaff.competition.states import State
from anskaff.concepts.actor import PUBLIC
from tests import given

pytestmark = pytest.mark.django_db
WORDS = ("Kontormøbler", "møbler", "bord", "bordplater", "skrivebord", "stol", "18", "å")
NOW = given.PUBLISHED_AT + timedelta(days=1)


def volume(many: int) -> list[Competition]:
    """Cases with three words each; instants of publishing, deadlines and titles are not in turn."""
    first = given.a_draft_case()
    kept = Case.objects.get(reference=first.reference)
    cases = Case.objects.bulk_create(
        Case(
            year=2027,
            number=number,
            reference=f"2027/{number}",
            ocid=f"ocds-volume-{number}",
            buyer_id=kept.buyer_id,
            created_by_id=kept.created_by_id,
            created_at=given.START,
        )
        for number in range(1, many + 1)
    )
    return Competition.objects.bulk_create([row(case) for case in cases])


def row(case: Case) -> Competition:
    number = case.number
    said = [WORDS[(number * step) % len(WORDS)] for step in (1, 3, 5)]
    return Competition(
        case=case,
        buyer_id=case.buyer_id,
        state=State.PUBLISHED.value,
        title=f"Vare {number * 17 % 23}",
        search_text=each_word_once(" ".join(said)),
        kind="goods",
        published_at=given.PUBLISHED_AT - timedelta(minutes=number * 7 % 11),
        tender_deadline=None if number % 5 == 0 else NOW + timedelta(days=number * 3 % 13),
    )


def published(one: Competition) -> datetime:
    return cast(datetime, one.published_at)


def found(text: str, order: str) -> list[str]:
    pages = []
    hits: Hits | None = None
    while hits is None or hits.page < hits.pages:
        page = 1 if hits is None else hits.page + 1
        hits = finding.search(Wish(words=text, order=order), PUBLIC, NOW, page=page)
        pages.append([line.reference for line in hits.lines])
    listed = [reference for page in pages for reference in page]
    assert hits.total == len(listed)
    assert not hits.more
    return listed


@pytest.mark.parametrize("order", ["published", "deadline", "title"])
def test_a_search_finds_what_has_every_word_and_keeps_the_order(order: str) -> None:
    rows = volume(61)
    last = NOW + timedelta(days=999)
    keys = {
        "published": lambda one: (-published(one).timestamp(), -one.pk),
        "deadline": lambda one: (one.tender_deadline or last, -one.pk),
        "title": lambda one: (one.title, -one.pk),
    }
    for text in ("", "møbler", "bord", "bord stol", "bordplat", "tormøb 18", "å", "finnesikke"):
        fits = [one for one in rows if all(word in one.search_text for word in text.split())]
        wanted = [one.case.reference for one in sorted(fits, key=keys[order])]
        assert found(text, order) == wanted, text


def test_a_search_counts_to_a_thousand_and_says_when_there_are_more() -> None:
    volume(1001)
    wish = Wish()
    hits = finding.search(wish, PUBLIC, NOW, page=999_999)
    assert (hits.total, hits.more, hits.page, hits.pages) == (1000, True, 50, 50)
    assert len(hits.lines) == 20
    page = Client().get("/nb/sok/?fase=alle").content.decode()
    assert "Mer enn 1000 treff" in page
    assert "Her kan du bla i de 1000 første." in page
    one = Competition.objects.filter(case__reference="2027/1")
    one.update(published_at=None, state=State.DRAFT.value)
    hits = finding.search(wish, PUBLIC, NOW, page=999_999)
    assert (hits.total, hits.more, hits.page) == (1000, False, 50)
    page = Client().get("/nb/sok/?fase=alle").content.decode()
    assert "1000 treff" in page
    assert "Mer enn" not in page


def test_words_that_a_description_repeats_are_kept_once_and_found() -> None:
    case = given.a_draft_case()
    kept = Competition.objects.get(case__reference=case.reference)
    kept.description = "Kontorstoler og bord. " * 40
    kept.search_text = search_text(kept)
    kept.save()
    assert kept.search_text.split().count("kontorstoler") == 1
    everything = Competition.objects.all()
    assert [one.pk for one in having_words(everything, "orstol bord. NORDVIK 39130000")] == [
        kept.pk
    ]
    assert not having_words(everything, "kontorstolerog").exists()


def test_cases_from_before_keep_what_they_are_found_by() -> None:
    case = given.a_draft_case()
    everything = Competition.objects.all()
    everything.update(search_text="nordvik stoler og bord og stoler")
    migration = import_module("anskaff.competition.migrations.0006_each_word_once")
    migration.shorten(apps, connection.schema_editor())
    kept = everything.get()
    assert (kept.case.reference, kept.search_text) == (case.reference, "nordvik stoler og bord")
    assert having_words(everything, "toler bord").get() == kept
    assert not having_words(everything, "bord benker").exists()
