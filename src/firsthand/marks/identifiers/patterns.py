"""How names, dates, amounts and the numbers of cases and papers are written."""

import re

UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽĿŁŃŅŇŊŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽȘȚ"
WORD = rf"[{UPPER}][\w‑-]*(?:[’'](?!s\b)[\w‑-]+)*"
NAME_WORD = rf"(?:{WORD}|(?:[{UPPER}]\.[ ‑-]?)+)"
INNER = r"(?:of|for|the|and|de|du|des|del|della|la|le|von|van|der|den|bin|al|el|ul|i|w|&)"
BODY = (
    r"(?:court|courts|prosecutor|prison|police|hospital|clinic|village|university|school|college|cemetery|army|bank|municipality|"
    r"factory|camp|barracks|office|station|mill|farm|island|river|valley|district|county|province|region|prefecture|market|mine|"
    r"bridge|church|mosque|monastery|cannery|plant|brewery|bakery|docks|hotel|hall|shop|restaurant|port|harbour|checkpoint|gendarmerie|company|newspaper|channel|association|party|union|road|street)"
)
"""Nouns that end a name though they are written small: "Edirne prison", "the Orlu valley"."""

CAPITALS = re.compile(
    rf"{WORD}(?:(?: |‑|-|, (?={WORD} {WORD}))(?:{INNER} ){{0,2}}{WORD})*(?:(?: [\w-]+)? {BODY}\b)?"
)
PREFIX = re.compile(
    r"(?:\b\d{1,3}(?:st|nd|rd|th) |\b(?:municipality|county|village|province|district|town|city|region|commune) of )$"
)
"""What stands before a run of capitals and belongs to it: "8th Section", "county of Osk"."""

BRACKETED = re.compile(rf" \(([“\"]?[{UPPER}][^()]{{2,70}})\)")
"""What a name is called otherwise, behind it in brackets."""

TITLE = r"(?:Mr|Mrs|Ms|Miss|Dr|Prof|Messrs|Sgt|Capt|Cpl|Lt|Maître|Pastor|Father|Sister|Brother|Imam|Uncle|Aunt|Auntie|Grandmother|Grandfather)"
TITLED = re.compile(
    rf"\b{TITLE}\b\.? (?:(?:de|van|von|bin|al|el|der|den|ben|du|la) )?{NAME_WORD}"
    rf"(?:[ ‑-]?(?:(?:de|van|von|bin|al|el|der|den|ben|du|la) )?{NAME_WORD}){{0,3}}"
)
INITIALS = re.compile(rf"\b(?:[{UPPER}]\.[ -]?){{2,4}}(?!\w)|\b[{UPPER}]\.(?:[ -]?[{UPPER}]\.)* {WORD}")

MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
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

CURRENCY = (
    r"(?:[A-Z]{3}|euros?|dollars?|pounds?(?: sterling)?|[Ll]iras?|zlotys?|marks?|schillings?|francs?|kroner|kronor|roubles?|rubles?"
    r"|dinars?|rupees?|yuan|won|pesos?|shillings?|talers?|crowns?|kip|baht|birr|nakfa|leones?|naira)"
)
MONEY = re.compile(
    rf"\d[\d.,]*(?: (?:million|billion|thousand))? (?:(?:New )?[A-Z]\w+ )?{CURRENCY}\b(?: \([A-Z]{{3}}\))?"
    r"|\b[A-Z]{3} \d[\d.,]*\d\b|\b[A-Z]{3} \d\b|[$€£¥] ?\d[\d.,]*\d?(?: (?:million|billion|thousand))?"
)
AGE = re.compile(
    r"\b(?:aged?|age of) \d{1,3}(?: and \d{1,3})?\b|\b\d{1,3}[- ]years?[- ]olds?\b|\b\d{1,3} years of age\b|(?<=, )\d{1,2} years(?: old)?(?=,)|\bborn (?:in|on) (?=\w* ?\w* ?\d)"
)

DISEASES = ("osis", "itis", "algia", "phrenia", "pathy", "plegia", "opia", "aemia")
DISEASE = re.compile(rf"\b(?:[a-z‑-]+ )?[a-z‑-]{{3,}}(?:{'|'.join(DISEASES)})\b")
NOUN_BEFORE = re.compile(r"\b[Aa]n? ([a-z‑-]+ )$")
PART_BEHIND = re.compile(
    r" (?:in|of|to|on|above|across|over|under) (?:his|her|my|the|their)(?: [\w-]+){1,2}?(?=[.,;)|]| and | from | which |$)"
)
