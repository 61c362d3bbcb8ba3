""" "Italian regulator": adjectives of countries in English, where a word of government stands behind them."""

import re

_NAMES = """
AF Afghan|AL Albanian|DZ Algerian|AO Angolan|AR Argentine,Argentinian|AM Armenian|AU Australian
AT Austrian|AZ Azerbaijani|BH Bahraini|BD Bangladeshi|BY Belarusian|BE Belgian|BO Bolivian
BA Bosnian|BW Botswanan|BR Brazilian|BG Bulgarian|KH Cambodian|CM Cameroonian|CA Canadian|CL Chilean
CN Chinese|CO Colombian|CR Costa Rican|HR Croatian|CU Cuban|CY Cypriot|CZ Czech|DK Danish
EC Ecuadorian|EG Egyptian|SV Salvadoran|EE Estonian|ET Ethiopian|FI Finnish|FR French|DE German
GH Ghanaian|GR Greek|GT Guatemalan|HN Honduran|HU Hungarian|IS Icelandic|IN Indian|ID Indonesian
IR Iranian|IQ Iraqi|IE Irish|IL Israeli|IT Italian|CI Ivorian|JM Jamaican|JP Japanese|JO Jordanian
KZ Kazakh,Kazakhstani|KE Kenyan|KW Kuwaiti|KG Kyrgyz|LA Lao,Laotian|LV Latvian|LB Lebanese
LT Lithuanian|LU Luxembourgish|MY Malaysian|MT Maltese|MU Mauritian|MX Mexican|MD Moldovan
MN Mongolian|ME Montenegrin|MA Moroccan|MZ Mozambican|MM Burmese|NA Namibian|NP Nepali,Nepalese
NL Dutch|NZ New Zealand|NI Nicaraguan|NG Nigerian|MK Macedonian|NO Norwegian|OM Omani|PK Pakistani
PS Palestinian|PA Panamanian|PY Paraguayan|PE Peruvian|PH Philippine,Filipino|PL Polish
PT Portuguese|QA Qatari|RO Romanian|RU Russian|RW Rwandan|SA Saudi,Saudi Arabian|SN Senegalese
RS Serbian|SG Singaporean|SK Slovak,Slovakian|SI Slovenian|ZA South African|KR South Korean,Korean
KP North Korean|ES Spanish|LK Sri Lankan|SD Sudanese|SE Swedish|CH Swiss|SY Syrian|TW Taiwanese
TJ Tajik|TZ Tanzanian|TH Thai|TN Tunisian|TR Turkish|UG Ugandan|UA Ukrainian|AE Emirati|GB British
US American|UY Uruguayan|UZ Uzbek|VE Venezuelan|VN Vietnamese|YE Yemeni|ZM Zambian|ZW Zimbabwean
"""
_CODES = {
    name: row.split(" ", 1)[0]
    for row in _NAMES.replace("\n", "|").split("|")
    if row
    for name in row.split(" ", 1)[1].split(",")
}
_GOVERNING = (
    r"governments?|cabinet|parliament|lawmakers?|legislat\w+|regulators?|minist\w+|presidents?|prime|"
    r"senat\w+|courts?|congress|authorit\w+|watchdogs?|central|commission\w*|agency|agencies|council|"
    r"federal|supreme|constitutional|competition|data|privacy|securities|tax|customs|antitrust|"
    r"treasury|state|assembly|diet|police|army|officials|bill|law|act|financial|telecoms?|"
    r"telecommunications|communications|cyber\w*|foreign|finance|health|energy|environment\w*|justice|"
    r"interior|defen[cs]e|justices|judges?|mps|voters|province|provincial"
)
_PATTERN = re.compile(
    rf"\b(?P<name>{'|'.join(sorted(_CODES, key=len, reverse=True))})"
    rf"(?=(?:\s[\w&-]+)?\s(?i:{_GOVERNING})\b)"
)


def demonyms_in(text: str) -> list[tuple[int, int, str]]:
    """Return the start, the end and the ISO code of each adjective of a country in an English text."""
    return [(match.start(), match.end(), _CODES[match["name"]]) for match in _PATTERN.finditer(text)]
