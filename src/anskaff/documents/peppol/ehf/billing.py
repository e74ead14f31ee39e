"""The code lists of the invoice by the names that the rule files of EHF have for them."""

LIST_NAMES = {
    "BR-CL-03": "ISO4217",
    "BR-CL-04": "ISO4217",
    "BR-CL-05": "ISO4217",
    "BR-CL-06": "UNCL2005",
    "BR-CL-10": "ICD",
    "BR-CL-11": "ICD",
    "BR-CL-13": "UNCL7143",
    "BR-CL-14": "ISO3166",
    "BR-CL-15": "ISO3166",
    "BR-CL-16": "UNCL4461",
    "BR-CL-17": "UNCL5305",
    "BR-CL-18": "UNCL5305",
    "BR-CL-21": "ICD",
    "BR-CL-23": "UNECERec20 UNECERec21",
    "BR-CL-25": "eas",
    "BR-CL-26": "ICD",
}
