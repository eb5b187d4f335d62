"""The overdose steps as one self-contained page: no script, no font, no other request.

Plain text in, HTML out. The parts are files in `pages/`; the words come from `steps`.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from html import escape
from string import Template

from alongside.safety.steps import Emergency, Language, Step, Timer

PATHS = {Language.EN: "/now", Language.ES: "/ahora"}
STRONG = re.compile(r"\*([^*]+)\*")


@dataclass(frozen=True)
class Reader:
    """For whom a sheet is made. `number` is empty where the country is not known."""

    language: Language
    country: str
    number: str


@dataclass(frozen=True)
class Sheet:
    """One language of the steps for one country, as it stands on one day."""

    emergency: Emergency
    reader: Reader
    today: date
    parts: Mapping[str, str]

    def html(self) -> str:
        language = self.reader.language
        other = Language.ES if language is Language.EN else Language.EN
        around = self.emergency.page[language]
        check = self.emergency.check.words(language)
        never = self.emergency.never.words(language)
        return Template(self.parts["sheet.html"]).substitute(
            lang=language.value,
            css=self.parts["emergency.css"],
            title=escape(around.title),
            bar=escape(around.bar),
            leave=escape(around.leave),
            other=escape(around.other),
            other_lang=other.value,
            other_path=PATHS[other],
            other_title=escape(self.emergency.page[other].title),
            call=self._call_bar(),
            check=self._said(check.heading),
            signs=_listed(map(self._said, check.first)),
            go=self._said(" ".join(check.sentences)),
            steps="\n".join(
                self._step(place, step)
                for place, step in enumerate(self.emergency.step, start=1)
            ),
            never=self._said(never.heading),
            nevers=_listed(map(self._said, never.first)),
            address=escape(around.address),
            kit=escape(around.kit),
            notes="\n".join(self._notes()),
            more_help=escape(around.more_help),
            home=escape(around.home),
            print=escape(around.print),
            status=self._status(),
        )

    @property
    def _call(self) -> str:
        around = self.emergency.page[self.reader.language]
        if self.reader.number:
            return around.call.format(number=self.reader.number)
        return around.call_local

    def _said(self, words: str) -> str:
        return STRONG.sub(r"<em>\1</em>", escape(words.replace("{call}", self._call)))

    def _call_bar(self) -> str:
        phone = self.parts["phone.svg"]
        if number := self.reader.number:
            return f'<div class="call"><a href="tel:{number}">{phone}{self._call}</a></div>'
        language = self.reader.language
        rows = [
            f'<a href="tel:{region.number}">{region.number}'
            f"<small>{escape(region.name(language))}</small></a>"
            for region in self.emergency.region
        ]
        label = escape(self.emergency.page[language].numbers)
        return f'<nav class="call many" aria-label="{label}"><ul>{_listed(rows)}</ul></nav>'

    def _step(self, place: int, step: Step) -> str:
        words = step.words(self.reader.language)
        told = [f"<h2>{self._said(words.heading)}</h2>"]
        if words.say:
            told.append(f'<p class="say">{self._said(words.say)}</p>')
        if words.first:
            told.append(f"<ul>{_listed(map(self._said, words.first))}</ul>")
        if step.picture:
            picture = Template(self.parts[f"{step.picture}.svg"])
            told.append(picture.substitute(says=escape(words.picture_says)))
        told += [f"<p>{self._said(sentence)}</p>" for sentence in words.sentences]
        if step.timer:
            told.append(self._timer(step.timer))
        number = f'<span class="k" aria-hidden="true">{place}</span>'
        return f"<li>{number}<div>{''.join(told)}</div></li>"

    def _timer(self, timer: Timer) -> str:
        around = self.emergency.page[self.reader.language]
        label = around.beat if timer is Timer.BEAT else around.wait
        box = f'<input type="checkbox" id="{timer}"><label for="{timer}">{escape(label)}</label>'
        if timer is Timer.BEAT:
            beats = f"<i>{escape(around.breathe)}</i>" + "<i></i>" * 4
            return f'<div class="pace">{box}<span class="d" aria-hidden="true">{beats}</span></div>'
        marks = "".join(f"<u>{count} {escape(around.minutes)}</u>" for count in (2, 3))
        return (
            f'<div class="pace">{box}<span class="w" aria-hidden="true"><i></i>{marks}</span>'
            f'<p class="over" aria-hidden="true">{escape(around.again)}</p></div>'
        )

    def _notes(self) -> Iterable[str]:
        around = self.emergency.page[self.reader.language]
        for note in self.emergency.notes_for(self.reader.country):
            said = self._said(" ".join(note.words(self.reader.language).sentences))
            day = escape(around.day(note.checked_on))
            yield f"<p>{said} {escape(around.checked)} {day}.</p>"

    def _status(self) -> str:
        """Who has not signed it, when its sources were read, and whether that is long ago."""
        around = self.emergency.page[self.reader.language]
        day = around.day(self.emergency.checked_on())
        said = [around.unreviewed, f"{around.sources} {self._sources()}."]
        said.append(f"{around.checked} {day}.")
        told = [self.emergency.check, *self.emergency.step, self.emergency.never]
        due = min(step.review_due for step in told)
        if self.today >= due:
            said.append(around.overdue.format(date=around.day(due)))
        return escape(" ".join([*said, around.care]))

    def _sources(self) -> str:
        notes = self.emergency.notes_for(self.reader.country)
        told = [
            self.emergency.check,
            *self.emergency.step,
            self.emergency.never,
            *notes,
        ]
        keys = dict.fromkeys(key for step in told for key in step.sources)
        named = [self.emergency.source[key] for key in keys]
        return ", ".join(f"{s.name} {s.year}" if s.year else s.name for s in named)


def _listed(rows: Iterable[str]) -> str:
    return "".join(f"<li>{row}</li>" for row in rows)
