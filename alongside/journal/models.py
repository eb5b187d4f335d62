"""What the database knows of a journal: numbers, hashes and sealed bytes.

No row points to a person, and none says what kind it is, who wrote it or when.
"""

from django.db import models


class JournalHead(models.Model):
    """Where a journal ends, and by which hash its key of today is known."""

    journal = models.UUIDField(primary_key=True)
    seq = models.PositiveBigIntegerField()
    digest = models.BinaryField(max_length=32)
    epoch = models.PositiveIntegerField()
    access_hash = models.BinaryField(max_length=32)

    def __str__(self) -> str:
        return f"{self.journal} to {self.seq}"


class SealedEntry(models.Model):
    """One row of a journal (journal.chain). `ct` is empty once it was erased.

    `idem` is what a form sent twice is known by; to everyone else it is random.
    """

    pk = models.CompositePrimaryKey("journal", "seq")
    journal = models.UUIDField()
    seq = models.PositiveBigIntegerField()
    epoch = models.PositiveIntegerField()
    prev = models.BinaryField(max_length=32)
    ct = models.BinaryField(null=True)
    digest = models.BinaryField(max_length=32)
    idem = models.BinaryField(max_length=16)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["journal", "idem"], name="written_once"),
        )

    def __str__(self) -> str:
        return f"{self.journal} {self.seq}"


class Snapshot(models.Model):
    """What stands in a journal up to one row, sealed (journal.snapshot). A cache."""

    journal = models.UUIDField(primary_key=True)
    epoch = models.PositiveIntegerField()
    seq = models.PositiveBigIntegerField()
    digest = models.BinaryField(max_length=32)
    sealed = models.BinaryField()

    def __str__(self) -> str:
        return f"{self.journal} up to {self.seq}"
