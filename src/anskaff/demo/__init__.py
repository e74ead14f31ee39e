"""An invented municipality with cases in every stage, told through the deeds that people use.

Every organisation, person and number here is made up; the organisation numbers begin with 3 and
have valid check digits.
"""
