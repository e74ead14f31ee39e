"""Organisations have valid numbers, people join, leave and switch roles, and it is all logged."""

from datetime import UTC, datetime, timedelta

import pytest

from anskaff.concepts.actor import PUBLIC, SYSTEM, Actor, Role
from anskaff.concepts.errors import Conflict, Forbidden, Invalid, NotFound
from anskaff.parties import actions, queries
from anskaff.records import log
from anskaff.records.models import LogEntry
from tests import given

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 21, 9, tzinfo=UTC)


@pytest.mark.parametrize("number", ["", "12345678", "123456789", "abcdefghi", "9" * 40])
def test_an_organisation_number_must_have_a_valid_check_digit(number: str) -> None:
    with pytest.raises(Invalid):
        actions.register_organisation(number, "X", by=SYSTEM, at=AT)
    assert not LogEntry.objects.exists()


def test_an_organisation_is_registered_once() -> None:
    given.a_buyer(1)
    with pytest.raises(Conflict):
        given.a_buyer(1)


def test_only_an_administrator_of_the_same_organisation_adds_people() -> None:
    nordvik, other = given.a_buyer(1), given.a_buyer(2, name="Sørvik kommune")
    officer = given.a_person(nordvik, Role.PROCUREMENT_OFFICER, "Kari Nordvik")
    stranger = given.a_person(other, Role.ADMINISTRATOR, "Ola Sørvik")
    for by in (officer, stranger):
        with pytest.raises(Forbidden):
            actions.add_person(
                nordvik, email="a@example.org", name="A", role=Role.LEADER, by=by, at=AT
            )


def test_a_person_who_left_no_longer_acts_for_the_organisation() -> None:
    buyer = given.a_buyer()
    admin = given.a_person(buyer, Role.ADMINISTRATOR, "Anne Nordvik")
    officer = given.a_person(buyer, Role.PROCUREMENT_OFFICER, "Kari Nordvik")
    [membership] = [m.membership for m in queries.members(admin) if m.person == officer.person]
    actions.end_membership(membership, by=admin, at=AT)
    assert queries.actor_for(officer.person, membership) is None
    assert queries.myself(officer) is None
    with pytest.raises(NotFound):
        actions.end_membership(membership, by=admin, at=AT)


def test_the_last_administrator_cannot_leave() -> None:
    admin = given.a_person(given.a_buyer(), Role.ADMINISTRATOR, "Anne Nordvik")
    [membership] = [m.membership for m in queries.members(admin)]
    with pytest.raises(Conflict):
        actions.end_membership(membership, by=admin, at=AT)


def test_a_role_in_another_organisation_cannot_be_ended() -> None:
    admin = given.a_person(given.a_buyer(), Role.ADMINISTRATOR, "Anne Nordvik")
    other = given.a_person(given.a_supplier(), Role.ADMINISTRATOR, "Ola Fjellvatn")
    [membership] = [m.membership for m in queries.members(other)]
    with pytest.raises(NotFound):
        actions.end_membership(membership, by=admin, at=AT)


def test_switching_role_is_logged_with_person_role_and_organisation() -> None:
    buyer, supplier = given.a_buyer(), given.a_supplier()
    person = given.a_person(buyer, Role.EMPLOYEE, "Kari Nordvik")
    given.a_person(supplier, Role.TENDER_MANAGER, "Kari Nordvik")
    [other] = [role for role in queries.my_roles(person) if not role.is_chosen]
    now = actions.choose_role(other.membership, by=person, at=AT)
    assert now == Actor(person=person.person, organisation=supplier, role=Role.TENDER_MANAGER)
    entry = LogEntry.objects.order_by("-index")[0]
    assert (entry.deed, entry.person) == ("parties.role_chosen", person.person)


def test_nobody_takes_a_role_that_is_not_theirs() -> None:
    person = given.a_person(given.a_buyer(), Role.EMPLOYEE, "Kari Nordvik")
    other = given.a_person(given.a_supplier(), Role.SIGNATORY, "Ola Fjellvatn")
    [theirs] = queries.my_roles(other)
    with pytest.raises(NotFound):
        actions.choose_role(theirs.membership, by=person, at=AT)


@pytest.mark.parametrize(("name", "language"), [("", "nb"), ("x" * 121, "nb"), ("Kari", "de")])
def test_a_profile_needs_a_name_and_a_language_we_have(name: str, language: str) -> None:
    person = given.a_person(given.a_buyer(), Role.EMPLOYEE, "Kari Nordvik")
    with pytest.raises(Invalid):
        actions.change_profile(name, language, by=person, at=AT)


def test_the_public_has_no_roles_and_no_name() -> None:
    assert queries.my_roles(PUBLIC) == ()
    assert queries.myself(PUBLIC) is None


class TestInvitations:
    """By letter, with a secret that is kept only as a hash, for fourteen days."""

    @pytest.fixture
    def admin(self) -> Actor:
        return given.a_person(given.a_buyer(), Role.ADMINISTRATOR, "Anne Nordvik")

    def test_someone_new_joins_with_a_name_and_a_password(self, admin: Actor) -> None:
        token = given.an_invitation(admin, "ny@example.org", Role.LEADER, at=AT)
        seen = queries.invitation(token, AT)
        assert seen is not None
        assert not seen.is_known
        joined = actions.accept_invitation(
            token, name="Ny Leder", password=given.PASSWORD, by=SYSTEM, at=AT
        )
        assert joined.role is Role.LEADER
        assert queries.myself(joined).name == "Ny Leder"
        assert log.verified().holds

    def test_the_secret_is_not_in_the_table(self, admin: Actor) -> None:
        token = given.an_invitation(admin, "ny@example.org", Role.LEADER, at=AT)
        from anskaff.parties.models import Invitation

        assert token not in str(Invitation.objects.values_list().get())

    def test_it_works_once(self, admin: Actor) -> None:
        token = given.an_invitation(admin, "ny@example.org", Role.LEADER, at=AT)
        actions.accept_invitation(token, name="N", password="x", by=SYSTEM, at=AT)
        with pytest.raises(NotFound):
            actions.accept_invitation(token, name="N", password="x", by=SYSTEM, at=AT)

    def test_it_runs_out_after_fourteen_days(self, admin: Actor) -> None:
        token = given.an_invitation(admin, "ny@example.org", Role.LEADER, at=AT)
        late = AT + timedelta(days=14)
        assert queries.invitation(token, late) is None
        with pytest.raises(NotFound):
            actions.accept_invitation(token, name="N", password="x", by=SYSTEM, at=late)

    def test_a_withdrawn_one_does_not_work(self, admin: Actor) -> None:
        token = given.an_invitation(admin, "ny@example.org", Role.LEADER, at=AT)
        [waiting] = queries.open_invitations(admin, AT)
        actions.withdraw_invitation(waiting.id, by=admin, at=AT)
        with pytest.raises(NotFound):
            actions.accept_invitation(token, name="N", password="x", by=SYSTEM, at=AT)

    def test_a_new_one_replaces_the_old_one(self, admin: Actor) -> None:
        old = given.an_invitation(admin, "ny@example.org", Role.LEADER, at=AT)
        new = given.an_invitation(admin, "NY@example.org", Role.LEADER, at=AT)
        assert queries.invitation(old, AT) is None
        assert queries.invitation(new, AT) is not None

    def test_a_known_person_must_be_logged_in_as_themselves(self, admin: Actor) -> None:
        known = given.a_person(given.a_supplier(), Role.SIGNATORY, "Kari Fjellvatn")
        email = queries.myself(known).email
        token = given.an_invitation(admin, email, Role.LEADER, at=AT)
        for by in (SYSTEM, admin):
            with pytest.raises(Conflict):
                actions.accept_invitation(token, name="N", password="x", by=by, at=AT)
        assert actions.accept_invitation(token, by=known, at=AT).organisation == admin.organisation

    @pytest.mark.parametrize("email", ["", "x", "a@b", "a b@example.org", "a@example.org\nBcc: b"])
    def test_an_address_must_be_an_address(self, admin: Actor, email: str) -> None:
        with pytest.raises(Invalid):
            actions.invite_person(email, Role.LEADER, language="nb", by=admin, at=AT)

    def test_a_buyer_has_no_tender_manager(self, admin: Actor) -> None:
        with pytest.raises(Invalid):
            given.an_invitation(admin, "ny@example.org", Role.TENDER_MANAGER, at=AT)

    def test_only_administrators_invite(self, admin: Actor) -> None:
        leader = given.a_person(admin.organisation, Role.LEADER, "Liv Nordvik")
        with pytest.raises(Forbidden):
            given.an_invitation(leader, "ny@example.org", Role.LEADER, at=AT)
        with pytest.raises(Forbidden):
            queries.open_invitations(leader, AT)
