"""The law as code: a file per legal rule; facts and a day go in, duties and findings come out.

Ask for the law of the day the procurement was set in motion (FOA § 32-2: the notice published, or
the first request sent to a supplier). `catalogue` lists every rule with source and checked day.
"""
