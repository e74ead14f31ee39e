"""ISO Schematron, as our compiler reads it and the engine then runs it."""

from pathlib import Path

import pytest

from anskaff.documents.validation.answer import Found
from anskaff.documents.validation.saxon import Engine
from anskaff.documents.validation.schematron_source import SchematronError, load
from tests.documents.validation.schemas_given import a_part, a_schema, asked, rules_of


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine()


def test_an_assert_that_does_not_hold_is_told_with_place_and_text(
    engine: Engine, tmp_path: Path
) -> None:
    path = a_schema(
        tmp_path,
        """<ns prefix="c" uri="urn:c"/><pattern><rule context="c:line" flag="warning">
        <assert id="R1" test="number(c:price) &gt;= 0" flag="fatal">Price
          <value-of select="c:price"/> of <name/> in <name path=".."/> is &lt; <emph>zero</emph>.
        </assert><assert id="R2" test="@unit">No unit</assert></rule></pattern>""",
    )
    document = (
        '<a xmlns="urn:c"><line unit="x"><price>1</price></line><line><price>-1</price></line></a>'
    )
    assert asked(engine, path, document).found == (
        Found("R1", "fatal", "c:line[2]", "Price -1 of line in a is < zero."),
        Found("R2", "warning", "c:line[2]", "No unit"),
    )


def test_what_is_quoted_of_a_document_stays_one_finding(engine: Engine, tmp_path: Path) -> None:
    path = a_schema(
        tmp_path,
        """<pattern><rule context="b"><assert id="R1" test="@y">is <value-of select="."/></assert>
        </rule><rule context="@*"><assert id="R2" test="false()">no</assert></rule></pattern>""",
    )
    document = "<a><b x=''>x&#10;0&#9;1&#9;&#10;</b></a>"
    assert asked(engine, path, document).found == (
        Found("R1", "fatal", "b", "is x 0 1"),
        Found("R2", "fatal", "b/@x", "no"),
    )


def test_a_report_speaks_up_when_its_test_holds(engine: Engine, tmp_path: Path) -> None:
    path = a_schema(
        tmp_path,
        """<pattern><rule context="b"><report id="R1" test=". = 'x'" role="WARN">x</report>
        <report id="R2" test=". = 'y'">y</report></rule></pattern>""",
    )
    assert asked(engine, path, "<a><b>x</b></a>").found == (Found("R1", "warning", "b", "x"),)


def test_the_first_rule_that_matches_in_a_pattern_is_the_one_that_counts(
    engine: Engine, tmp_path: Path
) -> None:
    path = a_schema(
        tmp_path,
        """<pattern><rule context="b[@x]"><assert id="R1" test="false()">1</assert></rule>
        <rule context="b"><assert id="R2" test="false()">2</assert></rule></pattern>
        <pattern><rule context="*"><assert id="R3" test="not(@x)">3</assert></rule></pattern>""",
    )
    assert rules_of(asked(engine, path, "<a><b x='1'/><b/></a>")) == ["R1", "R2", "R3"]


def test_attributes_texts_and_the_document_can_be_contexts(engine: Engine, tmp_path: Path) -> None:
    path = a_schema(
        tmp_path,
        """<pattern><rule context="@x"><assert id="A" test=". = '1'">a</assert></rule></pattern>
        <pattern><rule context="text()"><assert id="T" test="false()">t</assert></rule></pattern>
        <pattern><rule context="/"><assert id="D" test="false()">d</assert></rule></pattern>
        <pattern><rule context="node()"><assert id="N" test="*|@*">n</assert></rule></pattern>""",
    )
    found = asked(engine, path, "<a><b x='2'>t</b></a>").found
    assert [(each.rule, each.where) for each in found] == [
        ("A", "b/@x"),
        ("T", "b/text()"),
        ("D", ""),
        ("N", "b/text()"),
    ]


def test_variables_of_every_level_are_seen_and_patterns_keep_theirs_apart(
    engine: Engine, tmp_path: Path
) -> None:
    path = a_schema(
        tmp_path,
        """<let name="limit" value="10"/><let name="same" value="'schema'"/>
        <pattern><let name="own" value="//b/@x"/><rule context="a[$own]">
          <let name="double" value="2 * $limit"/>
          <assert id="R1" test="$double = 21">double is <value-of select="$double"/></assert>
          <assert id="R2" test="$own = '$own'">own is <value-of select="$own"/></assert>
        </rule></pattern>
        <pattern><let name="own" value="'other'"/><let name="same" value="'pattern'"/>
          <rule context="a"><assert id="R3" test="false()"><value-of select="$own, $same"/></assert>
        </rule></pattern>
        <pattern><rule context="a"><assert id="R4" test="false()">
          <value-of select="$same"/></assert></rule></pattern>""",
    )
    assert [each.text for each in asked(engine, path, "<a><b x='5'/></a>").found] == [
        "double is 20",
        "own is 5",
        "other pattern",
        "schema",
    ]


def test_functions_and_keys_of_xslt_can_be_used(engine: Engine, tmp_path: Path) -> None:
    path = a_schema(
        tmp_path,
        """<ns prefix="u" uri="urn:u"/><ns prefix="xs" uri="http://www.w3.org/2001/XMLSchema"/>
        <xsl:key name="by-x" match="b" use="@x"/>
        <xsl:function name="u:even" as="xs:boolean"><xsl:param name="n"/>
          <xsl:sequence select="xs:integer($n) mod 2 = 0"/></xsl:function>
        <pattern><rule context="b"><assert id="K" test="count(key('by-x', @x)) = 1">twice</assert>
        <assert id="F" test="u:even(@x)">odd</assert></rule></pattern>""",
        traits='xmlns:u="urn:u" queryBinding="xslt2"',
    )
    assert rules_of(asked(engine, path, "<a><b x='2'/><b x='3'/><b x='2'/></a>")) == ["K", "F", "K"]


def test_abstract_patterns_are_filled_in_with_their_parameters(
    engine: Engine, tmp_path: Path
) -> None:
    path = a_schema(
        tmp_path,
        """<pattern id="general" abstract="true"><param name="limit" value="3"/>
        <let name="all" value="count($each)"/><rule context="$each">
        <assert id="R1" test="$rule-1 and $all &lt; $limit">$each: $rule-1</assert></rule></pattern>
        <pattern id="real" is-a="general"><param name="each " value="b"/>
        <param name="rule" value="wrong"/><param name="rule-1" value="@x"/></pattern>""",
    )
    assert rules_of(asked(engine, path, "<a><b/><b x='1'/></a>")) == ["R1"]
    assert asked(engine, path, "<a><b/></a>").found[0].text == "b: @x"


def test_abstract_rules_lend_their_assertions(engine: Engine, tmp_path: Path) -> None:
    path = a_schema(
        tmp_path,
        """<pattern><rule abstract="true" id="lent"><let name="x" value="@x"/>
        <assert id="R1" test="$x = 1">1</assert></rule>
        <rule context="b"><extends rule="lent"/><assert id="R2" test="@y">2</assert></rule>
        </pattern>""",
    )
    assert rules_of(asked(engine, path, "<a><b x='2'/></a>")) == ["R2", "R1"]


def test_a_phase_chooses_patterns_and_has_variables(engine: Engine, tmp_path: Path) -> None:
    path = a_schema(
        tmp_path,
        """<phase id="second"><let name="v" value="1"/><active pattern="p2"/></phase>
        <pattern id="p1"><rule context="a"><assert id="R1" test="@x">1</assert></rule></pattern>
        <pattern id="p2"><rule context="a"><assert id="R2" test="$v = 2">2</assert></rule></pattern>
        """,
        traits='defaultPhase="second"',
    )
    assert rules_of(asked(engine, path, "<a/>")) == ["R2"]
    assert asked(engine, path, "<a/>", phase="#ALL").left_out[0].rules == ("R2",)
    assert asked(engine, path, "<a/>", phase="third").stopped == "there is no phase third"


def test_pieces_in_other_files_are_included(engine: Engine, tmp_path: Path) -> None:
    rule = '<rule context="{}"><assert id="{}" test="false()">x</assert></rule>'
    a_part(tmp_path, f'<pattern id="p">{rule.format("a", "R1")}</pattern>', name="parts/one.sch")
    a_part(tmp_path, rule.format("b", "R2"), name="parts/two.sch")
    a_part(tmp_path, f'<list n="">{rule.format("c", "R3")}<x id="here"/></list>', name="three.sch")
    a_part(tmp_path, '<rule id=""><assert id="R4" test="false()">x</assert></rule>', name="4.sch")
    a_schema(tmp_path, f"<pattern>{rule.format('e', 'R5')}</pattern>", name="whole.sch")
    path = a_schema(
        tmp_path,
        """<include href="parts/one.sch"/><pattern><include href="parts/two.sch"/>
        <rule context="d"><extends href="4.sch"/></rule></pattern>
        <xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="whole.sch"/>
        """,
    )
    assert rules_of(asked(engine, path, "<a><b/><c/><d/><e/></a>")) == ["R1", "R2", "R4", "R5"]


def test_a_part_of_another_file_is_included_by_its_id(engine: Engine, tmp_path: Path) -> None:
    rule = '<rule id="r" context="a"><assert id="R1" test="false()">x</assert></rule>'
    a_part(tmp_path, f'<pattern id="p">{rule}</pattern>', name="parts.sch")
    path = a_schema(tmp_path, '<pattern><include href="parts.sch#r"/></pattern>')
    assert rules_of(asked(engine, path, "<a/>")) == ["R1"]


def test_diagnostics_are_said_after_the_message(engine: Engine, tmp_path: Path) -> None:
    path = a_schema(
        tmp_path,
        """<pattern><rule context="a"><assert diagnostics="d other" test="@x">[R-1] No x.</assert>
        </rule></pattern><diagnostics><diagnostic id="d">There is <value-of select="name()"/>.
        </diagnostic></diagnostics>""",
    )
    assert asked(engine, path, "<a/>").found == (
        Found("R-1", "fatal", "", "[R-1] No x. There is a."),
    )


def test_an_expression_that_the_engine_rejects_is_left_out_by_name(
    engine: Engine, tmp_path: Path
) -> None:
    path = a_schema(
        tmp_path,
        """<let name="bad" value="1 +"/>
        <pattern><rule context="a"><assert id="R1" test="a b">1</assert>
        <assert id="R2" test="$bad = 1">2</assert><assert id="R3" test="false()">3</assert></rule>
        </pattern><pattern><rule context="a["><assert id="R4" test="true()">4</assert>
        <assert id="R5" test="true()">5</assert></rule><rule context="a">
        <assert id="R6" test="false()">6</assert></rule></pattern>""",
    )
    answer = asked(engine, path, "<a/>")
    assert rules_of(answer) == ["R3", "R6"]
    assert [(each.what, each.rules) for each in answer.left_out] == [
        ("R1", ("R1",)),
        ("R2", ("R2",)),
        ("bad", ()),
        ("a[", ("R4", "R5")),
    ]
    assert "Unexpected token" in answer.left_out[0].text


def test_brackets_of_ours_never_complete_a_broken_expression(
    engine: Engine, tmp_path: Path
) -> None:
    path = a_schema(
        tmp_path,
        '<pattern><rule context="a"><assert id="R1" test="@x) or (@y">1</assert></rule></pattern>',
    )
    assert [each.what for each in asked(engine, path, "<a x='1'/>").left_out] == ["R1"]


def test_a_rule_that_cannot_be_asked_of_a_document_is_named_and_the_others_run(
    engine: Engine, tmp_path: Path
) -> None:
    path = a_schema(
        tmp_path,
        """<ns prefix="xs" uri="http://www.w3.org/2001/XMLSchema"/><pattern>
        <rule context="b"><let name="n" value="xs:decimal(.)"/>
        <assert id="R1" test="$n &gt; 0">1</assert><report id="R2" test="$n &gt; 9">2</report>
        </rule><rule context="a">
        <assert id="R3" flag="warning" test="xs:decimal(b[1]) &gt; 1">3</assert>
        <assert id="R4" test="false()">4</assert></rule></pattern>""",
    )
    answer = asked(engine, path, "<a><b>x</b><b>-1</b></a>")
    assert [(each.rule, each.where) for each in answer.found] == [("R4", ""), ("R1", "b[2]")]
    assert [(each.rule, each.severity, each.where, each.code) for each in answer.unasked] == [
        ("R3", "warning", "", "FORG0001"),
        ("R1", "fatal", "b", "FORG0001"),
        ("R2", "fatal", "b", "FORG0001"),
    ]
    assert 'Cannot convert string "x"' in answer.unasked[0].text
    assert rules_of(asked(engine, path, "<a><b>10</b></a>")) == ["R4", "R2"]
    assert len(asked(engine, path, "<a><b>y</b></a>").unasked) == 3


def test_a_context_that_cannot_be_judged_matches_nothing_as_in_other_engines(
    engine: Engine, tmp_path: Path
) -> None:
    path = a_schema(
        tmp_path,
        """<let name="n" value="number(/a/b) + error()"/><pattern><rule context="a[$n = 1]">
        <assert id="R1" test="false()">1</assert></rule><rule context="a">
        <assert id="R2" test="false()">2</assert></rule></pattern>""",
    )
    assert rules_of(asked(engine, path, "<a/>")) == ["R2"]


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ('<include href="none.sch"/>', "none.sch: No such file"),
        ('<include href="../outside.sch"/>', "outside"),
        ('<include href="rules.sch"/>', "includes itself"),
        ('<include href="part.sch#none"/>', "nothing with the id none"),
        (
            '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="x" parse="text"/>',
            "a part",
        ),
        ('<pattern is-a="none"/>', "no abstract pattern none"),
        ('<pattern documents="x"/>', "several documents"),
        ('<pattern><rule context="a"><extends rule="none"/></rule></pattern>', "no abstract rule"),
        (
            """<pattern><rule abstract="true" id="r"><extends rule="r"/></rule>
            <rule context="a"><extends rule="r"/></rule></pattern>""",
            "no abstract rule r",
        ),
        ('<pattern><let name="x"/></pattern>', "has no value attribute"),
        ("<rule context='a'/>", "rule in schema is not understood"),
        ("<pattern><xsl:variable name='x'/></pattern>", "variable in pattern is not understood"),
        ("<xsl:import href='x'/>", "import in schema is not understood"),
        (
            """<pattern><rule context="a"><assert test="b"><xsl:text>x</xsl:text></assert></rule>
            </pattern>""",
            "text in a message is not understood",
        ),
    ],
)
def test_what_is_not_understood_is_refused_by_name(tmp_path: Path, body: str, why: str) -> None:
    folder = tmp_path / "rules"
    a_part(folder, '<pattern id="p"/>', name="part.sch")
    (tmp_path / "outside.sch").write_text("<x/>")
    with pytest.raises(SchematronError, match=why):
        load(a_schema(folder, body), within=folder)


def test_only_schemas_with_a_known_query_language_are_read(tmp_path: Path) -> None:
    with pytest.raises(SchematronError, match="query binding exslt is not known"):
        load(a_schema(tmp_path, "", traits='queryBinding="exslt"'), within=tmp_path)
    with pytest.raises(SchematronError, match="expected a Schematron schema, found"):
        load(a_part(tmp_path, '<pattern id="p"/>', name="p.sch"), within=tmp_path)
    root = a_part(tmp_path, '<include href="p.sch"/>', name="i.sch")
    with pytest.raises(SchematronError, match="the whole file is an include"):
        load(root, within=tmp_path)


def test_foreign_elements_of_languages_that_nobody_runs_are_passed_over(
    engine: Engine, tmp_path: Path
) -> None:
    path = a_schema(
        tmp_path,
        """<note xmlns="urn:notes">x</note><title>Rules</title><pattern><title>p</title>
        <rule context="a"><assert id="R1" test="false()">x</assert></rule></pattern>""",
    )
    assert load(path, within=tmp_path).title == "Rules"
    assert rules_of(asked(engine, path, "<a/>")) == ["R1"]
