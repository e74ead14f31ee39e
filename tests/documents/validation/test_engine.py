"""The engine and its processes: nothing outside is opened, and what fails says so."""

import io
import sys
import threading
from pathlib import Path

import pytest
from lxml import etree

from anskaff.concepts.words import Words
from anskaff.documents.standards.bundle import Bundle
from anskaff.documents.validation.answer import Answer, Found, Job, Kind
from anskaff.documents.validation.official import Official
from anskaff.documents.validation.places import placed
from anskaff.documents.validation.pool import Pool
from anskaff.documents.validation.saxon import MOST_KEPT, Engine
from anskaff.documents.validation.worker import receive, send, serve
from tests.documents.validation.schemas_given import a_schema, asked, rules_of

BROKEN = '<pattern><rule context="a"><assert id="R1" test="{}">x</assert></rule></pattern>'


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine()


def a_job(folder: Path, test: str = "false()") -> Job:
    return Job(Kind.SCHEMATRON, a_schema(folder, BROKEN.format(test)), folder)


@pytest.mark.parametrize(
    "test",
    [
        "doc('{file}')/x",
        "unparsed-text('{file}') = 'secret'",
        "doc-available('{file}')",
        "doc('http://127.0.0.1:9/x')/x",
    ],
)
def test_rules_reach_no_file_and_no_address(engine: Engine, tmp_path: Path, test: str) -> None:
    secret = tmp_path / "secret.xml"
    secret.write_text("<x/>")
    job = a_job(tmp_path, test.format(file=secret.as_uri()))
    answer = engine.ask(job, "<a/>")
    assert [each.rule for each in (*answer.found, *answer.unasked)] == ["R1"]


def test_a_document_with_entities_never_reaches_the_rules(engine: Engine, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    document = f'<!DOCTYPE a [<!ENTITY b SYSTEM "{secret.as_uri()}">]><a>&b;</a>'
    answer = engine.ask(a_job(tmp_path, "contains(., 'secret')"), document)
    assert answer.stopped or rules_of(answer) == ["R1"]


def test_rules_that_were_made_ready_are_asked_of_the_process_that_knows_them(
    tmp_path: Path,
) -> None:
    job = a_job(tmp_path)
    with Pool(2) as pool:
        assert pool.prepare(job, timeout_seconds=60).found == ()
        [worker] = pool.workers
        assert worker.known == {job}
        assert rules_of(pool.ask(job, b"<a/>")) == ["R1"]
        assert pool.workers == [worker]


def test_what_is_not_a_document_stops_the_rules(engine: Engine, tmp_path: Path) -> None:
    assert "XML parser" in engine.ask(a_job(tmp_path), "<a>").stopped


def test_files_that_cannot_be_read_stop_the_rules_with_words(
    engine: Engine, tmp_path: Path
) -> None:
    missing = Job(Kind.SCHEMATRON, tmp_path / "none.sch", tmp_path)
    assert engine.ask(missing, "<a/>").stopped == "none.sch: No such file or directory"
    missing = Job(Kind.SVRL_XSLT, tmp_path / "none.xslt", tmp_path)
    assert "No such file" in engine.ask(missing, "<a/>").stopped
    (tmp_path / "not.sch").write_text("not XML")
    assert engine.ask(Job(Kind.SCHEMATRON, tmp_path / "not.sch", tmp_path), "<a/>").stopped


def test_a_schema_whose_head_the_engine_rejects_is_not_half_run(
    engine: Engine, tmp_path: Path
) -> None:
    path = a_schema(tmp_path, f'<ns prefix="1" uri="urn:x"/>{BROKEN.format("true()")}')
    answer = asked(engine, path, "<a/>")
    assert answer == Answer(stopped=answer.stopped)
    assert answer.stopped


def test_only_the_rules_used_last_are_kept(engine: Engine, tmp_path: Path) -> None:
    for number in range(MOST_KEPT + 2):
        assert rules_of(engine.ask(a_job(tmp_path / str(number)), "<a/>")) == ["R1"]
    assert len(engine.compiled) == MOST_KEPT


SVRL = """<xsl:stylesheet version="2.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:svrl="http://purl.oclc.org/dsdl/svrl"><xsl:template match="/">
  <xsl:if test="a/@stop"><xsl:sequence select="error()"/></xsl:if><svrl:schematron-output>
  <svrl:failed-assert id="R1" flag="warning" location="/*:a[namespace-uri()='urn:a'][1]/*:b[nam\
espace-uri()='urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2'][2]">
  <svrl:text> One  text </svrl:text></svrl:failed-assert>
  <svrl:successful-report id="R2" role="error"/></svrl:schematron-output></xsl:template>
  </xsl:stylesheet>"""


def test_stylesheets_that_report_in_svrl_are_read_too(engine: Engine, tmp_path: Path) -> None:
    (tmp_path / "rules.xslt").write_text(SVRL)
    job = Job(Kind.SVRL_XSLT, tmp_path / "rules.xslt", tmp_path)
    assert placed(engine.ask(job, "<a/>"), etree.fromstring("<a/>")).found == (
        Found("R1", "warning", "cbc:b[2]", "One text"),
        Found("R2", "fatal", "", ""),
    )
    assert engine.ask(job, "<a stop=''/>").stopped


def test_a_worker_answers_jobs_until_there_are_no_more(tmp_path: Path) -> None:
    sent, received = io.BytesIO(), io.BytesIO()
    for document in ("<a/>", "<b/>", "<a>ø</a>"):
        send(sent, a_job(tmp_path), document.encode())
    sent.seek(0)
    serve(sent, received)
    received.seek(0)
    answers = [receive(received) for _ in range(4)]
    assert [each and rules_of(each) for each in answers] == [["R1"], [], ["R1"], None]


def test_a_pool_runs_rules_in_other_processes(tmp_path: Path) -> None:
    first, second = a_job(tmp_path / "1"), a_job(tmp_path / "2")
    with Pool(2) as pool:
        for _ in range(2):
            assert rules_of(pool.ask(first, b"<a/>")) == ["R1"]
        assert [len(pool.workers), len(pool.idle)] == [1, 1]
        assert rules_of(pool.ask(second, b"<a/>")) == ["R1"]
        third = a_job(tmp_path / "3")
        assert rules_of(pool.ask(third, b"<a/>")) == ["R1"]
        assert len(pool.workers) == 2
    assert pool.ask(first, b"<a/>").stopped.en == "the official engine is closed"


def test_more_threads_than_processes_wait_for_their_turn(tmp_path: Path) -> None:
    job, answers = a_job(tmp_path), []
    with Pool(1) as pool:
        threads = [
            threading.Thread(target=lambda: answers.append(pool.ask(job, b"<a/>")))
            for _ in range(4)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert [rules_of(answer) for answer in answers] == [["R1"]] * 4


NEVER = (sys.executable, "-c", "import sys; sys.stdin.buffer.read()")
ENDS = (sys.executable, "-c", "raise SystemExit(7)")
HALF = (sys.executable, "-c", "import sys; sys.stdin.buffer.read(9); sys.stdout.write('xx')")


@pytest.mark.parametrize(
    ("command", "why"),
    [
        (NEVER, "the official engine took more than 1 seconds"),
        (ENDS, "the official engine ended unexpectedly, with code 7"),
        (HALF, "the official engine ended unexpectedly, with code 0"),
    ],
)
def test_a_process_that_hangs_or_dies_is_told_and_replaced(
    tmp_path: Path, command: tuple[str, ...], why: str
) -> None:
    job = a_job(tmp_path)
    with Pool(1, timeout_seconds=1, command=command) as pool:
        big = b"<a>" + b" " * 200_000 + b"</a>"
        for document in (b"<a/>", big):
            answer = pool.ask(job, document)
            assert answer == Answer(stopped=answer.stopped)
            assert isinstance(answer.stopped, Words)
            assert answer.stopped.en in {why, why.replace("code 0", "code -9")}
        assert pool.workers == []


def test_closing_stops_what_runs_and_lets_nobody_wait(tmp_path: Path) -> None:
    job, answers = a_job(tmp_path), []
    pool = Pool(1, command=NEVER)
    threads = [
        threading.Thread(target=lambda: answers.append(pool.ask(job, b"<a/>"))) for _ in range(2)
    ]
    for thread in threads:
        thread.start()
    with pool.changed:
        pool.changed.wait_for(lambda: bool(pool.workers), timeout=10)
    pool.close()
    for thread in threads:
        thread.join(timeout=10)
        assert not thread.is_alive()
    assert [answer.stopped.en for answer in answers] == ["the official engine is closed"] * 2


def test_an_answer_that_comes_while_the_pool_closes_is_still_given(tmp_path: Path) -> None:
    with Pool(1) as pool:
        worker = pool._taken(a_job(tmp_path))
        assert worker is not None
        pool.closed = True
        pool._returned(worker)
        assert worker.process.returncode is not None


def test_the_engine_is_not_loaded_until_it_is_asked(tmp_path: Path) -> None:
    official = Official(Bundle(tmp_path), Pool())
    assert official.engine.workers == []
