from django.utils.translation import gettext_lazy as _

from alongside.helpline.board import Subject
from alongside.helpline.lines import Language

SUBJECTS = {
    Subject.OVERDOSE: _("Someone may be overdosing"),
    Subject.SUICIDE: _("Thoughts of suicide, yours or theirs"),
    Subject.VIOLENCE: _("Someone hurts or scares you"),
    Subject.CHILD: _("A child is in danger"),
    Subject.MEDICAL: _("Someone is ill or hurt"),
    Subject.DRUGS: _("About drugs and treatment"),
    Subject.FAMILY: _("For you: family and friends"),
    Subject.ALONE: _("Someone uses alone"),
    Subject.BEREAVED: _("Someone has died"),
    Subject.PREGNANCY: _("In pregnancy, or after a birth"),
}

# The same, short enough for two on a line of a phone.
CHIPS = {
    Subject.OVERDOSE: _("Overdose"),
    Subject.SUICIDE: _("Suicide"),
    Subject.VIOLENCE: _("Violence"),
    Subject.CHILD: _("A child"),
    Subject.MEDICAL: _("Ill or hurt"),
    Subject.DRUGS: _("Drugs, treatment"),
    Subject.FAMILY: _("Family and friends"),
    Subject.ALONE: _("Using alone"),
    Subject.BEREAVED: _("A death"),
    Subject.PREGNANCY: _("Pregnancy"),
}

LANGUAGES = {
    Language.EN: _("English"),
    Language.ES: _("Spanish"),
    Language.FR: _("French"),
    Language.OTHER: _("other languages, through an interpreter"),
}
