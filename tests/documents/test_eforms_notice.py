"""The eForms reader against real published notices and against small made ones."""

import dataclasses
import functools
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from anskaff.concepts.contract_kind import ContractKind
from anskaff.concepts.criterion import CriterionKind
from anskaff.concepts.errors import Unreadable
from anskaff.concepts.money import Money
from anskaff.concepts.notice import DurationUnit, LotKind, NoticeForm, NoticeReading, WeightKind
from anskaff.documents.eforms import notice, paths, terms
from anskaff.documents.mapping import Group, Term
from tests.conftest import STANDARDS

NOTICES = STANDARDS / "real-notices"
FILES = sorted(NOTICES.glob("*/*.xml"))
NS = paths.NAMESPACES
standards = pytest.mark.standards


@functools.cache
def both(path: Path) -> tuple[etree._Element, NoticeReading]:
    data = path.read_bytes()
    return etree.fromstring(data), notice.read(data)


def texts(root: etree._Element, path: str) -> list[str]:
    found = root.xpath(path, namespaces=NS)
    values = (each.text if isinstance(each, etree._Element) else str(each) for each in found)
    return [value.strip() for value in values if value and value.strip()]


each_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)


@standards
def test_the_folder_holds_notices_of_all_kinds() -> None:
    forms = {both(path)[1].form for path in FILES}
    assert {
        NoticeForm.PLANNING,
        NoticeForm.COMPETITION,
        NoticeForm.DIRECT_AWARD,
        NoticeForm.RESULT,
        NoticeForm.MODIFICATION,
    } <= forms


@standards
@each_file
def test_identity_and_title_are_what_the_file_says(path: Path) -> None:
    root, reading = both(path)
    assert [reading.notice] == texts(root, "cbc:ID")
    assert [reading.version] == texts(root, "cbc:VersionID")
    assert [reading.procedure] == (texts(root, "cbc:ContractFolderID") or [""])
    assert [reading.customization] == texts(root, "cbc:CustomizationID")
    assert [reading.subtype] == texts(root, "//efac:NoticeSubType/cbc:SubTypeCode")
    assert set(reading.title.by_language.values()) == set(
        texts(root, "cac:ProcurementProject/cbc:Name")
    )
    assert set("".join(reading.description.by_language.values()).split()) == set(
        "".join(texts(root, "cac:ProcurementProject/cbc:Description")).split()
    )


@standards
@each_file
def test_languages_are_what_the_file_says_and_each_title_keeps_its_own(path: Path) -> None:
    root, reading = both(path)
    assert list(reading.languages) == tags(texts(root, "cbc:NoticeLanguageCode"))
    assert list(reading.more_languages) == tags(texts(root, "cac:AdditionalNoticeLanguage/cbc:ID"))
    for node, title in (
        (root, reading.title),
        *zip(
            root.findall("cac:ProcurementProjectLot", NS),
            (lot.title for lot in reading.lots),
            strict=True,
        ),
    ):
        names = node.findall("cac:ProcurementProject/cbc:Name", NS)
        stated = {tags([name.get("languageID", "")])[0]: name.text for name in names if name.text}
        assert {tag: text.strip() for tag, text in stated.items()} == title.by_language
    for node, lot in zip(root.findall("cac:ProcurementProjectLot", NS), reading.lots, strict=True):
        asked = texts(node, "cac:TenderingTerms/cac:Language/cbc:ID")
        assert list(lot.languages) == list(dict.fromkeys(tags(asked)))


def tags(codes: list[str]) -> list[str]:
    """Our language tags, written out here once more so that the reader's list is checked."""
    known = {"NOR": "no", "NOB": "nb", "NNO": "nn", "ENG": "en"}
    return [known.get(code, code.lower()) for code in codes]


@standards
@each_file
def test_dates_form_and_procedure_are_what_the_file_says(path: Path) -> None:
    root, reading = both(path)
    (day,), (clock,) = texts(root, "cbc:IssueDate"), texts(root, "cbc:IssueTime")
    assert reading.dispatched == datetime.fromisoformat(f"{day[:10]}T{clock}")
    assert [reading.kind] == texts(root, "cbc:NoticeTypeCode")
    assert [reading.procedure_type] == (
        texts(root, "cac:TenderingProcess/cbc:ProcedureCode") or [""]
    )
    assert [reading.legal_basis] == texts(root, "cbc:RegulatoryDomain")
    assert [reading.publication] == (texts(root, "//efbc:NoticePublicationID") or [""])
    published = texts(root, "//efbc:PublicationDate[not(ancestor::efac:FieldsPrivacy)]")
    assert ([str(reading.published_on)] if reading.published_on else []) == [
        each[:10] for each in published
    ]
    natures = {"services": "services", "supplies": "goods", "works": "works"}
    stated = texts(root, "cac:ProcurementProject/cbc:ProcurementTypeCode")
    assert ([reading.nature.value] if reading.nature else []) == [natures[each] for each in stated]


@standards
@each_file
def test_buyers_have_name_number_and_country(path: Path) -> None:
    root, reading = both(path)
    keys = texts(root, "cac:ContractingParty/cac:Party/cac:PartyIdentification/cbc:ID")
    assert [buyer.organisation for buyer in reading.buyers] == keys
    assert len(reading.buying) == len(keys) > 0
    for key, buyer in zip(keys, reading.buying, strict=True):
        company = f"//efac:Company[cac:PartyIdentification/cbc:ID='{key}']"
        assert set(buyer.name.by_language.values()) == set(
            texts(root, f"{company}/cac:PartyName/cbc:Name")
        )
        number = texts(root, f"{company}/cac:PartyLegalEntity/cbc:CompanyID")
        assert buyer.number == "".join(number[:1]).replace(" ", "")
        country = texts(root, f"{company}/cac:PostalAddress/cac:Country/cbc:IdentificationCode")
        assert [buyer.country] == country


@standards
@each_file
def test_cpv_codes_and_value_of_the_whole_are_what_the_file_says(path: Path) -> None:
    root, reading = both(path)
    project = "cac:ProcurementProject"
    main = f"{project}/cac:MainCommodityClassification/cbc:ItemClassificationCode"
    more = f"{project}/cac:AdditionalCommodityClassification/cbc:ItemClassificationCode"
    assert [reading.cpv] == texts(root, main)
    assert list(reading.additional_cpv) == texts(root, more)
    value = f"{project}/cac:RequestedTenderTotal/cbc:EstimatedOverallContractAmount"
    stated = [
        Money(Decimal(t), c)
        for t, c in zip(texts(root, value), texts(root, f"{value}/@currencyID"), strict=True)
    ]
    assert ([reading.value] if reading.value else []) == stated


@standards
@each_file
def test_every_lot_has_key_title_cpv_and_places(path: Path) -> None:
    root, reading = both(path)
    lots = root.findall("cac:ProcurementProjectLot", NS)
    assert len(reading.lots) == len(lots)
    assert lots or reading.subtype in {"1", "2", "3"}
    for node, lot in zip(lots, reading.lots, strict=True):
        assert [lot.key] == texts(node, "cbc:ID")
        assert set(lot.title.by_language.values()) == set(
            texts(node, "cac:ProcurementProject/cbc:Name")
        )
        main = "cac:ProcurementProject/cac:MainCommodityClassification/cbc:ItemClassificationCode"
        assert [lot.cpv] == texts(node, main)
        more = main.replace("Main", "Additional")
        assert list(lot.additional_cpv) == texts(node, more)
        value = "cac:ProcurementProject/cac:RequestedTenderTotal/cbc:EstimatedOverallContractAmount"
        assert ([lot.value.amount] if lot.value else []) == [
            Decimal(each) for each in texts(node, value)
        ]
        assert ([lot.value.currency] if lot.value else []) == texts(node, f"{value}/@currencyID")
        period = "cac:ProcurementProject/cac:PlannedPeriod"
        assert ([lot.duration.amount] if lot.duration else []) == [
            Decimal(each) for each in texts(node, f"{period}/cbc:DurationMeasure")
        ]
        for day, name in ((lot.starts, "cbc:StartDate"), (lot.ends, "cbc:EndDate")):
            stated = [each[:10] for each in texts(node, f"{period}/{name}")]
            assert ([str(day)] if day else []) == stated
        nuts = ".//cac:RealizedLocation/cac:Address/cbc:CountrySubentityCode"
        assert [place.nuts for place in lot.places if place.nuts] == texts(node, nuts)


@standards
@each_file
def test_criteria_keep_kind_name_weight_and_order(path: Path) -> None:
    root, reading = both(path)
    for node, lot in zip(root.findall("cac:ProcurementProjectLot", NS), reading.lots, strict=True):
        criteria = node.findall(".//cac:SubordinateAwardingCriterion", NS)
        assert len(criteria) == len(lot.award_criteria)
        for each, read in zip(criteria, lot.award_criteria, strict=True):
            assert ([read.kind] if read.kind else []) == texts(
                each, "cbc:AwardingCriterionTypeCode"
            )
            assert set(read.name.by_language.values()) == set(texts(each, "cbc:Name"))
            weights = texts(each, ".//efbc:ParameterNumeric")
            assert [weight.amount for weight in read.weights] == [Decimal(w) for w in weights]
            percent = texts(
                each,
                ".//efac:AwardCriterionParameter[efbc:ParameterCode='per-exa']"
                "/efbc:ParameterNumeric",
            )
            if len(percent) == 1:
                assert read.weight_percent == Decimal(percent[0])
        selection = texts(node, ".//efac:SelectionCriteria/cbc:CriterionTypeCode")
        assert [each.kind for each in lot.selection_criteria if each.kind] == selection


@standards
@each_file
def test_deadlines_are_the_instants_of_the_file(path: Path) -> None:
    root, reading = both(path)
    process = "cac:TenderingProcess"
    for node, lot in zip(root.findall("cac:ProcurementProjectLot", NS), reading.lots, strict=True):
        for period, instant in (
            ("cac:TenderSubmissionDeadlinePeriod", lot.tender_deadline),
            ("cac:AdditionalInformationRequestPeriod", lot.question_deadline),
        ):
            days = texts(node, f"{process}/{period}/cbc:EndDate")
            clocks = texts(node, f"{process}/{period}/cbc:EndTime")
            if days and clocks and len(clocks[0]) > 8:
                expected = datetime.fromisoformat(f"{days[0][:10]}T{clocks[0]}")
                assert instant == expected
                assert instant.utcoffset() == timedelta(0)
            else:
                assert bool(instant) == bool(days and clocks)


@standards
@each_file
def test_documents_and_submission_addresses_are_read(path: Path) -> None:
    root, reading = both(path)
    uri = "//cac:CallForTendersDocumentReference/cac:Attachment/cac:ExternalReference/cbc:URI"
    assert [each.url for lot in reading.lots for each in lot.documents if each.url] == texts(
        root, uri
    )
    addresses = texts(root, "//cac:TenderRecipientParty/cbc:EndpointID")
    assert [lot.submission_url for lot in reading.lots if lot.submission_url] == addresses


@standards
@each_file
def test_results_name_winners_and_amounts(path: Path) -> None:
    root, reading = both(path)
    result = "//efac:NoticeResult"
    amounts = texts(root, f"{result}/efac:LotTender/cac:LegalMonetaryTotal/cbc:PayableAmount")
    assert [each.value.amount for each in reading.tenders if each.value] == list(
        map(Decimal, amounts)
    )
    tenderers = texts(root, f"{result}/efac:TenderingParty/efac:Tenderer/cbc:ID")
    behind = [member for party in reading.parties for member in party.tenderers]
    assert [member.organisation for member in behind] == tenderers
    assert [each.outcome for each in reading.results if each.outcome] == texts(
        root, f"{result}/efac:LotResult/cbc:TenderResultCode"
    )


@standards
@each_file
def test_everything_is_read_or_listed_as_unread(path: Path) -> None:
    """No element's text is lost: what no field holds is in `unread`."""
    root, reading = both(path)
    held = "\n".join(strings(reading))
    packed = "".join(held.split())
    for element in root.iter(etree.Element):
        text = (element.text or "").strip()
        if text and not held_in_another_form(element):
            assert "".join(text.split()) in packed, element.tag


def held_in_another_form(element: etree._Element) -> bool:
    """Codes with a word of ours, numbers, days, flags, languages: the other tests prove these."""
    name = etree.QName(element).localname
    parent = element.getparent()
    forms = ("Code", "Date", "Time", "Indicator", "Amount", "Numeric", "Measure", "Quantity")
    in_language = parent is not None and etree.QName(parent).localname.endswith("Language")
    return name.endswith(forms) or name == "LanguageID" or in_language


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from strings(getattr(value, field.name))
    elif isinstance(value, tuple):
        for each in value:
            yield from strings(each)
    elif isinstance(value, dict):
        for each in value.values():
            yield from strings(each)


def groups(group: Group) -> Iterator[Group]:
    yield group
    for row in group.rows:
        if isinstance(row, Group):
            yield from groups(row)


def test_the_table_fills_every_field_of_its_concepts_and_no_other() -> None:
    beside = {"unread", "findings", "rest", "document"}
    filled: dict[object, set[str]] = {}
    for group in groups(terms.NOTICE):
        targets = [row.target for row in group.rows]
        assert len(targets) == len(set(targets)), group.id
        filled.setdefault(group.build, set()).update(targets)
    for concept, fields in filled.items():
        assert fields == {field.name for field in dataclasses.fields(concept)} - beside  # type: ignore[arg-type]


def test_every_row_names_a_business_term() -> None:
    for group in groups(terms.NOTICE):
        for row in group.rows:
            assert row.id.startswith(("BT-", "OPT-", "OPP-")), row
            assert isinstance(row, Term | Group)


@standards
def test_official_examples_and_national_test_notices_are_read() -> None:
    folders = (STANDARDS / "eforms-sdk-1.14.2/examples", STANDARDS / "eforms-nor/tests")
    files = [path for folder in folders for path in sorted(folder.rglob("*.xml"))]
    readings = [each for each in map(reading_of, files) if each is not None]
    assert len(readings) > 60
    for reading in readings:
        assert reading.subtype
        assert all(finding.text("nn") for finding in reading.findings)


def reading_of(path: Path) -> NoticeReading | None:
    """The reading, or nothing for a file that says of itself that it is another document."""
    try:
        return notice.read(path.read_bytes())
    except Unreadable:
        return None


MINIMAL = """<ContractNotice xmlns="{ubl}:ContractNotice-2" {names}>
<cbc:CustomizationID>eforms-sdk-1.13</cbc:CustomizationID>
<cbc:IssueDate>2026-03-01+01:00</cbc:IssueDate><cbc:IssueTime>12:00:00+01:00</cbc:IssueTime>
<cbc:NoticeTypeCode listName="competition">cn-standard</cbc:NoticeTypeCode>
<cbc:NoticeLanguageCode>NOB</cbc:NoticeLanguageCode>
{body}</ContractNotice>"""
NAMES = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NS.items())


def read(body: str) -> NoticeReading:
    return notice.read(MINIMAL.format(ubl=paths.UBL, names=NAMES, body=body).encode())


def a_lot(body: str, key: str = "LOT-0001") -> str:
    return (
        f'<cac:ProcurementProjectLot><cbc:ID schemeName="Lot">{key}</cbc:ID>'
        f"{body}</cac:ProcurementProjectLot>"
    )


def a_criterion(
    kind: str, amount: str, code: str = "per-exa", weight: str = "number-weight"
) -> str:
    return (
        "<cac:SubordinateAwardingCriterion><ext:UBLExtensions><ext:UBLExtension>"
        "<ext:ExtensionContent><efext:EformsExtension><efac:AwardCriterionParameter>"
        f'<efbc:ParameterCode listName="{weight}">{code}</efbc:ParameterCode>'
        f"<efbc:ParameterNumeric>{amount}</efbc:ParameterNumeric>"
        "</efac:AwardCriterionParameter></efext:EformsExtension></ext:ExtensionContent>"
        "</ext:UBLExtension></ext:UBLExtensions>"
        f'<cbc:AwardingCriterionTypeCode listName="award-criterion-type">{kind}'
        "</cbc:AwardingCriterionTypeCode></cac:SubordinateAwardingCriterion>"
    )


def criteria(*each: str) -> str:
    return (
        "<cac:TenderingTerms><cac:AwardingTerms><cac:AwardingCriterion>"
        f"{''.join(each)}</cac:AwardingCriterion></cac:AwardingTerms></cac:TenderingTerms>"
    )


def deadline(day: str, clock: str = "", period: str = "TenderSubmissionDeadlinePeriod") -> str:
    time = f"<cbc:EndTime>{clock}</cbc:EndTime>" if clock else ""
    return (
        f"<cac:TenderingProcess><cac:{period}><cbc:EndDate>{day}</cbc:EndDate>{time}"
        f"</cac:{period}></cac:TenderingProcess>"
    )


def codes(reading: NoticeReading) -> set[str]:
    return {finding.code for finding in reading.findings}


def test_exact_percentages_are_read_as_percent() -> None:
    reading = read(a_lot(criteria(a_criterion("price", "60"), a_criterion("quality", "40"))))
    first, second = reading.lots[0].award_criteria
    assert (first.kind, first.weight_percent) == (CriterionKind.PRICE, Decimal(60))
    assert (second.kind, second.weight_percent) == (CriterionKind.QUALITY, Decimal(40))
    assert not {"notice-weights-not-hundred", "notice-weight-not-percent"} & codes(reading)


def test_percentages_that_do_not_make_hundred_are_a_finding() -> None:
    reading = read(a_lot(criteria(a_criterion("price", "60"), a_criterion("quality", "30"))))
    assert "notice-weights-not-hundred" in codes(reading)


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("poi-exa", WeightKind.POINTS),
        ("per-mid", WeightKind.PERCENT_MIDDLE),
        ("dec-exa", WeightKind.DECIMAL),
        ("ord-imp", WeightKind.ORDER),
    ],
)
def test_other_weights_are_kept_as_stated_with_a_finding(code: str, kind: WeightKind) -> None:
    reading = read(a_lot(criteria(a_criterion("price", "3", code))))
    (criterion,) = reading.lots[0].award_criteria
    assert criterion.weight_percent is None
    assert criterion.weights[0].kind is kind
    assert criterion.weight_stated == f"3 {code}"
    assert "notice-weight-not-percent" in codes(reading)


def test_a_threshold_is_not_a_weight() -> None:
    reading = read(a_lot(criteria(a_criterion("price", "3", "min-score", "number-threshold"))))
    assert reading.lots[0].award_criteria[0].weight_percent is None


def test_a_deadline_without_a_time_is_left_unread_with_a_finding() -> None:
    reading = read(a_lot(deadline("2026-05-01+02:00")))
    assert reading.tender_deadline is None
    assert "document-odd-value" in codes(reading)
    assert any(each.value == "2026-05-01+02:00" for each in reading.unread)


@pytest.mark.parametrize(
    ("day", "clock", "instant", "code"),
    [
        ("2026-05-01+02:00", "12:00:00+02:00", datetime(2026, 5, 1, 10, tzinfo=UTC), ""),
        ("2026-05-01Z", "12:00:00Z", datetime(2026, 5, 1, 12, tzinfo=UTC), ""),
        ("2026-05-01", "12:00:00", datetime(2026, 5, 1, 10, tzinfo=UTC), "notice-no-time-zone"),
        ("2026-01-05", "12:00:00", datetime(2026, 1, 5, 11, tzinfo=UTC), "notice-no-time-zone"),
        (
            "2026-05-01+01:00",
            "12:00:00+02:00",
            datetime(2026, 5, 1, 10, tzinfo=UTC),
            "notice-two-time-zones",
        ),
        (
            "2099-01-01+01:00",
            "12:00:00+01:00",
            datetime(2099, 1, 1, 11, tzinfo=UTC),
            "notice-far-day",
        ),
    ],
)
def test_deadlines_become_utc_instants(day: str, clock: str, instant: datetime, code: str) -> None:
    reading = read(a_lot(deadline(day, clock)))
    assert reading.tender_deadline == instant
    assert not code or code in codes(reading)


def test_a_deadline_before_the_notice_was_sent_is_a_finding() -> None:
    reading = read(a_lot(deadline("2026-02-01+01:00", "12:00:00+01:00")))
    assert "notice-deadline-before-dispatch" in codes(reading)


def test_questions_that_end_after_tenders_are_a_finding() -> None:
    tender = deadline("2026-05-01+02:00", "12:00:00+02:00")
    questions = deadline("2026-05-02+02:00", "12:00:00+02:00", "AdditionalInformationRequestPeriod")
    both = (tender + questions).replace("</cac:TenderingProcess><cac:TenderingProcess>", "")
    reading = read(a_lot(both))
    assert "notice-questions-after-tenders" in codes(reading)
    assert reading.question_deadline == datetime(2026, 5, 2, 10, tzinfo=UTC)


def a_period(body: str) -> str:
    return (
        f"<cac:ProcurementProject><cac:PlannedPeriod>{body}"
        "</cac:PlannedPeriod></cac:ProcurementProject>"
    )


def test_a_lot_that_ends_before_it_starts_is_a_finding() -> None:
    body = "<cbc:StartDate>2026-08-01Z</cbc:StartDate><cbc:EndDate>2026-07-31Z</cbc:EndDate>"
    assert "notice-ends-before-start" in codes(read(a_lot(a_period(body))))


def test_a_far_day_is_kept_with_a_finding() -> None:
    reading = read(a_lot(a_period("<cbc:EndDate>2099-12-31Z</cbc:EndDate>")))
    assert reading.lots[0].ends == date(2099, 12, 31)
    assert "notice-far-day" in codes(reading)


def test_a_value_unlike_the_sum_of_the_lots_is_a_finding() -> None:
    def worth(amount: int, currency: str = "NOK") -> str:
        return (
            "<cac:ProcurementProject><cac:RequestedTenderTotal>"
            f'<cbc:EstimatedOverallContractAmount currencyID="{currency}">{amount}'
            "</cbc:EstimatedOverallContractAmount></cac:RequestedTenderTotal>"
            "</cac:ProcurementProject>"
        )

    def lots(*each: str) -> str:
        return "".join(a_lot(worth(5, c), f"LOT-000{n}") for n, c in enumerate(each, 1))

    assert "notice-values-differ" in codes(read(worth(11) + lots("NOK", "NOK")))
    assert "notice-values-differ" not in codes(read(worth(10) + lots("NOK", "NOK")))
    assert "notice-values-differ" not in codes(read(worth(11) + lots("NOK", "EUR")))


@pytest.mark.parametrize(
    ("body", "value"),
    [
        (a_period('<cbc:DurationMeasure unitCode="MOON">2</cbc:DurationMeasure>'), "2"),
        (a_period('<cbc:DurationMeasure unitCode="DAY">-2</cbc:DurationMeasure>'), "-2"),
        (a_period("<cbc:StartDate>2026-02-30</cbc:StartDate>"), "2026-02-30"),
        (criteria(a_criterion("fairness", "30")), "fairness"),
        (criteria(a_criterion("price", "much")), "much"),
        (
            (
                "<cac:TenderingTerms><cbc:RecurringProcurementIndicator>perhaps"
                "</cbc:RecurringProcurementIndicator></cac:TenderingTerms>"
            ),
            "perhaps",
        ),
        (
            (
                "<cac:TenderingProcess><cac:FrameworkAgreement><cbc:MaximumOperatorQuantity>2.5"
                "</cbc:MaximumOperatorQuantity></cac:FrameworkAgreement></cac:TenderingProcess>"
            ),
            "2.5",
        ),
        (deadline("2026-05-01+02:00", "noon"), "noon"),
        (deadline("1 May", "12:00:00Z"), "1 May"),
        (deadline("2026-05-01+99:00", "12:00:00+99:00"), None),
    ],
)
def test_a_value_of_the_wrong_kind_is_a_finding_that_names_it(body: str, value: str | None) -> None:
    reading = read(a_lot(body))
    if value is None:
        assert "notice-no-time-zone" in codes(reading)
        assert reading.tender_deadline == datetime(2026, 5, 1, 10, tzinfo=UTC)
        return
    (finding,) = [each for each in reading.findings if each.code == "document-odd-value"]
    assert finding.facts["got"] == value
    assert value in finding.text("nb")
    if value != "fairness":
        assert value in [each.value for each in reading.unread]


def test_text_that_stands_between_elements_is_listed() -> None:
    reading = read("<cac:Signature><cbc:ID/>astray</cac:Signature>")
    assert [(each.path, each.value) for each in reading.unread] == [
        ("ContractNotice/cac:Signature/cbc:ID/..", "astray")
    ]


def test_what_is_not_in_the_table_is_listed_with_path_value_and_line() -> None:
    reading = read('<cbc:Colour shade="dark">blue</cbc:Colour>')
    assert [(each.path, each.value) for each in reading.unread] == [
        ("ContractNotice/cbc:Colour", "blue"),
        ("ContractNotice/cbc:Colour/@shade", "dark"),
    ]
    assert reading.unread[0].line == 6


def test_a_code_from_another_list_leaves_the_lists_name_unread() -> None:
    reading = read(
        "<cac:ProcurementProject><cac:MainCommodityClassification>"
        '<cbc:ItemClassificationCode listName="nace">01</cbc:ItemClassificationCode>'
        "</cac:MainCommodityClassification></cac:ProcurementProject>"
    )
    assert [each.value for each in reading.unread] == ["nace"]


@pytest.mark.parametrize(
    "amount",
    ['currencyID="NOK">many', 'currencyID="kroner">5', ">5", 'currencyID="NOK">-5'],
)
def test_an_odd_amount_is_a_finding_and_unread(amount: str) -> None:
    reading = read(
        "<cac:ProcurementProject><cac:RequestedTenderTotal>"
        f"<cbc:EstimatedOverallContractAmount {amount}</cbc:EstimatedOverallContractAmount>"
        "</cac:RequestedTenderTotal></cac:ProcurementProject>"
    )
    assert reading.value is None
    assert reading.unread
    assert "document-odd-value" in codes(reading)


def test_a_repeated_single_value_keeps_the_first_and_lists_the_other() -> None:
    reading = read("<cbc:VersionID>01</cbc:VersionID><cbc:VersionID>02</cbc:VersionID>")
    assert reading.version == "01"
    assert [each.value for each in reading.unread] == ["02"]
    assert "document-repeated-value" in codes(reading)


def test_a_small_lot_is_read_whole() -> None:
    reading = read(
        a_lot(
            '<cac:ProcurementProject><cbc:Name languageID="NOB">Salt</cbc:Name>'
            '<cbc:Name languageID="NNO">Salt til vegar</cbc:Name>'
            '<cbc:ProcurementTypeCode listName="contract-nature">supplies</cbc:ProcurementTypeCode>'
            "<cac:PlannedPeriod><cbc:StartDate>2026-08-01+02:00</cbc:StartDate>"
            '<cbc:DurationMeasure unitCode="MONTH">24</cbc:DurationMeasure></cac:PlannedPeriod>'
            "</cac:ProcurementProject>"
        )
    )
    (lot,) = reading.lots
    assert (lot.key, lot.kind, lot.nature) == ("LOT-0001", LotKind.LOT, ContractKind.GOODS)
    assert lot.title.by_language == {"nb": "Salt", "nn": "Salt til vegar"}
    assert lot.starts == date(2026, 8, 1)
    assert lot.duration is not None
    assert (lot.duration.amount, lot.duration.unit) == (Decimal(24), DurationUnit.MONTH)
    assert reading.unread == ()


def test_climate_as_a_criterion_and_as_a_statement_are_kept_apart() -> None:
    kinds = ("quality-nor-env-criteria", "quality-nor-env-spec")
    reading = read(
        a_lot(
            criteria(
                a_criterion("price", "70"),
                *(
                    a_criterion(kind, "30")
                    if kind.endswith("criteria")
                    else "<cac:SubordinateAwardingCriterion><cbc:AwardingCriterionTypeCode "
                    f'listName="award-criterion-type">{kind}</cbc:AwardingCriterionTypeCode>'
                    "</cac:SubordinateAwardingCriterion>"
                    for kind in kinds
                ),
            )
        )
    )
    (lot,) = reading.lots
    assert [each.climate for each in lot.award_criteria] == [False, True]
    assert [each.code for each in lot.climate_statements] == ["quality-nor-env-spec"]
    assert "notice-weights-not-hundred" not in codes(reading)


def test_a_buyer_may_be_named_by_its_touch_point() -> None:
    reading = read(
        "<ext:UBLExtensions><ext:UBLExtension><ext:ExtensionContent><efext:EformsExtension>"
        "<efac:Organizations><efac:Organization><efac:Company><cac:PartyIdentification>"
        '<cbc:ID schemeName="organization">ORG-0001</cbc:ID></cac:PartyIdentification>'
        "<cac:PartyName><cbc:Name>Fjordheim kommune</cbc:Name></cac:PartyName></efac:Company>"
        '<efac:TouchPoint><cac:PartyIdentification><cbc:ID schemeName="touchpoint">TPO-0001'
        "</cbc:ID></cac:PartyIdentification></efac:TouchPoint></efac:Organization>"
        "</efac:Organizations></efext:EformsExtension></ext:ExtensionContent></ext:UBLExtension>"
        "</ext:UBLExtensions><cac:ContractingParty><cac:Party><cac:PartyIdentification>"
        "<cbc:ID>TPO-0001</cbc:ID></cac:PartyIdentification></cac:Party></cac:ContractingParty>"
    )
    assert [buyer.name.in_("nb") for buyer in reading.buying] == ["Fjordheim kommune"]
    assert "notice-unknown-organisation" not in codes(reading)


def test_a_notice_of_many_strange_parts_is_read_in_time() -> None:
    many = "<cbc:Colour>blue</cbc:Colour>" * 20_000 + "<cac:ContractingParty/>" * 2_000
    reading = read(many)
    assert len(reading.unread) == 20_000
    assert reading.unread[-1].path == "ContractNotice/cbc:Colour[20000]"
    assert reading.buying == ()


def test_a_notice_with_nothing_in_it_says_what_is_missing() -> None:
    assert {"notice-no-title", "notice-no-buyer", "notice-no-lot"} <= codes(read(""))


def test_two_lots_with_one_key_are_a_finding() -> None:
    assert "notice-same-lot-key" in codes(read(a_lot("") + a_lot("")))


@pytest.mark.parametrize(
    "data",
    [
        b"<html><body>no</body></html>",
        b'<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"/>',
        b'<ContractNotice xmlns="urn:oasis:names:specification:ubl:schema:xsd:ContractNotice-2"/>',
    ],
)
def test_another_document_is_not_a_notice(data: bytes) -> None:
    with pytest.raises(Unreadable, match="notice-not-eforms") as refused:
        notice.read(data)
    assert "eForms" in refused.value.findings[0].text("nb")


def test_a_notice_without_namespace_is_told_which_one_it_needs() -> None:
    with pytest.raises(Unreadable, match="notice-namespace") as refused:
        notice.read(b"<ContractNotice/>")
    told = refused.value.findings[0].text("en")
    assert "“(none)”" in told
    assert paths.DOCUMENTS["ContractNotice"] in told


TAGS = ("cbc:EndDate", "cbc:Name", "cbc:ID", "cac:ProcurementProject", "cac:TenderingProcess")
TREES = st.recursive(
    st.tuples(st.sampled_from(TAGS), st.text(alphabet="2026-1:+Zæ ", max_size=12)),
    lambda inner: st.tuples(st.sampled_from(TAGS), st.lists(inner, max_size=3)),
    max_leaves=8,
)


def written(tree: tuple[str, object]) -> str:
    name, inner = tree
    content = inner if isinstance(inner, str) else "".join(map(written, inner))  # type: ignore[call-overload]
    return f"<{name}>{content}</{name}>"


@given(st.lists(TREES, max_size=4))
def test_any_tree_is_read_without_exception(trees: list[tuple[str, object]]) -> None:
    reading = read(a_lot("".join(map(written, trees))) + "".join(map(written, trees)))
    for finding in reading.findings:
        assert finding.text("nn")
