"""Reading by states gives the same as reading by steps, and tells what the document holds."""

import pytest

from anskaff.documents import xml
from anskaff.documents.peppol import known, shelf
from anskaff.documents.ubl import automaton, reading, states, templates
from anskaff.documents.ubl.document import LIMITS
from anskaff.documents.ubl.table import CAC, CBC, Kind
from tests.conftest import STANDARDS
from tests.documents.mutations import mutants

EXAMPLES = "peppol-billing-3.0.21/examples/billing"
NOTED = ("empty", "unreadable", "unknown", "repeated", "disorder", "stray")
INVOICE = shelf.document(known.BY_KEY["invoice"])


def noted(read):
    """All that a reading says beside its values, as text."""
    spots = {name: [(spot.where, spot.got) for spot in getattr(read, name)] for name in NOTED}
    groups = {kind: [each.where() for each in found] for kind, found in read.groups.items()}
    identifiers = [(group.where(row), value) for group, row, value in read.identifiers]
    return spots, groups, identifiers, read.priced


def assert_same(data):
    root = xml.read(data, limits=LIMITS)
    by_steps = reading.read(root, INVOICE.root)
    for plain in (b"", data):
        assert_as_by_steps(automaton.read(root, INVOICE.root, plain), by_steps)


def assert_as_by_steps(by_states, by_steps):
    assert by_states.root == by_steps.root
    assert noted(by_states) == noted(by_steps)
    for kind, groups in by_steps.groups.items():
        assert by_states.always(kind) == by_steps.always(kind)
        assert by_states.ever(kind) == by_steps.ever(kind)
        for row in groups[0].fields:
            if row.kind is not Kind.GROUP:
                told = set(by_states.distinct(kind, row.name))
                assert told == set(by_steps.distinct(kind, row.name)), (kind, row.name)


def examples():
    return [file.read_bytes() for file in sorted((STANDARDS / EXAMPLES).glob("*.xml"))]


@pytest.mark.standards
def test_official_examples_are_read_alike():
    for data in examples():
        assert_same(data)


@pytest.mark.standards
def test_documents_that_were_read_often_are_read_alike():
    for data in examples():
        root = xml.read(data, limits=LIMITS)
        for _ in range(templates.OFTEN):
            automaton.read(root, INVOICE.root, data)
    by_templates = [
        automaton.read(xml.read(data, limits=LIMITS), INVOICE.root, data).templates
        for data in examples()
    ]
    assert sum(each is not None for each in by_templates) > len(by_templates) / 2
    for data in (*examples(), *mutants(examples(), 200, seed=16932)):
        assert_same(data)


@pytest.mark.standards
def test_damaged_documents_are_read_alike():
    for data in mutants(examples(), 200, seed=16931):
        assert_same(data)


@pytest.mark.standards
def test_a_document_of_more_states_than_are_kept_is_read_alike(monkeypatch):
    monkeypatch.setattr(automaton, "MOST_STATES", 3)
    automaton.MEMORY.forget()
    for data in examples():
        assert_same(data)


@pytest.mark.standards
def test_a_document_of_more_values_and_patterns_than_are_kept_is_read_alike(monkeypatch):
    monkeypatch.setattr(states, "MOST_VALUES", 3)
    monkeypatch.setattr(templates, "MOST_PATTERNS", 1)
    monkeypatch.setattr(templates, "OFTEN", 1)
    automaton.MEMORY.forget()
    for data in (*examples(), *examples()):
        assert_same(data)


@pytest.mark.standards
def test_what_is_learnt_of_documents_has_an_end_and_is_learnt_again(monkeypatch):
    automaton.MEMORY.forget()
    monkeypatch.setattr(automaton, "MOST_STATES", 400)
    most = 0
    for _ in range(3):
        for data in examples():
            assert_same(data)
            most = max(most, automaton.MEMORY.learnt.size)
    assert 400 < most < 1500
    known = automaton.MEMORY.automata
    monkeypatch.setattr(automaton, "MOST_STATES", 0)
    assert_same(examples()[0])
    assert automaton.MEMORY.automata is not known


def test_odd_prefixes_by_the_thousand_are_forgotten_too(monkeypatch):
    automaton.MEMORY.forget()
    monkeypatch.setattr(automaton, "MOST_STATES", 500)
    for number in range(60):
        data = f"""<Invoice xmlns="{INVOICE.namespace}" xmlns:a{number}="{CBC}"><x/></Invoice>"""
        automaton.read(xml.read(data.encode()), INVOICE.root, data.encode())
    assert len(automaton.MEMORY.automata) < 60


def document(inside):
    names = f'xmlns="{INVOICE.namespace}" xmlns:b="{CBC}" xmlns:c="{CAC}"'
    return f"<Invoice {names}>{inside}</Invoice>".encode()


@pytest.mark.parametrize(
    "inside",
    [
        "",
        "<b:ID>1 &amp; &#50; &lt;b:ID&gt;</b:ID><b:Note>a</b:Note><b:Note>&#x20;b</b:Note>",
        "<b:ID>1<!-- <b:ID>2</b:ID> --></b:ID><b:Note><![CDATA[<b:ID>]]></b:Note>",
        "<!-- <b:ID>1</b:ID> --><b:ID>2</b:ID><?a <b:Note>?><b:Note>b</b:Note>",
        "<b:Strange x='>'><b:ID y='/>'/>z<b:ID/></b:Strange><b:ID>7</b:ID>",
        "<b:Strange><!-- <b:ID> --><b:ID/></b:Strange><b:ID>7</b:ID>",
        "<b:ID>a\r\nb\rc&#13;</b:ID><b:Note>&#10;</b:Note><b:Note>\n\n</b:Note>",
        "<d:ID xmlns:d='urn:d'>1</d:ID><c:Delivery xmlns:b='urn:d'><b:ID>1</b:ID></c:Delivery>",
        f"<b:ID xmlns:b='{CBC}'>1</b:ID><d:Note xmlns:d='{CBC}'>a</d:Note><b:Note>b</b:Note>",
        "<c:TaxTotal\n><b:TaxAmount  currencyID = 'NOK'>1</b:TaxAmount></c:TaxTotal >",
        "<c:TaxTotal><b:TaxAmount currencyID='A&amp;B'>1</b:TaxAmount></c:TaxTotal>",
        "<c:TaxTotal><b:TaxAmount currencyID='a>b'>1.0</b:TaxAmount></c:TaxTotal>",
        "<c:Delivery x='1'/><c:Delivery></c:Delivery><c:Delivery><b:Strange/></c:Delivery>",
        "<c:Delivery>a</c:Delivery><c:Delivery><c:DeliveryParty/>b</c:Delivery>c",
        "<b:ID>1</b:ID><b:ID>2</b:ID>",
        "<b:ID>1<b:ID>2</b:ID></b:ID><b:DueDate>2026-11-21</b:DueDate>",
        "<b:DueDate>2026-11-21</b:DueDate><b:ID>1</b:ID>",
        "<b:IssueDate>21.11.2026</b:IssueDate>",
        "<b:IssueDate> 2026-11-21</b:IssueDate><b:Note>a</b:Note><b:Note/><b:Note>b</b:Note>",
        "<b:Strange><b:ID/></b:Strange><b:ID x='1'>\u00a0</b:ID>",
        "<b:InvoiceTypeCode name='a'>380</b:InvoiceTypeCode><b:ID><b:ID/></b:ID>",
        "<c:Delivery/><c:TaxTotal>text<b:TaxAmount>1e5</b:TaxAmount></c:TaxTotal>",
        "<c:TaxTotal><b:TaxAmount currencyID=''>1</b:TaxAmount></c:TaxTotal>",
        "<c:TaxTotal><b:TaxAmount currencyID='NOK' x='2'>+1</b:TaxAmount></c:TaxTotal>",
    ],
)
def test_odd_documents_are_read_alike(inside):
    assert_same(document(inside))


def test_what_is_kept_of_a_namespace_with_odd_signs_can_be_read_again():
    odd = "<d:Strange xmlns:d='urn:a&amp;b'><d:ID>1 &amp; 2</d:ID></d:Strange>"
    read = automaton.read(xml.read(document(odd)), INVOICE.root)
    [(_, kept)] = read.root.extras.unknown
    assert xml.read(kept).tag == "{urn:a&b}Strange"
    assert xml.read(INVOICE.write(read.root))[0].tag == "{urn:a&b}Strange"
