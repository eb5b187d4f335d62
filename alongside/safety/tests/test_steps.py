"""What every step must say and must never say, in both languages. No clock, no database.

The order and the substance are those of docs/adr/0010; a change here is a change of what
someone does while another person is not breathing.
"""

import re
from datetime import date, timedelta
from pathlib import Path

import msgspec
import pytest

from alongside.lib import wording
from alongside.safety import steps
from alongside.safety.steps import Emergency, Language, Step

SOURCE = Path("content/safety/overdose.toml").read_text("utf-8")
EMERGENCY = steps.read(SOURCE)
EN, ES = Language.EN, Language.ES

MUST = {
    ("check", EN): ("3 things", "not wake up", "Slow breaths, or none", "Brown or black skin:", "gums, nails or palms", "Not sure? Start now."),
    ("check", ES): ("3 cosas", "No se despierta", "muy lento o no respira", "Piel morena o negra:", "encías, uñas o palmas", "¿Tiene dudas? Empiece ya."),
    ("wake", EN): ("Shake them. Shout", "Rub hard on the chest bone", "knuckles", "Go on to 2."),
    ("wake", ES): ("Sacuda a la persona. Grite", "Frote fuerte el hueso del pecho", "nudillos", "Pase al 2."),
    ("call_and_naloxone", EN): ("{call} and give naloxone (Narcan). Do both right now", "Spray first, then call", "Call first.", "One calls, one sprays", "No naloxone? Call", "tilt the head back", "one nostril", "Press all the way", "Do not test it", "even if they do not breathe", "not hurt them", "Out of date? Use it"),
    ("call_and_naloxone", ES): ("{call} y dé naloxona (Narcan). Haga las dos cosas ya", "Primero la dosis, luego la llamada", "Primero llame.", "Una persona llama y la otra da la dosis", "¿No hay naloxona? Llame", "la cabeza hacia atrás", "un lado de la nariz", "Apriete del todo", "No haga pruebas", "aunque no respire", "No le hará daño", "¿Está vencida? Úsela"),
    ("say_where", EN): ("speaker", "won’t wake up and is not breathing well", "We are at", "the street, the house and the floor", "Do what they tell you"),
    ("say_where", ES): ("altavoz", "no despierta y no respira bien", "Estamos en", "la calle, el número y el piso", "Haga lo que le digan"),
    ("breathe", EN): ("Not breathing, or only gasping?", "Head back, chin up", "Pinch the nose", "2 slow breaths", "1 breath every 5 to 6 seconds", "chest rise", "30 pushes, 2 breaths", "hard and fast", "AED"),
    ("breathe", ES): ("¿No respira o solo da bocanadas?", "Cabeza hacia atrás, barbilla arriba", "Tápele la nariz", "2 soplos lentos", "un soplo cada 5 o 6 segundos", "sube el pecho", "30 empujes y 2 soplos", "fuerte y rápido", "DEA"),
    ("again", EN): ("2 to 3 minutes later, not breathing well?", "Keep breathing for them", "new spray, in the other nostril", "every 2 to 3 minutes until they breathe well"),
    ("again", ES): ("2 o 3 minutos y no respira bien?", "siga dándole aire", "un aerosol nuevo, en el otro lado de la nariz", "cada 2 o 3 minutos hasta que respire bien"),
    ("side", EN): ("Breathing, but asleep?", "on their side", "Top knee bent", "Mouth down", "The goal is breathing", "do not have to be awake"),
    ("side", ES): ("¿Respira pero no despierta?", "de lado", "rodilla de arriba, doblada", "boca, hacia abajo", "La meta es que respire", "No hace falta que despierte"),
    ("stay", EN): ("Stay with them", "30 to 90 minutes", "The overdose can come back", "Stay until help comes", "at least 4 hours", "call again", "not to use more"),
    ("stay", ES): ("Quédese con la persona", "30 a 90 minutos", "La sobredosis puede volver", "Quédese hasta que llegue la ayuda", "al menos 4 horas", "llame otra vez", "que no use más"),
    ("never", EN): ("leave them alone", "sleep it off", "cold bath", "ice", "slap", "throw up", "milk, salt water or coffee", "a drug to wake them"),
    ("never", ES): ("dejar sola", "se le pase durmiendo", "agua fría", "hielo", "golpes", "vomitar", "leche, café o agua con sal", "una droga para despertarla"),
    ("law", EN): ("Most states", "differ from state to state"),
    ("law", ES): ("Casi todos los estados", "Cambian de un estado a otro"),
}  # fmt: skip

MUST_NOT = {
    "check": r"pupil|pupila",
    "wake": r"slap|water|bofetad|agua",
    "call_and_naloxone": r"until they wake|hasta que despierte|then call .*before|second dose",
    "say_where": r"\bdrugs?\b|heroin|\bdrogas?\b|heroína",
    "breathe": r"every [1-4] |cada [1-4] |only if|hang up|cuelgue",
    "again": r"\bwakes?\b|awake|4 minutes|despiert|4 minutos|wait .*without",
    "side": r"until they (wake|are awake)|hasta que despierte|on their back|boca arriba",
    "stay": r"\b(1|2|3|an?) hours?\b|\b(1|2|3|una) horas?\b|go home|safe now|fuera de peligro",
    "never": r"naloxone|naloxona|\bcall|llam",
    "law": r"\b(all|every) states?\b|immune|cannot be arrested|todos los estados protegen|inmun",
}
NOWHERE = (
    r"\bpulse|\bpulso|checked by|revisad[ao] por|clinician|\bmg\b|milligram|miligram"
    r"|Suboxone|buprenorphine|buprenorfina|!|¡"
)

STEPS = {step.id: step for step in EMERGENCY.everything()}
EVERY = [(step, language) for step in STEPS.values() for language in Language]


def lines(step: Step, language: Language) -> list[str]:
    """What a reader sees of a step, line by line, without the stars."""
    words = step.words(language)
    said = (words.heading, words.say, *words.first, *words.sentences)
    return [line.replace("*", "") for line in said if line]


def faults(emergency: Emergency) -> set[tuple[str, Language]]:
    """The steps that leave out what they must say, or say what they must not."""
    found = set()
    for step in emergency.everything():
        for language in Language:
            said = "\n".join(lines(step, language))
            missing = [words for words in MUST[step.id, language] if words not in said]
            never = re.search(f"{MUST_NOT[step.id]}|{NOWHERE}", said, re.IGNORECASE)
            if missing or never:
                found.add((step.id, language))
    return found


def test_every_step_says_what_it_must_and_nothing_it_must_not() -> None:
    assert faults(EMERGENCY) == set()


@pytest.mark.parametrize(
    ("now", "then", "step", "language"),
    [
        ("at least 4 hours", "at least 2 hours", "stay", EN),
        ("al menos 4 horas", "unas horas", "stay", ES),
        ("{call} and give naloxone (Narcan). Do both right now", "{call}", "call_and_naloxone", EN),
        ("{call} y dé naloxona (Narcan). Haga las dos cosas ya", "Dé naloxona", "call_and_naloxone", ES),
        ("Head back, chin up.", "Head back, chin up. No pulse?", "breathe", EN),
        ("¿Sabe hacer RCP?", "¿No hay pulso?", "breathe", ES),
        ("until they breathe well", "until they wake up", "again", EN),
        ("*La meta es que respire.*", "Espere hasta que despierte.", "side", ES),
        ("gray lips, gums, nails or palms", "gray lips", "check", EN),
        ("every 5 to 6 seconds", "every 4 seconds", "breathe", EN),
        ("Keep calm.", "Checked by a clinician.", "stay", EN),
        ("give milk, salt water or coffee", "give milk", "never", EN),
    ],
)  # fmt: skip
def test_one_wrong_word_is_noticed(
    now: str, then: str, step: str, language: Language
) -> None:
    assert SOURCE.count(now) == 1

    assert faults(steps.read(SOURCE.replace(now, then))) == {(step, language)}


def test_the_steps_stand_in_their_order() -> None:
    assert [step.id for step in EMERGENCY.step] == [
        "wake",
        "call_and_naloxone",
        "say_where",
        "breathe",
        "again",
        "side",
        "stay",
    ]


@pytest.mark.parametrize("step", STEPS.values(), ids=STEPS)
def test_a_step_has_its_sources_and_its_dates(step: Step) -> None:
    assert step.sources
    assert step.checked_on < step.review_due <= step.checked_on + timedelta(days=365)
    assert all(EMERGENCY.source[key].url.startswith("https://") for key in step.sources)


@pytest.mark.parametrize(
    ("step", "language"), EVERY, ids=lambda each: getattr(each, "id", each)
)
def test_no_line_is_longer_than_one_breath(step: Step, language: Language) -> None:
    for line in lines(step, language):
        for sentence in re.split(r"(?<=[.?:])\s+", line):
            assert len(sentence.split()) <= 19, sentence


def test_no_word_wounds_or_lectures() -> None:
    for step in STEPS.values():
        said = "\n".join(lines(step, EN))
        assert wording.wounding(said) == []
        assert wording.out_of_tune(said) == []


def test_both_languages_say_the_same_things() -> None:
    for step in STEPS.values():
        assert len(step.en.first) == len(step.es.first)
        assert len(step.en.sentences) == len(step.es.sentences)
        assert bool(step.en.say) == bool(step.es.say)
        assert (
            bool(step.en.picture_says)
            == bool(step.es.picture_says)
            == bool(step.picture)
        )


def test_a_signature_would_be_lost_with_any_word() -> None:
    before = EMERGENCY.fingerprint()

    assert steps.read(SOURCE.replace("4 hours", "5 hours")).fingerprint() != before
    assert steps.read(SOURCE.replace("4 horas", "5 horas")).fingerprint() != before


def test_reading_the_sources_again_changes_no_word() -> None:
    again = SOURCE.replace("checked_on = 2026-11-23", "checked_on = 2027-03-01")

    assert steps.read(again).fingerprint() == EMERGENCY.fingerprint()
    assert steps.read(again).checked_on() == date(2027, 3, 1)


@pytest.mark.parametrize(
    "broken",
    [
        SOURCE.replace("[page.es]", "[page.fr]"),
        SOURCE.replace("[never.es]", "[never.fr]"),
        SOURCE.replace("[source.hhs]", "[source.nobody]"),
        SOURCE.replace("review_due = 2027-11-23", "", 1),
        SOURCE.replace('id = "wake"', 'id = "wake"\nreviewed = true'),
    ],
)
def test_half_a_text_is_refused(broken: str) -> None:
    with pytest.raises((ValueError, msgspec.ValidationError)):
        steps.read(broken)
