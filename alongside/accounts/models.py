from uuid import uuid4

from django.db import models


class Person(models.Model):
    """Someone with an account, as the database knows them.

    No name, no address, no password and no moment: only what opens with a passphrase,
    and what opens with the code on paper. Who belongs to which journal is in `keyring`,
    sealed.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    # A keyed digest of the name. Two people may have chosen the same name (ADR 7).
    handle = models.BinaryField(max_length=32, db_index=True)
    # The secret key under the passphrase, and under the printed code (journal/wraps.py).
    wrap = models.BinaryField(max_length=200)
    code_handle = models.BinaryField(max_length=32, null=True, unique=True)
    code_wrap = models.BinaryField(max_length=200, null=True)
    keyring = models.BinaryField()
    # Counts the passphrases. A session that was opened under an earlier one is over.
    turn = models.PositiveIntegerField(default=1)
