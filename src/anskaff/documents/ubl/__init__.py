"""One way to read, write, check and explain every document in UBL.

A document is declared once, as classes whose fields are business terms (`table`). From that table
come the reader (`reading`), the writer (`writing`), JSON (`json_form`), the checks of structure
(`model`), labels and the reference pages. Rules are small functions over the values (`rules`).

Source: OASIS UBL 2.1–2.4.
"""
