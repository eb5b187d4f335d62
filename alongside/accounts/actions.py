"""What people do with their account: one function for each act, each in one transaction.

Signing in means that a wrap opens. There is no other proof, and none that is cheaper.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from uuid import UUID, uuid4

import msgspec
from django.conf import settings

from alongside.accounts import handle, pepper, queries
from alongside.accounts.models import Person
from alongside.accounts.stretching import Stretch, recipe, secret_in, stretching
from alongside.journal import keyring, keys, recovery
from alongside.journal.chain import Link
from alongside.journal.keyring import FromNewerVersion, Keyring
from alongside.journal.keys import Pepper, Recipe
from alongside.journal.seal import DoesNotOpen
from alongside.journal.store import Journal, NotSaved, NotYours, saving
from alongside.journal.wraps import NotAWrap, Wrap

USUAL_MINUTES = 10
CODE_DUE = "accounts.code_due"
MINUTES = "accounts.minutes"


class NotOpened(Exception):
    """Nothing here opens with this. Whether the name is known, nobody is told."""


class Damaged(Exception):
    """What was stored of an account does not open, though its key is right."""


class AlreadyHere(Exception):
    """This very name and passphrase open notes that exist."""


@dataclass(frozen=True)
class Opened:
    """A person whose secret key is at hand, for the time of one request."""

    person: Person
    secret: bytes = field(repr=False)

    def keyring(self) -> Keyring:
        """Raises Damaged."""
        stored, account = bytes(self.person.keyring), self.person.id
        try:
            return keyring.unseal(stored, self.secret, account=account)
        except (DoesNotOpen, FromNewerVersion) as fault:
            raise Damaged from fault

    @property
    def owes_a_code(self) -> bool:
        """Whether no printed code was typed back since the passphrase was set."""
        return bool(self.keyring().settings.get(CODE_DUE))

    @property
    def minutes(self) -> int:
        """After how many minutes without a page the notes lock themselves."""
        return int(self.keyring().settings.get(MINUTES, USUAL_MINUTES))


def sign_up(name: str, passphrase: str) -> Opened:
    """A new account with an empty journal of its own, whose printed code is still due.

    Raises AlreadyHere, gate.TooBusy, NotSaved.
    """
    newest, stretch = _newest_pepper(), _stretching(passphrase)
    known = handle.blinded(name, pepper=newest.secret)
    if any(_opened(queries.people_named([known]), stretch)):
        raise AlreadyHere
    account, secret = uuid4(), keys.new_secret()
    wrap = _wrap(secret, account, _recipe(known, newest), newest, stretch)
    with saving():
        journal, held = Journal.create()
        ring = Keyring(own=journal.id, settings={CODE_DUE: True})
        ring = ring.holding(journal.id, held)
        sealed = keyring.seal(ring, secret, account=account)
        person = Person.objects.create(
            id=account, handle=known, wrap=wrap, keyring=sealed
        )
    return Opened(person, secret)


def sign_in(name: str, passphrase: str) -> Opened:
    """What this name and this passphrase open. Raises NotOpened, gate.TooBusy.

    A known and an unknown name cost one stretch, by the same recipe (handle.salt).
    """
    stretch, peppers = _stretching(passphrase), _peppers().values()
    handles = [handle.blinded(name, pepper=secret) for secret in peppers]
    people = queries.people_named(handles)
    for opened in _opened(people, stretch):
        with suppress(NotSaved):
            _raise_cost(opened, name, stretch)
        return opened
    if not people:
        newest = _newest_pepper()
        stretch(_recipe(handle.blinded(name, pepper=newest.secret), newest))
    raise NotOpened


def recover(code: bytes, name: str, passphrase: str) -> Opened:
    """Open with the printed code, and set a name and a passphrase anew.

    The code goes on working until the next one was typed back, so that nobody ends with
    neither. Raises NotOpened, gate.TooBusy, NotSaved.
    """
    person = queries.person_of_code(handle.of_code(code))
    if not person:
        raise NotOpened
    try:
        stored = Wrap.read(bytes(person.code_wrap or b""))
        secret = recovery.unwrap(stored, code, account=person.id)
    except (DoesNotOpen, NotAWrap) as fault:
        raise NotOpened from fault
    newest, stretch = _newest_pepper(), _stretching(passphrase)
    known = handle.blinded(name, pepper=newest.secret)
    wrap = _wrap(secret, person.id, _recipe(known, newest), newest, stretch)
    return _rewrite(
        Opened(person, secret),
        partial(_setting, name=CODE_DUE, value=True),
        handle=known,
        wrap=wrap,
        turn=person.turn + 1,
    )


def change_passphrase(opened: Opened, *, current: str, new: str) -> Opened:
    """A new wrap of the same key. Sessions of the earlier passphrase are over.

    Raises NotOpened if `current` does not open, gate.TooBusy, NotSaved.
    """
    check_passphrase(opened, current)
    old = Wrap.read(bytes(opened.person.wrap))
    same = Pepper(old.pepper_id, _peppers()[old.pepper_id])
    today = Recipe(old.salt, settings.KDF_MIB, settings.KDF_PASSES)
    wrap = _wrap(opened.secret, opened.person.id, today, same, _stretching(new))
    return _rewrite(opened, _same, wrap=wrap, turn=opened.person.turn + 1)


def check_passphrase(opened: Opened, passphrase: str) -> Opened:
    """Ask again who is there, before what could lock them out.

    Raises NotOpened, gate.TooBusy.
    """
    if not any(_opened([opened.person], _stretching(passphrase))):
        raise NotOpened
    return opened


def keep_code(opened: Opened, code: bytes) -> Opened:
    """From now on this printed code opens the account, and no earlier one does."""
    wrap = recovery.wrap(opened.secret, code, account=opened.person.id)
    return _rewrite(
        opened,
        partial(_setting, name=CODE_DUE, value=False),
        code_handle=handle.of_code(code),
        code_wrap=bytes(wrap),
    )


def own_journal(opened: Opened) -> Journal:
    """The journal that only this person reads, open. Raises Damaged."""
    ring = opened.keyring()
    if ring.own is None or not (held := ring.journals.get(ring.own)):
        raise Damaged
    try:
        return Journal.open(
            ring.own, held, remember=partial(remember, opened, ring.own)
        )
    except NotYours as fault:
        raise Damaged from fault


def choose_minutes(opened: Opened, minutes: int) -> Opened:
    """After so many minutes without a page the notes lock themselves."""
    return _rewrite(opened, partial(_setting, name=MINUTES, value=minutes))


def remember(opened: Opened, journal: UUID, head: Link) -> None:
    """Keep the last row that this person saw. Called inside a write of the journal."""
    _rewrite(opened, lambda ring: ring.seeing(journal, head))


def delete(opened: Opened, journal: Journal) -> None:
    """Everything of a person: the keys first, then what they open. Raises NotSaved."""
    with saving():
        Person.objects.filter(pk=opened.person.id).delete()
        journal.delete()


def _stretching(passphrase: str) -> Stretch:
    return stretching(passphrase, folder=settings.RUNTIME)


def _recipe(known: bytes, pepper: Pepper) -> Recipe:
    """How a passphrase under this name is stretched today."""
    return recipe(
        known,
        pepper=pepper.secret,
        mib=settings.KDF_MIB,
        passes=settings.KDF_PASSES,
    )


def _opened(people: Iterable[Person], stretch: Stretch) -> Iterator[Opened]:
    """Those of these people whose wrap opens."""
    peppers = _peppers()
    for person in people:
        stored = bytes(person.wrap)
        secret = secret_in(stored, stretch, account=person.id, peppers=peppers)
        if secret:
            yield Opened(person, secret)


def _raise_cost(opened: Opened, name: str, stretch: Stretch) -> None:
    """Wrap anew what was wrapped at a lower cost, or under an older pepper."""
    newest, wrap = _newest_pepper(), Wrap.read(bytes(opened.person.wrap))
    known = handle.blinded(name, pepper=newest.secret)
    today = _recipe(known, newest)
    if (
        wrap.salt == today.salt
        and wrap.mib >= today.mib
        and wrap.passes >= today.passes
    ):
        return
    anew = _wrap(opened.secret, opened.person.id, today, newest, stretch)
    _rewrite(opened, _same, handle=known, wrap=anew)


def _wrap(
    secret: bytes, account: UUID, today: Recipe, pepper: Pepper, stretch: Stretch
) -> bytes:
    stretched = stretch(today)
    return bytes(
        keys.wrap(secret, stretched, account=account, recipe=today, pepper=pepper)
    )


def _rewrite(
    opened: Opened, change: Callable[[Keyring], Keyring], **columns: object
) -> Opened:
    """The row as it is now, with a changed keyring, in one transaction.

    It is read again, so that two browsers of one person lose nothing of each other.
    Raises NotOpened if the passphrase was changed meanwhile, NotSaved.
    """
    with saving():
        person = Person.objects.select_for_update().get(pk=opened.person.id)
        if columns and person.turn != opened.person.turn:
            raise NotOpened
        now = Opened(person, opened.secret)
        ring = change(now.keyring())
        person.keyring = keyring.seal(ring, opened.secret, account=person.id)
        for name, value in columns.items():
            setattr(person, name, value)
        person.save(update_fields=["keyring", *columns])
    return now


def _same(ring: Keyring) -> Keyring:
    return ring


def _setting(ring: Keyring, *, name: str, value: int | bool) -> Keyring:
    return msgspec.structs.replace(ring, settings={**ring.settings, name: value})


def _peppers() -> dict[int, bytes]:
    return {each.id: each.secret for each in pepper.read(settings.PEPPER_FILE)}


def _newest_pepper() -> Pepper:
    return pepper.newest(settings.PEPPER_FILE, used=queries.peppers_used)
