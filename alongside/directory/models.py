from django.db import models


class Source(models.Model):
    """A list that places come from, in the edition that was read last.

    `terms` is the source's own code table: code, category and name.
    """

    id = models.CharField(max_length=80, primary_key=True)
    kind = models.CharField(max_length=40)
    title = models.CharField(max_length=200)
    credit = models.CharField(max_length=300)
    website = models.CharField(max_length=300)
    edition = models.CharField(max_length=40)
    read_on = models.DateField()
    terms = models.JSONField(default=dict)


class ImportRun(models.Model):
    """One reading of a list, and what came of it."""

    source = models.ForeignKey(Source, on_delete=models.PROTECT)
    edition = models.CharField(max_length=40)
    digest = models.CharField(max_length=64)
    read_on = models.DateField()
    counts = models.JSONField()


class SourceRecord(models.Model):
    """A place as one source has it. Never deleted: what left its source is not `listed`."""

    source = models.ForeignKey(Source, on_delete=models.PROTECT)
    place = models.UUIDField(db_index=True)
    run = models.ForeignKey(ImportRun, on_delete=models.PROTECT)
    edition = models.CharField(max_length=40)
    first_seen = models.DateField()
    last_seen = models.DateField()
    listed = models.BooleanField(default=True)
    record = models.BinaryField()
    digest = models.BinaryField(max_length=16)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("source", "place"), name="directory_once_a_source"
            ),
        )


class Listing(models.Model):
    """A place as it is searched, made from what its sources say (`place.Place`)."""

    id = models.UUIDField(primary_key=True)
    listed = models.BooleanField()
    kind = models.CharField(max_length=20)
    name = models.CharField(max_length=300)
    state = models.CharField(max_length=40)
    words = models.TextField()
    facets = models.BigIntegerField()
    weekdays = models.SmallIntegerField()
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    x = models.FloatField(null=True)
    y = models.FloatField(null=True)
    z = models.FloatField(null=True)
    record = models.BinaryField()
    changed_on = models.DateField()

    class Meta:
        indexes = (
            # Everything that a search weighs, so that it reads no row that it drops.
            models.Index(
                *("latitude", "longitude", "facets", "listed", "kind", "weekdays"),
                *("x", "y", "z", "id"),
                name="directory_by_place",
            ),
        )
