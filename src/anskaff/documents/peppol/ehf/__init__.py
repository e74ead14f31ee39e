"""What the documents of EHF (DFØ) have beside those of Peppol: shapes, rules and releases."""
