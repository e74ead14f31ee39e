"""Comparisons as functions: codes and identifiers are looked up, not compared one by one.

Two sequences are equal when any of one equals any of the other. Where one side is the same for many
places (a path from the root, or from above), its texts are put in a set once; asking costs a
look-up then, however many lots and organisations a notice has.
"""

from collections.abc import Collection, Iterable, Iterator
from itertools import groupby

from anskaff.documents.eforms.asking import functions
from anskaff.documents.eforms.asking.notice import (
    NOT_ALL_TEXTS,
    Ask,
    Compile,
    Compiled,
    Notice,
    Test,
    boolean,
    texts_of,
)
from anskaff.documents.eforms.asking.parsing import (
    Binary,
    Call,
    Each,
    Expression,
    Literal,
    Several,
    Variable,
    parsed,
)
from anskaff.documents.eforms.asking.values import (
    SIGNS,
    SPACE,
    Atom,
    Item,
    atom,
    compared,
    plain,
)
from anskaff.documents.eforms.asking.walking import SELF, mentions

COMPARISONS = frozenset({"=", "!=", "<", "<=", ">", ">="})
OWN_TEXT = Call("normalize-space", (SELF,))
TRIMMED = parsed(r"replace(replace(., '\s+$', ''), '^\s+', '')")
OWN_LENGTH = Call("string-length", (OWN_TEXT,))


def comparison(sign: str, left: Expression, right: Expression, compiled: Compile) -> Compiled:
    """Two sequences compared."""
    if isinstance(left, Call) and left.name == "count" and isinstance(right, Literal):
        return _counted(sign, compiled(left.arguments[0]).items, right.value)
    if left == OWN_LENGTH and sign == "<=" and isinstance(right, Literal):
        return boolean(_not_longer(right.value, compiled))
    if (left, sign, right) == (TRIMMED, "=", SELF):
        return boolean(_is_trimmed)
    codes = _codes(right) if sign == "=" else None
    if codes is not None:
        if left == OWN_TEXT:
            return boolean(_own_among(codes))
        return boolean(_among(compiled(left).items, codes))
    one, other = compiled(left), compiled(right)
    slowly = _one_by_one(sign, one.items, other.items)
    if sign != "=":
        return boolean(slowly)
    if other.texts is not None:
        return boolean(_looked_up(one, other, slowly))
    return boolean(slowly if one.texts is None else _looked_up(other, one, slowly))


def _one_by_one(sign: str, one: Ask, other: Ask) -> Test:
    compares = SIGNS[sign]

    def test(place: Item, notice: Notice) -> bool:
        before = one(place, notice)
        if not before:
            return False
        after = [atom(each) for each in other(place, notice)]
        for each in before:
            first = atom(each)
            for second in after:
                if first.__class__ is second.__class__ is str:
                    if compares(first, second):
                        return True
                elif compared(sign, first, second):
                    return True
        return False

    return test


def _looked_up(one: Compiled, other: Compiled, slowly: Test) -> Test:
    """Whether any of one is among the texts of the other."""
    items, texts = one.items, other.texts
    assert texts is not None

    def test(place: Item, notice: Notice) -> bool:
        before = items(place, notice)
        if not before:
            return False
        known = texts(place, notice)
        if known is NOT_ALL_TEXTS:
            return slowly(place, notice)
        for each in before:
            text = each if each.__class__ is str else atom(each)
            if text.__class__ is not str:
                return slowly(place, notice)
            if text in known:
                return True
        return False

    return test


def _counted(sign: str, ask: Ask, limit: str | float) -> Compiled:
    if (sign, limit) == (">", 0):
        return boolean(lambda place, notice: bool(ask(place, notice)))
    if (sign, limit) == ("=", 0):
        return boolean(lambda place, notice: not ask(place, notice))
    compares = SIGNS[sign]
    return boolean(lambda place, notice: compares(len(ask(place, notice)), limit))


def _not_longer(limit: str | float, compiled: Compile) -> Test:
    """A text that is short as it stands is not longer without its spaces."""
    length = compiled(OWN_LENGTH).items

    def test(place: Item, notice: Notice) -> bool:
        text = atom(place)
        if isinstance(text, str) and isinstance(limit, float) and len(text) <= limit:
            return True
        [found] = length(place, notice)
        return compared("<=", atom(found), limit)

    return test


def _is_trimmed(place: Item, _notice: Notice) -> bool:
    text = atom(place)
    return isinstance(text, str) and text == text.strip(SPACE)


def _codes(expression: Expression) -> frozenset[str] | None:
    """The texts of a sequence of texts."""
    members = expression.members if isinstance(expression, Several) else (expression,)
    texts = [each.value for each in members if isinstance(each, Literal)]
    if len(texts) < len(members) or not all(isinstance(each, str) for each in texts):
        return None
    return frozenset(str(each) for each in texts)


def _among(ask: Ask, codes: Collection[Atom]) -> Test:
    def test(place: Item, notice: Notice) -> bool:
        for each in ask(place, notice):
            if (each if each.__class__ is str else atom(each)) in codes:
                return True
        return False

    return test


def _own_among(codes: Collection[str]) -> Test:
    plain_codes = frozenset(each for each in codes if plain(each) == each)

    def test(place: Item, _notice: Notice) -> bool:
        text = atom(place)
        return text in plain_codes or plain(functions.one_text((text,))) in codes

    return test


def alternatives(operands: Iterable[Expression]) -> Iterator[Expression]:
    """What `or` joins, with neighbours that ask the same of the same place made one question.

    `a = 'x' or a = 'y'` is `a = ('x', 'y')`, and `starts-with(a, 'x') or starts-with(a, 'y')`
    looks at `a` once.
    """
    for key, group in groupby(operands, _asked):
        same = list(group)
        if key is None or len(same) == 1:
            yield from same
        elif isinstance(same[0], Binary):
            members = [each for one in same if isinstance(one, Binary) for each in _members(one)]
            yield Binary("=", same[0].left, Several(tuple(members)))
        elif isinstance(same[0], Call):
            starts = [one.arguments[1] for one in same if isinstance(one, Call)]
            yield Call("starts-with", (same[0].arguments[0], Several(tuple(starts))))


def _asked(expression: Expression) -> tuple[str, Expression] | None:
    match expression:
        case Binary("=", left, right) if _codes(right) is not None:
            return "=", left
        case Call("starts-with", (text, Literal(str()))):
            return "starts-with", text
    return None


def _members(comparison: Binary) -> tuple[Expression, ...]:
    right = comparison.right
    return right.members if isinstance(right, Several) else (right,)


def start(text: Expression, starts: Several, compiled: Compile) -> Compiled:
    """Whether a text starts with any of some."""
    ask = compiled(text).items
    known = tuple(str(each.value) for each in starts.members if isinstance(each, Literal))
    return boolean(lambda place, notice: functions.one_text(ask(place, notice)).startswith(known))


def quantified(expression: Each, slowly: Test, compiled: Compile) -> Test:
    """`every $x in … satisfies $x = …` with sets; `slowly` where it looks otherwise.

    Also where not all that is compared is text.
    """
    match expression:
        case Each(kind, ((name, members),), Binary("=", left, right)):
            variable = Variable(name)
        case _:
            return slowly
    against = right if left == variable else left
    if variable not in {left, right} or mentions(against, variable):
        return slowly
    one, other, every = compiled(members), compiled(against), kind == "every"

    def test(place: Item, notice: Notice) -> bool:
        texts = _texts(one, place, notice)
        if not texts:
            return every
        known = _texts(other, place, notice)
        if texts is NOT_ALL_TEXTS or known is NOT_ALL_TEXTS:
            return slowly(place, notice)
        return texts <= known if every else not texts.isdisjoint(known)

    return test


def _texts(expression: Compiled, place: Item, notice: Notice) -> frozenset[str]:
    if expression.texts is not None:
        return expression.texts(place, notice)
    return texts_of(expression.items(place, notice))
