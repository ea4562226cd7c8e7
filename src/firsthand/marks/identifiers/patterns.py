"""How names, dates, amounts and the numbers of cases and papers are written."""

import re

from firsthand.lexicon import load, words
from firsthand.marks.identifiers.wordings import anyof, capitalised

MONTHS = load("en", "dates")["months"].keys() - {"why"}

UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽĿŁŃŅŇŊŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽȘȚ"
WORD = rf"[{UPPER}][\w‑-]*(?:[’'](?!s\b)[\w‑-]+)*"
NAME_WORD = rf"(?:{WORD}|(?:[{UPPER}]\.[ ‑-]?)+)"
INNER = rf"(?:{anyof('small words inside names')})"
BODY = rf"(?:{anyof('endings of names')})"

CAPITALS = re.compile(
    rf"{WORD}(?:(?: |‑|-|, (?={WORD} {WORD}))(?:{INNER} ){{0,2}}{WORD})*(?:(?: [\w-]+)? {BODY}\b)?"
)
PREFIX = re.compile(rf"(?:\b\d{{1,3}}(?:st|nd|rd|th) |\b(?:{anyof('parts of a state')}) of )$")
"""What stands before a run of capitals and belongs to it: "8th Section", "county of Osk"."""

BRACKETED = re.compile(rf" \(([“\"]?[{UPPER}][^()]{{2,70}})\)")
"""What a name is called otherwise, behind it in brackets."""

TITLE = rf"(?:{capitalised('forms of address')})"
SURNAME = rf"(?:(?:{anyof('particles of surnames')}) )?{NAME_WORD}"
TITLED = re.compile(rf"\b{TITLE}\b\.? {SURNAME}(?:[ ‑-]?{SURNAME}){{0,3}}")
INITIALS = re.compile(rf"\b(?:[{UPPER}]\.[ -]?){{2,4}}(?!\w)|\b[{UPPER}]\.(?:[ -]?[{UPPER}]\.)* {WORD}")

MONTH = rf"(?:{'|'.join(month.capitalize() for month in sorted(MONTHS, key=len, reverse=True))})"
DAY = r"\d{1,2}(?:st|nd|rd|th)?"
DATE = re.compile(
    rf"\b{DAY}(?:(?:,| and| or| to|[-–]| until) ?(?:{DAY}))*(?: of)? {MONTH}\b(?:,? \d{{4}}\b)?"
    rf"|\b{MONTH}\b\.? {DAY}\b(?:, ?\d{{4}}\b)?"
    rf"|\b{MONTH}(?:(?: and| to| or|,|[-–]) {MONTH})*,? (?:of )?\d{{4}}\b"
    r"|\b\d{1,2}[./]\d{1,2}[./](?:19|20)?\d\d\b|\b(?:19|20)\d\d-\d\d-\d\d\b"
)
YEAR = re.compile(
    r"(?<![\d/.,§-])(?:1[89]|20)\d\d(?:(?:[-–/]| and | to | or )(?:(?:1[89]|20)\d\d|\d\d))?(?![\d/%]|,\d|\.\d)"
)
CODE = re.compile(
    r"(?<![\w.,])\d[\d.]*(?: ?/ ?\d[\d.]*(?:[\w-]*))+|\b[A-Z]{1,4}[-‑/]?\d{3,}[\w/‑-]*|\b\d{4,}[:-]\d+\b"
)
NUMBERED = re.compile(r"\b(?:[Nn]os?\.|[Nn]umbers?|#) ?([A-Z]{0,4}[-‑/]?\d[\w./:‑-]*\w|\d)")
CHAMBER = re.compile(r"\b[IVXL]+ [A-Z][A-Za-z]{0,3} $")
"""What stands before the number of a file and belongs to it: "II K 123/99"."""

CURRENCY = rf"(?:[A-Z]{{3}}|Liras?|{anyof('names of currencies')})"
MONEY = re.compile(
    rf"\d[\d.,]*(?: (?:million|billion|thousand))? (?:(?:New )?[A-Z]\w+ )?{CURRENCY}\b(?: \([A-Z]{{3}}\))?"
    r"|\b[A-Z]{3} \d[\d.,]*\d\b|\b[A-Z]{3} \d\b|[$€£¥] ?\d[\d.,]*\d?(?: (?:million|billion|thousand))?"
)
AGE = re.compile(
    r"\b(?:aged?|age of) \d{1,3}(?: and \d{1,3})?\b|\b\d{1,3}[- ]years?[- ]olds?\b|\b\d{1,3} years of age\b|(?<=, )\d{1,2} years(?: old)?(?=,)|\bborn (?:in|on) (?=\w* ?\w* ?\d)"
)

DISEASE_ENDINGS = tuple(sorted(words("en", "identifiers", "endings of illnesses")))
DISEASE = re.compile(rf"\b(?:[a-z‑-]+ )?[a-z‑-]{{3,}}(?:{anyof('endings of illnesses')})\b")
NOUN_BEFORE = re.compile(r"\b[Aa]n? ([a-z‑-]+ )$")
PART_BEHIND = re.compile(
    r" (?:in|of|to|on|above|across|over|under) (?:his|her|my|the|their)(?: [\w-]+){1,2}?(?=[.,;)|]| and | from | which |$)"
)
