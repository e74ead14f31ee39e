"""The words that notices are found by."""


def each_word_once(text: str) -> str:
    """The words of a text in a form to search in: folded, in order, and none twice.

    >>> each_word_once("Kjøp av møbler og kjøp av Kontormøbler.")
    'kjøp av møbler og kontormøbler.'
    """
    return " ".join(dict.fromkeys(text.replace("\\x00", " ").casefold().split()))
