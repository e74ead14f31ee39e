"""The feeds and the sitemaps keep to their standards, rule by rule, with odd texts in them."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

import pytest
import time_machine
from django.test import Client
from lxml import etree

from anskaff.concepts.actor import SYSTEM
from anskaff.notices.actions import registering, watching
from anskaff.notices.actions.registering import Source
from anskaff.notices.queries.finding import Wish
from anskaff.notices.queries.watching import searches
from tests import given
from tests.published import Published

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"
DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
MEDIA_TYPE = re.compile(r"[\w.+-]+/[\w.+-]+")
ODD = "Bord & stoler <b>«nå»</b> \U0001f6cb ]]> æøå"
MOST_ADDRESSES, LONGEST_ADDRESS, LARGEST_BYTES = 50_000, 2_048, 52_428_800
LANGUAGES = {"nb", "nn", "en"}


@pytest.fixture(autouse=True)
def _register() -> Iterator[None]:
    with time_machine.travel(given.START + timedelta(hours=1), tick=False):
        for number, title in enumerate((ODD, "Skolemøbler", ""), 1):
            one = Published(notice=f"n-{number}", procedure=f"p-{number}", title=title)
            registering.register(one.xml(), Source.IMPORTED, by=SYSTEM, at=given.START)
        yield


def instant(text: str | None) -> datetime:
    """RFC 4287 § 3.3: a date of RFC 3339 with a capital T and a zone."""
    assert text is not None
    assert DATE.fullmatch(text), text
    return datetime.fromisoformat(text).astimezone(UTC)


def is_address(text: str | None) -> bool:
    """An absolute address that needs no base."""
    parts = urlsplit(text or "")
    return parts.scheme in {"http", "https"} and bool(parts.netloc) and " " not in (text or "")


def one(parent: etree._Element, name: str) -> etree._Element:
    """The element that there must be exactly one of."""
    found = parent.findall(f"{ATOM}{name}")
    assert len(found) == 1, name
    return found[0]


def check_links(parent: etree._Element) -> None:
    """RFC 4287 §§ 4.1.1, 4.1.2, 4.2.7: no two alternates of one type and language."""
    links = parent.findall(f"{ATOM}link")
    assert all(is_address(each.get("href")) for each in links)
    assert all(MEDIA_TYPE.fullmatch(each.get("type", "text/html")) for each in links)
    alternates = [
        (each.get("type"), each.get("hreflang"))
        for each in links
        if each.get("rel", "alternate") == "alternate"
    ]
    assert len(alternates) == len(set(alternates))


def check_feed(data: bytes) -> int:
    """Every MUST of RFC 4287 § 4 that a feed like ours can break; how many entries it has."""
    feed = etree.fromstring(data)
    assert feed.tag == f"{ATOM}feed"
    assert {each.tag for each in feed.iter() if isinstance(each.tag, str)} <= {
        f"{ATOM}{name}"
        for name in (
            *("feed", "entry", "title", "id", "link", "updated", "published"),
            *("author", "name", "category", "summary"),
        )
    }
    assert urlsplit(one(feed, "id").text or "").scheme
    assert one(feed, "title").text
    newest = instant(one(feed, "updated").text)
    check_links(feed)
    assert [each.get("rel") for each in feed.findall(f"{ATOM}link")].count("self") == 1
    entries = feed.findall(f"{ATOM}entry")
    assert len({one(each, "id").text for each in entries}) == len(entries)
    for entry in entries:
        assert urlsplit(one(entry, "id").text or "").scheme
        one(entry, "title")
        one(entry, "summary")
        assert instant(one(entry, "updated").text) <= newest
        assert instant(one(entry, "published").text) <= newest
        assert entry.findall(f"{ATOM}author") or feed.findall(f"{ATOM}author")
        assert all(one(each, "name").text for each in entry.findall(f"{ATOM}author"))
        assert all(each.get("term") for each in entry.findall(f"{ATOM}category"))
        check_links(entry)
    return len(entries)


@pytest.mark.parametrize("language", sorted(LANGUAGES))
@pytest.mark.parametrize(
    ("query", "hits"), [("?format=atom", 3), ("?format=atom&leverandor=finnesikke", 0)]
)
def test_the_feed_of_any_search_keeps_to_rfc_4287(language: str, query: str, hits: int) -> None:
    answer = Client().get(f"/{language}/kunngjoringer/{query}")
    assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert check_feed(answer.content) == hits
    titles = [each.text for each in etree.fromstring(answer.content).iter(f"{ATOM}title")]
    assert (ODD in titles) is bool(hits)


def test_the_feed_of_a_saved_search_keeps_to_rfc_4287() -> None:
    person = given.a_supplier_with_manager()
    watching.save_search(ODD, "", Wish(), by=person, at=given.START)
    [kept] = searches(person)
    assert check_feed(Client().get(f"/nb/lagrede-sok/{kept.token}.atom").content) == 3


def addresses(data: bytes, root: str, item: str) -> list[str]:
    """The addresses of a sitemap or of an index, held against sitemaps.org 0.9."""
    assert len(data) <= LARGEST_BYTES
    tree = etree.fromstring(data)
    assert tree.tag == f"{MAP}{root}"
    assert [each.tag for each in tree] == [f"{MAP}{item}"] * len(tree)
    assert 0 < len(tree) <= MOST_ADDRESSES
    found = [each.findtext(f"{MAP}loc") or "" for each in tree]
    assert all(is_address(each) and len(each) < LONGEST_ADDRESS for each in found)
    assert len(set(found)) == len(found)
    for changed in tree.iter(f"{MAP}lastmod"):
        instant(changed.text)
    return found


def test_sitemaps_keep_to_their_protocol_and_lead_to_pages_in_each_language() -> None:
    client = Client()
    robots = client.get("/robots.txt").content.decode()
    where = re.findall(r"^Sitemap: (.+)$", robots, re.MULTILINE)
    [index] = where
    [page] = addresses(client.get(urlsplit(index).path).content, "sitemapindex", "sitemap")
    answer = client.get(urlsplit(page).path)
    assert answer["Content-Type"] == "application/xml; charset=utf-8"
    found = addresses(answer.content, "urlset", "url")
    assert len(found) == 3
    hosts = {urlsplit(each).netloc for each in (*where, page, *found)}
    assert len(hosts) == 1
    for entry in etree.fromstring(answer.content):
        others = {each.get("hreflang"): each.get("href") or "" for each in entry.findall(LINK)}
        assert set(others) == LANGUAGES
        assert entry.findtext(f"{MAP}loc") in others.values()
    assert client.get(urlsplit(found[0]).path).status_code == 200
