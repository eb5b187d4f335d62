"""Where the explanations of signs, and the words on being drowsy, come from."""

from dataclasses import dataclass
from datetime import date, timedelta

from alongside.lib.markdown import Source


@dataclass(frozen=True)
class Grounds:
    """What some sentences of a page stand on, and since when. No clinician signed them."""

    sources: tuple[Source, ...]
    checked_on: date = date(2026, 11, 23)

    @property
    def review_due(self) -> date:
        """The day on which the first of them has to be read again."""
        return self.checked_on + timedelta(days=min(it.days for it in self.sources))

    def is_current(self, today: date) -> bool:
        return today < self.review_due


# Which sign has which other explanations is our own judgement on these lists.
EXPLANATIONS = Grounds(
    (
        Source(
            key="heroin",
            by="NIDA",
            name="Heroin: effects and signs",
            url="https://nida.nih.gov/research-topics/heroin",
            days=730,
            seen=False,
        ),
        Source(
            key="signs",
            by="MedlinePlus",
            name="Opioid misuse and addiction",
            url="https://medlineplus.gov/opioidmisuseandaddiction.html",
            days=730,
            seen=False,
        ),
        Source(
            key="family",
            by="Partnership to End Addiction",
            name="Heroin: what families may notice",
            url="https://drugfree.org/drugs/heroin/",
            days=730,
            seen=False,
        ),
        Source(
            key="sharps",
            by="FDA",
            name="Needles found at home: how to handle them",
            url="https://www.fda.gov/medical-devices/consumer-products/safely-using-sharps-needles-and-syringes-home-work-and-travel",
            days=730,
            seen=False,
        ),
    )
)

DROWSY = Grounds(
    (
        Source(
            key="drowsy",
            by="National Harm Reduction Coalition",
            name="Recognizing opioid overdose (2020)",
            url="https://harmreduction.org/issues/overdose-prevention/overview/overdose-basics/recognizing-opioid-overdose/",
            days=730,
            seen=False,
        ),
        Source(
            key="breathing",
            by="US Department of Health",
            name="How to respond to an overdose",
            url="https://www.hhs.gov/opioids/treatment/overdose-response/index.html",
            days=730,
            seen=True,
        ),
    )
)
