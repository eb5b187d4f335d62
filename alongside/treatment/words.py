"""What the pages of this room call things, and what they ask."""

from typing import Any, NamedTuple

from django.utils.translation import gettext_lazy as _

from alongside.treatment.options import Row, Strength

ROWS = {
    Row.WHAT: _("What it is"),
    Row.DOES: _("What it does"),
    Row.START: _("How it starts"),
    Row.LONG: _("How long"),
    Row.SUITS: _("Who it may suit"),
    Row.COST: _("What it costs"),
    Row.CAREFUL: _("Take care"),
    Row.ASK: _("Ask them"),
}
STRENGTHS = {
    Strength.STRONG: _("Well shown to help"),
    Strength.SOME: _("Some evidence that it helps"),
    Strength.WEAKER: _("Weaker evidence"),
    Strength.UNKNOWN: _("Not shown to treat opioid use"),
    Strength.NOT_ALONE: _("A first step, never the whole plan"),
}


class Question(NamedTuple):
    """`why` stands beside it. `answers` are those of `match.FIELDS`, with their words."""

    words: Any
    why: Any
    answers: dict[str, Any]


YES, NO, UNSURE = _("Yes"), _("No"), _("I am not sure")
_either = {"yes": YES, "no": NO, "unsure": UNSURE}

QUESTIONS = (
    (
        "danger",
        Question(
            _("Is one of these so now?"),
            _("Danger comes before treatment."),
            {
                "overdose": _("They may be overdosing"),
                "suicide": _("They talk of wanting to die"),
                "violence": _("Someone is hurt, or afraid of being hurt"),
                "infection": _("Fever, a hot or black wound, confusion or chest pain"),
            },
        ),
    ),
    (
        "using",
        Question(
            _("Do they use now?"),
            _("After a time without, tolerance is lower, and other things fit."),
            {
                "now": _("They use now"),
                "stopped": _("They have stopped, and withdrawal is over"),
                "unsure": UNSURE,
            },
        ),
    ),
    (
        "substances",
        Question(
            _("What do they use?"),
            _("Some things need care of their own."),
            {
                "heroin": _("Heroin or fentanyl"),
                "pills": _("Pills"),
                "stimulants": _("Cocaine, crack or meth"),
                "alcohol": _("Alcohol"),
                "benzodiazepines": _("Benzodiazepines, as Xanax or Valium"),
                "other": _("Something else"),
            },
        ),
    ),
    (
        "fentanyl",
        Question(
            _("May fentanyl be in it?"),
            _("It changes how a medicine is begun."),
            _either,
        ),
    ),
    (
        "injecting",
        Question(
            _("Do they inject?"),
            _("Then wounds and infections are looked after too."),
            _either,
        ),
    ),
    (
        "withdrawal",
        Question(
            _("Is one of these so?"),
            _("Withdrawal from these is dangerous and needs doctors."),
            {
                "alcohol": _("They drink each day"),
                "benzodiazepines": _("They take benzodiazepines each day"),
                "seizures": _("They have had seizures"),
            },
        ),
    ),
    (
        "pregnant",
        Question(
            _("Are they pregnant?"),
            _("Pregnancy has care of its own, and some things do not fit."),
            _either,
        ),
    ),
    (
        "age",
        Question(
            _("How old are they?"),
            _("Rules and places differ by age."),
            {
                "under-16": _("Under 16"),
                "16-17": _("16 or 17"),
                "18-25": _("18 to 25"),
                "26-64": _("26 to 64"),
                "65-up": _("65 or older"),
            },
        ),
    ),
    (
        "earlier",
        Question(
            _("What have they tried before?"),
            _("What helped once can help again."),
            {
                "none": _("Nothing yet"),
                "methadone": _("Methadone"),
                "buprenorphine": _("Buprenorphine"),
                "naltrexone": _("Naltrexone"),
                "detox": _("Help with withdrawal only"),
                "stay": _("A stay"),
                "visits": _("Visits or groups"),
            },
        ),
    ),
    (
        "ended",
        Question(
            _("How did it go?"),
            _("It says what to ask this time."),
            {
                "helped": _("It helped for a time"),
                "stopped": _("They stopped going"),
                "used-again": _("They used again while in it"),
                "side-effects": _("It did not agree with them"),
                "put-out": _("They were put out"),
                "waiting": _("The wait was too long"),
            },
        ),
    ),
    (
        "conditions",
        Question(
            _("Do they have one of these as well?"),
            _("Good care treats it at the same time."),
            {
                "depression": _("Depression or bad anxiety"),
                "psychosis": _("Hearing or seeing things"),
                "trauma": _("Something terrible that they lived through"),
                "heart": _("Heart trouble"),
                "lungs": _("Lung trouble"),
                "liver": _("Liver trouble"),
                "hiv": _("HIV"),
                "hepatitis": _("Hepatitis C"),
            },
        ),
    ),
    (
        "pain",
        Question(
            _("Do they live with lasting pain?"),
            _("Pain has to be part of the plan."),
            {"yes": YES, "no": NO},
        ),
    ),
    (
        "housing",
        Question(
            _("Have they a safe place to sleep?"),
            _("Without one, a stay may be the start."),
            {
                "safe": YES,
                "unsafe": _("Not a safe one"),
                "none": _("None"),
            },
        ),
    ),
    (
        "life",
        Question(
            _("Is one of these so?"),
            _("Care has to fit their days."),
            {
                "works": _("They work or study"),
                "court": _("They have a court case"),
                "jail": _("They may go to jail"),
                "just-out": _("They came out of jail, hospital or a stay lately"),
            },
        ),
    ),
    (
        "insurance",
        Question(
            _("How are they insured?"),
            _("It says what is paid."),
            {
                "medicaid": _("Medicaid"),
                "medicare": _("Medicare"),
                "private": _("Private"),
                "military": _("Military"),
                "none": _("Not at all"),
                "unsure": UNSURE,
            },
        ),
    ),
    (
        "ready",
        Question(
            _("Do they want help?"),
            _("A first visit can also be only to ask."),
            {"no": _("Not now"), "thinking": _("They think about it"), "yes": YES},
        ),
    ),
    (
        "distance",
        Question(
            _("Can they get to a place?"),
            _("Some care comes by video or phone."),
            {
                "near": YES,
                "far": _("It is far"),
                "no-transport": _("They have no way to get there"),
            },
        ),
    ),
    (
        "children",
        Question(
            _("Do children live with them?"),
            _("Then medicine is kept behind a lock."),
            {"yes": YES, "no": NO},
        ),
    ),
    (
        "wishes",
        Question(
            _("What do they wish?"),
            _("What they want counts most: they are the one who does it."),
            {
                "no-daily-visits": _("No daily visits"),
                "daily-support": _("Company and structure each day"),
                "no-opioid-medicine": _("No opioid medicine"),
                "at-home": _("To live at home"),
                "a-stay": _("To go away for a while"),
                "by-video": _("By phone or video"),
                "family-part": _("That the family is part of it"),
            },
        ),
    ),
    (
        "language",
        Question(
            _("Which language do they speak best?"),
            _("Ask for an interpreter; it is their right in most places."),
            {"english": _("English"), "spanish": _("Spanish"), "another": _("Another")},
        ),
    ),
)
