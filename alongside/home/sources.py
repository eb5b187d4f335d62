"""Where the sentences about a step come from. Steps that claim nothing have no source."""

from alongside.home.entries import Step
from alongside.lib.markdown import Source
from alongside.signs.sources import Grounds


def _source(key: str, by: str, name: str, url: str, *, seen: bool) -> Source:
    return Source(key=key, by=by, name=name, url=url, days=730, seen=seen)


NALOXONE = _source(
    "naloxone",
    "CDC",
    "About naloxone (2024)",
    "https://www.cdc.gov/overdose-prevention/reversing-overdose/about-naloxone.html",
    seen=False,
)
OLD_NALOXONE = _source(
    "old",
    "Partnership to End Addiction",
    "Old naloxone keeps its strength (2018)",
    "https://drugfree.org/drug-and-alcohol-news/naloxone-remains-chemically-stable-months-after-expiration-date/",
    seen=True,
)
TOLERANCE = _source(
    "tolerance",
    "PubMed",
    "Merrall and others: deaths in the weeks after prison (2010)",
    "https://pubmed.ncbi.nlm.nih.gov/20579009/",
    seen=True,
)
AFTER_ONE = _source(
    "after",
    "PubMed",
    "Weiner and others: the year after an overdose (2020)",
    "https://pubmed.ncbi.nlm.nih.gov/31229387/",
    seen=True,
)
MEDICINE_AFTER = _source(
    "medicine-after",
    "PubMed",
    "Larochelle and others: medicine after an overdose (2018)",
    "https://pubmed.ncbi.nlm.nih.gov/29913516/",
    seen=True,
)
MEDICINES = _source(
    "medicines",
    "JAMA Psychiatry",
    "Santo and others: medicine and the risk of dying (2021)",
    "https://pmc.ncbi.nlm.nih.gov/articles/PMC8173472/",
    seen=True,
)
SAFETY = _source(
    "safety",
    "National Domestic Violence Hotline",
    "Safety at home",
    "https://www.thehotline.org",
    seen=False,
)
SIGNS = _source(
    "signs",
    "MedlinePlus",
    "Opioid misuse and addiction",
    "https://medlineplus.gov/opioidmisuseandaddiction.html",
    seen=False,
)

GROUNDS: dict[Step, Grounds] = {
    Step.SEE_A_DOCTOR: Grounds((SAFETY,)),
    Step.SAFETY_LINE: Grounds((SAFETY,)),
    Step.KIT: Grounds((NALOXONE,)),
    Step.KIT_AGAIN: Grounds((NALOXONE, OLD_NALOXONE)),
    Step.STAY_NEAR: Grounds((TOLERANCE,)),
    Step.AFTER_OVERDOSE: Grounds((AFTER_ONE, MEDICINE_AFTER)),
    Step.SIGNS: Grounds((SIGNS,)),
    Step.MEDICINES: Grounds((MEDICINES,)),
}
