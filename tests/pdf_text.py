"""The text of a PDF, as one line with plain spaces."""

import io

from pypdf import PdfReader


def text_of_pdf(content: bytes) -> str:
    """What someone reads on its pages."""
    pages = PdfReader(io.BytesIO(content)).pages
    text = " ".join(page.extract_text() for page in pages)
    return " ".join(text.replace("\u00a0", " ").split())
