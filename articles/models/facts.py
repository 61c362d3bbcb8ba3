"""The facts of a policy step that policy databases hold; all optional: empty is not known, never no."""

from django.core.validators import MinValueValidator, RegexValidator
from django.db import models

from articles.choices import Action, Affected, Branch, DatePrecision, Instrument
from articles.languages import validate_language
from regions.fields import PlainCharField, WebURLField, web_url_constraint


class PolicyFacts(models.Model):
    """What happened, by whom, when, how much, and by which source."""

    instrument = models.CharField(max_length=20, choices=Instrument, blank=True)
    action = models.CharField("what happened", max_length=30, choices=Action, blank=True)
    issuer = PlainCharField(max_length=200, blank=True, help_text="The body that acted.")
    branch = models.CharField(max_length=20, choices=Branch, blank=True)
    announced_on = models.DateField(null=True, blank=True)
    announced_precision = models.CharField(
        "announced: exact to the", max_length=10, choices=DatePrecision, default=DatePrecision.DAY
    )
    in_force_on = models.DateField("in force from", null=True, blank=True)
    in_force_precision = models.CharField(
        "in force: exact to the", max_length=10, choices=DatePrecision, default=DatePrecision.DAY
    )
    amount = models.DecimalField(
        max_digits=20,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
        help_text="New money only, in units of the currency.",
    )
    currency = PlainCharField(
        max_length=3,
        blank=True,
        validators=[RegexValidator(r"^[A-Z]{3}\Z", "Enter a currency code of ISO 4217, such as CNY or EUR.")],
    )
    source_url = WebURLField("address of the source", blank=True)
    source_title = PlainCharField("title of the source", max_length=300, blank=True)
    source_language = PlainCharField(
        "language of the source",
        max_length=16,
        blank=True,
        validators=[validate_language],
        help_text="A BCP 47 tag: en, zh-Hans, fr.",
    )
    archived_url = WebURLField(
        "archived copy", blank=True, help_text="The address of a copy of the source in a web archive."
    )
    affected = models.CharField("who is affected", max_length=20, choices=Affected, blank=True)

    class Meta:
        abstract = True


def fact_constraints(prefix: str) -> list[models.BaseConstraint]:
    """Return the constraints of the facts, their names beginning with ``prefix``."""
    vocabularies: dict[str, type[models.TextChoices]] = {
        "instrument": Instrument,
        "action": Action,
        "branch": Branch,
        "affected": Affected,
    }
    known: list[models.BaseConstraint] = [
        models.CheckConstraint(
            condition=models.Q(**{f"{field}__in": ["", *terms.values]}), name=f"{prefix}_{field}_known"
        )
        for field, terms in vocabularies.items()
    ]
    return [
        *known,
        models.CheckConstraint(
            condition=models.Q(
                announced_precision__in=DatePrecision.values, in_force_precision__in=DatePrecision.values
            ),
            name=f"{prefix}_precisions_known",
        ),
        models.CheckConstraint(
            condition=models.Q(amount=None, currency="")
            | (models.Q(amount__isnull=False, amount__gte=0) & ~models.Q(currency="")),
            name=f"{prefix}_amount_with_currency",
            violation_error_message="Give an amount and its currency together.",
        ),
        web_url_constraint("source_url", name=f"{prefix}_source_url_web"),
        web_url_constraint("archived_url", name=f"{prefix}_archived_url_web"),
    ]
