"""How we say the answers of the start, each step, its reason and its cost."""

from django.utils.translation import gettext_lazy as _

from alongside.home.entries import Kit, Step, Using
from alongside.home.export import Choice
from alongside.home.steps import Cost, Why
from alongside.safety.entries import Safe

USING = {
    Using.YES: _("Yes"),
    Using.AGAIN: _("They had stopped, and used again"),
    Using.NO: _("No"),
    Using.UNKNOWN: _("I don’t know"),
}

KIT = {
    Kit.YES: _("Yes"),
    Kit.NO: _("No"),
    Kit.UNKNOWN: _("I don’t know"),
}

STEPS = {
    Step.SEE_A_DOCTOR: _("See a doctor today"),
    Step.SAFETY_LINE: _("Talk to someone about your safety"),
    Step.SUICIDE_LINE: _("Call a crisis line about what you noted"),
    Step.CHILD_LINE: _("Ask for help for the child"),
    Step.CARE_TODAY: _("Get them to a doctor today"),
    Step.QUESTIONS: _("Answer three short questions"),
    Step.SAFETY_CHECK: _("Look at how safe home is"),
    Step.KIT: _("Put naloxone in your home"),
    Step.STAY_NEAR: _("Stay near, with naloxone in reach"),
    Step.AFTER_OVERDOSE: _("Make the time after an overdose safer"),
    Step.OVERDOSE_STEPS: _("Read the overdose steps once"),
    Step.KIT_AGAIN: _("Look at your naloxone again"),
    Step.HIDE: _("Hide that you were here"),
    Step.NOTE: _("Note one thing that you saw"),
    Step.SIGNS: _("See what signs mean, and what they don’t prove"),
    Step.TALK: _("Get ready for a calm talk"),
    Step.MEDICINES: _("Know the medicines that work"),
    Step.CALL: _("Talk to a person"),
    Step.REST: _("Do one small thing for you"),
}

LEADS = {
    Step.SEE_A_DOCTOR: _(
        "Being choked can hurt you inside, hours or days later. Go even if you feel well."
    ),
    Step.SAFETY_LINE: _(
        "They listen, and help you plan to be safer. You decide what happens next."
    ),
    Step.SUICIDE_LINE: _(
        "Tell them what was said. They can help you find the words, and the next step."
    ),
    Step.CHILD_LINE: _("Tell them what you saw, and ask what to do."),
    Step.CARE_TODAY: _("Some things get worse fast. See when to call at once."),
    Step.QUESTIONS: _("Then you get one step that fits today."),
    Step.SAFETY_CHECK: _(
        "Tick what is so. Then we suggest nothing that could put you in danger."
    ),
    Step.KIT: _(
        "It can bring back someone who has stopped breathing from opioids. Anyone can "
        "learn to use it."
    ),
    Step.STAY_NEAR: _(
        "After a break the body can take less. The amount they used before can kill now."
    ),
    Step.AFTER_OVERDOSE: _(
        "The first weeks are the most dangerous. Naloxone in reach and medicine soon make "
        "them safer."
    ),
    Step.OVERDOSE_STEPS: _(
        "When it happens, there is little time to read. You can print them, too."
    ),
    Step.KIT_AGAIN: _(
        "Does everyone know where it is? Is the date still good? Old naloxone is better "
        "than none."
    ),
    Step.HIDE: _(
        "If someone looks at your phone, they may see this visit. Some of it you can hide."
    ),
    Step.NOTE: _(
        "A few notes over some weeks show more than one hard night. One line is enough."
    ),
    Step.SIGNS: _("One sign says little. Several, new and growing, are worth a talk."),
    Step.TALK: _(
        "A good moment, one true thing, one small ask. Plan it, and practise it first."
    ),
    Step.MEDICINES: _(
        "Methadone and buprenorphine keep people alive. Know what to ask for."
    ),
    Step.CALL: _("Say as little as you like. You can hang up at any time."),
    Step.REST: _("Choose one from a short list. Five minutes count."),
}

# What the button of a step says.
GO = {
    Step.SEE_A_DOCTOR: _("See who can help"),
    Step.SAFETY_LINE: _("Show me the line"),
    Step.SUICIDE_LINE: _("Show me the line"),
    Step.CHILD_LINE: _("Show me the line"),
    Step.CARE_TODAY: _("When to call"),
    Step.QUESTIONS: _("Start"),
    Step.SAFETY_CHECK: _("Open the check"),
    Step.KIT: _("Where to get it"),
    Step.STAY_NEAR: _("What to say and do"),
    Step.AFTER_OVERDOSE: _("What to do now"),
    Step.OVERDOSE_STEPS: _("Read the steps"),
    Step.KIT_AGAIN: _("What to look at"),
    Step.HIDE: _("How to hide a visit"),
    Step.NOTE: _("Note it"),
    Step.SIGNS: _("Read about signs"),
    Step.TALK: _("How to begin"),
    Step.MEDICINES: _("Read about them"),
    Step.CALL: _("See who to call"),
    Step.REST: _("Choose one"),
}

# What someone says who has done it.
DONE = {
    Step.SEE_A_DOCTOR: _("I saw a doctor"),
    Step.SAFETY_LINE: _("I talked to them"),
    Step.SUICIDE_LINE: _("I talked to them"),
    Step.CHILD_LINE: _("I talked to them"),
    Step.CARE_TODAY: _("They got care"),
    Step.QUESTIONS: _("I did this"),
    Step.SAFETY_CHECK: _("I did this"),
    Step.KIT: _("I have it"),
    Step.STAY_NEAR: _("I did this"),
    Step.AFTER_OVERDOSE: _("I did this"),
    Step.OVERDOSE_STEPS: _("I read them"),
    Step.KIT_AGAIN: _("I looked"),
    Step.HIDE: _("I read it"),
    Step.NOTE: _("I did this"),
    Step.SIGNS: _("I read it"),
    Step.TALK: _("I am ready"),
    Step.MEDICINES: _("I read it"),
    Step.CALL: _("I called"),
    Step.REST: _("I did one"),
}

WHYS = {
    Why.CHOKED: _("You told us that someone was choked. That always needs a doctor."),
    Why.SAID_UNSAFE: _("You told us that you are not safe. That comes first."),
    Why.CHECK_SAYS: _("What you ticked can be dangerous for you. That comes first."),
    Why.VIOLENCE_NOTED: _(
        "You noted that someone was hurt or scared. That comes first."
    ),
    Why.SUICIDE_NOTED: _(
        "You noted talk of suicide. You don’t have to carry it alone."
    ),
    Why.CHILD_NOTED: _("You noted that a child may be in danger."),
    Why.CHILDREN_THERE: _("You told us that children live there."),
    Why.ILL_NOTED: _("You noted that someone was very ill."),
    Why.NOT_ASKED: _("We don’t know yet where you stand today."),
    Why.NOT_SURE: _(
        "You told us that you are not sure, or not safe. This helps to see."
    ),
    Why.ASK_AGAIN: _(
        "Things change. So we ask each month, and when something happened."
    ),
    Why.WATCHED: _(
        "You told us that home is not safe. Someone may look at your phone."
    ),
    Why.TOLERANCE: _(
        "You told us that they used again. An overdose is more likely now."
    ),
    Why.NO_KIT: _(
        "You told us that there is no naloxone at home. It can save a life in minutes."
    ),
    Why.KIT_UNKNOWN: _(
        "You are not sure that naloxone is at home. It can save a life in minutes."
    ),
    Why.KIT_FOR_LATER: _(
        "They don’t use now. If they ever use again, their body can take less than before."
    ),
    Why.OVERDOSE_NOTED: _("You noted that someone could hardly breathe or be woken."),
    Why.BEFORE_YOU_NEED_IT: _("It is easier to do what you have read once in peace."),
    Why.THREE_MONTHS: _("It was three months ago. A short look is enough."),
    Why.NOT_KNOWN: _("You are not sure if they use. Signs can have other causes."),
    Why.NOTHING_NOTED: _("There is no note at the moment. One is enough to begin."),
    Why.USING: _("You told us that they use now. How you talk can open a door."),
    Why.ADDS_UP: _("Your notes show signs in several parts of life."),
    Why.READY_FOR_A_YES: _("A yes can come on any day. Then you know what to offer."),
    Why.HELPS_IT_LAST: _("Medicine helps for as long as they take it."),
    Why.NOT_ALONE: _("This is a lot for one person."),
    Why.YOU_TOO: _("How you are matters too."),
}

COSTS = {
    Cost.FREE: _("Free"),
    Cost.OFTEN_FREE: _("Free in many places"),
    Cost.DEPENDS: _("The cost depends on where you live"),
}

CHOICES = {
    Choice.WITHOUT_OTHERS: _("What I did and said about myself"),
    Choice.EVERYTHING: _("Everything, with what I noticed about others"),
}

# The same answers as a sentence, for a page that is printed.
USING_SAID = {
    Using.YES: _("They were using."),
    Using.AGAIN: _("They had stopped, and used again."),
    Using.NO: _("They were not using."),
    Using.UNKNOWN: _("I did not know if they were using."),
}
KIT_SAID = {
    Kit.YES: _("Naloxone was at home."),
    Kit.NO: _("No naloxone was at home."),
    Kit.UNKNOWN: _("I did not know if naloxone was at home."),
}
SAFE_SAID = {
    Safe.YES: _("I was safe at home."),
    Safe.NO: _("I was not safe at home."),
    Safe.UNKNOWN: _("I did not know if I was safe at home."),
}
