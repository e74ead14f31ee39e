"""The official layer: XSD and Schematron as their publishers wrote them, run as they are.

`rule_sets` says which official files judge a document on a day, `schematron_source` reads ISO
Schematron, `schematron` makes XSLT of it, `saxon` and `pool` run that in processes of their own,
`schemas` runs XSD, and `official.check` gives the verdict of them all.
"""
