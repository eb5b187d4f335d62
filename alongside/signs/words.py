"""How we name what was noticed, and what it may mean, to the people who read it."""

from django.utils.translation import gettext_lazy as _

from alongside.safety.urgent import Danger
from alongside.signs.entries import Group, SeenBy, Sign, Sure
from alongside.signs.pattern import NextStep

GROUPS = {
    Group.BEHAVIOUR: _("What they did or said"),
    Group.BODY: _("Their body"),
    Group.MONEY: _("Money and law"),
    Group.HOME: _("In plain sight at home"),
    Group.GOOD: _("Good signs"),
    Group.DANGER: _("Something frightening"),
}

SIGNS = {
    Sign.PULLED_AWAY: _("Stayed away from family or friends"),
    Sign.BEHIND_DOORS: _("Locked doors, or trips with no reason given"),
    Sign.MOOD: _("Mood changed fast"),
    Sign.PLANS_DROPPED: _("Missed work, school or plans"),
    Sign.UPKEEP: _("Washed or changed clothes less"),
    Sign.BEHAVIOUR_OTHER: _("Something else they did"),
    Sign.NODDING: _("Drifted off mid-sentence"),
    Sign.SMALL_PUPILS: _("Very small pupils, even in dim light"),
    Sign.SLURRED: _("Slurred words"),
    Sign.MARKS: _("Small marks or bruises along a vein"),
    Sign.CONSTIPATION: _("Constipated for days"),
    Sign.BODY_OTHER: _("Something else about their body"),
    Sign.MONEY_SHORT: _("Short of money, or asked for it with no reason given"),
    Sign.THINGS_GONE: _("Cash or belongings gone, or sold"),
    Sign.LAW: _("Police, court or a fine"),
    Sign.MONEY_OTHER: _("Something else about money or the law"),
    Sign.FOIL: _("Foil with burn marks"),
    Sign.STRAWS: _("Cut straws or pen tubes"),
    Sign.BAGS: _("Small empty bags"),
    Sign.PILLS: _("Pills with no label"),
    Sign.SPOONS: _("A burnt spoon, or bits of cotton"),
    Sign.SYRINGES: _("A syringe or needle"),
    Sign.HOME_OTHER: _("Something else in the home"),
    Sign.GOOD_MOMENT: _("A good moment"),
    Sign.NALOXONE: _("They carry naloxone"),
    Sign.NOT_WAKING: _("They could not be woken"),
    Sign.BLUE_LIPS: _("Blue or grey lips"),
    Sign.SLOW_BREATHING: _("Slow, shallow or gurgling breath"),
    Sign.SUICIDE_TALK: _("Talk of wanting to die"),
    Sign.VIOLENCE: _("Violence, or a threat of it"),
    Sign.CHILD: _("A child hurt, or near drugs"),
    Sign.VERY_ILL: _("Chest pain, a seizure, confusion or a black wound"),
}

# What else can be behind a sign; the source is named on the page of the notes.
EXPLANATIONS = {
    Sign.PULLED_AWAY: _(
        "Low mood, grief, bullying, a new relationship, or a wish to be alone."
    ),
    Sign.BEHIND_DOORS: _(
        "A wish for privacy, a bowel illness, a new relationship, or a worry that is "
        "hard to share."
    ),
    Sign.MOOD: _("Stress, low mood, little sleep, grief, growing up, or a medicine."),
    Sign.PLANS_DROPPED: _("Low mood, bullying, shift work, grief or an illness."),
    Sign.UPKEEP: _("Low mood, an illness, or too little money."),
    Sign.BEHAVIOUR_OTHER: _("Many things. What else was going on for them then?"),
    Sign.NODDING: _(
        "Too little sleep, a calming medicine, a sleep illness, low blood sugar or a "
        "head injury."
    ),
    Sign.SMALL_PUPILS: _("Bright light, eye drops, some medicines, or older age."),
    Sign.SLURRED: _(
        "Tiredness, alcohol, some medicines, or low blood sugar. Slurring that starts "
        "all at once can be a stroke: call for help right away."
    ),
    Sign.MARKS: _(
        "Blood tests, insulin or a skin illness. They can also be self-harm: a reason "
        "to ask gently."
    ),
    Sign.CONSTIPATION: _("Food, too little to drink, and many everyday medicines."),
    Sign.BODY_OTHER: _("An illness, a medicine, or too little sleep."),
    Sign.MONEY_SHORT: _(
        "Debt, fewer hours at work, gambling, or someone who asks them for money."
    ),
    Sign.THINGS_GONE: _("Things mislaid, a debt, gambling, or another person."),
    Sign.LAW: _("Many things bring a letter or a visit. It says little by itself."),
    Sign.MONEY_OTHER: _("Debt, a lost job, or another person."),
    Sign.FOIL: _("Cooking or crafts."),
    Sign.STRAWS: _("Crafts, or parts for vaping."),
    Sign.BAGS: _("Beads, buttons, spare parts or crafts."),
    Sign.PILLS: _(
        "A prescription out of its box, or vitamins. Wear gloves, do not taste one, "
        "and keep them from children and pets."
    ),
    Sign.SPOONS: _("Cooking, crafts or a candle."),
    Sign.SYRINGES: _(
        "Insulin, hormones or a pet’s medicine. If you have to move it: gloves or "
        "tongs, leave the cap off, and put it in a hard plastic box with a lid."
    ),
    Sign.HOME_OTHER: _("Crafts, vaping or a medical need."),
    Sign.GOOD_MOMENT: _(
        "It needs no explaining. You could tell them that it did you good."
    ),
    Sign.NALOXONE: _(
        "Many careful people carry it, also for others. It can save a life."
    ),
    Sign.NOT_WAKING: _("Whatever was behind it: if it happens again, call at once."),
    Sign.BLUE_LIPS: _("Whatever was behind it: if it happens again, call at once."),
    Sign.SLOW_BREATHING: _(
        "Whatever was behind it: if it happens again, call at once."
    ),
    Sign.SUICIDE_TALK: _(
        "Pain, illness or despair. To ask about it openly does not plant the idea."
    ),
    Sign.VIOLENCE: _("Whatever was behind it, your safety comes first."),
    Sign.CHILD: _(
        "Whatever was behind it, a child who is hurt or drowsy needs help at once."
    ),
    Sign.VERY_ILL: _("An infection or another illness. It needs a doctor at once."),
}

SEEN_BY = {
    SeenBy.ME: _("I saw or heard it"),
    SeenBy.TOLD: _("Someone told me"),
}

SURE = {
    Sure.SURE: _("Sure"),
    Sure.FAIRLY: _("Fairly sure"),
    Sure.UNSURE: _("Not sure"),
}

NEXT_STEPS = {
    NextStep.KEEP_NOTING: _("Nothing has to happen today"),
    NextStep.CARING_TALK: _("A caring talk may be worth it"),
    NextStep.STAY_SAFE: _("Your own safety comes first"),
    NextStep.GET_HELP_NOW: _("You noted something frightening"),
}

REASONS = {
    NextStep.KEEP_NOTING: _(
        "What you noted can have many causes. You need no proof to be worried, to "
        "keep naloxone at home, or to talk to someone yourself."
    ),
    NextStep.CARING_TALK: _(
        "Within six weeks, several parts of life showed signs. That proves nothing. "
        "It is a reason to talk, and to see a doctor or nurse. You have seen enough "
        "for that: you can stop writing things down."
    ),
    NextStep.STAY_SAFE: _(
        "Several parts of life showed signs. You also told us about violence or "
        "threats, and a talk could make that worse. Talk to someone about your own "
        "safety before you talk to them."
    ),
    NextStep.GET_HELP_NOW: _(
        "One such thing weighs more than all the others. Here is help for it."
    ),
}

# What the button of a step says. Where a danger was noted, its kind says it.
LEADS = {
    NextStep.KEEP_NOTING: _("What signs prove, and what they do not"),
    NextStep.CARING_TALK: _("Before you talk"),
    NextStep.STAY_SAFE: _("Call about your safety"),
    NextStep.GET_HELP_NOW: _("Call a person"),
}

DANGERS = {
    Danger.OVERDOSE: _(
        "Someone could not be woken, or hardly breathed. If it happens again, open "
        "the steps at once."
    ),
    Danger.SUICIDE: _(
        "There was talk of dying. You can ask about it openly, and you can call "
        "together or alone."
    ),
    Danger.VIOLENCE: _(
        "There was violence or a threat. Your safety comes before any talk."
    ),
    Danger.CHILD: _(
        "A child was hurt, or close to drugs. People answer day and night."
    ),
    Danger.MEDICAL: _("This can be a grave illness. It needs a doctor today."),
}

HELP = {
    Danger.OVERDOSE: _("Open the overdose steps"),
    Danger.SUICIDE: _("Call about suicide"),
    Danger.VIOLENCE: _("Call about violence"),
    Danger.CHILD: _("Call about a child"),
    Danger.MEDICAL: _("Get medical help"),
}
