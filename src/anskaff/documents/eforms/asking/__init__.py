"""Our own engine for the rules of notices: the part of XPath 2 that they use, on a light tree."""
