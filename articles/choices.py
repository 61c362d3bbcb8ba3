"""The vocabularies of articles and policy items: machine values that never change, with their labels.

The field's terms come from the Digital Policy Alert's activity-tracker handbook, Global Trade Alert, Climate
Policy Radar, Open States and OxCGRT; what each term means, in a sentence, is in :mod:`articles.meanings`.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ArticleStatus(models.TextChoices):
    """Where an article is on its way to readers."""

    DRAFT = "draft", _("draft")
    IN_REVIEW = "in_review", _("in review")
    APPROVED = "approved", _("approved")
    SCHEDULED = "scheduled", _("scheduled")
    PUBLISHED = "published", _("published")
    ARCHIVED = "archived", _("archived")


class NoticeKind(models.TextChoices):
    """What a notice at the end of an article is about."""

    REPRINT = "reprint", _("reprint")
    CONTACT = "contact", _("contact")
    COPYRIGHT = "copyright", _("copyright")
    DISCLAIMER = "disclaimer", _("disclaimer")
    OTHER = "other", _("other")


class Instrument(models.TextChoices):
    """The kind of document or measure."""

    LAW = "law", _("law")
    ORDER = "order", _("order")
    REGULATION = "regulation", _("regulation")
    DECISION = "decision", _("decision")
    TREATY = "treaty", _("treaty")
    GUIDELINE = "guideline", _("guideline")
    PLAN = "plan", _("plan or strategy")
    FUNDING = "funding", _("funding programme")
    PILOT = "pilot", _("pilot or sandbox")
    STANDARD = "standard", _("standard")
    AGREEMENT = "agreement", _("agreement")
    PROJECT = "project", _("project")
    INQUIRY = "inquiry", _("inquiry")
    DECLARATION = "declaration", _("declaration or statement")
    LAWSUIT = "lawsuit", _("lawsuit")
    INVESTIGATION = "investigation", _("investigation")
    OTHER = "other", _("other")


BINDING_INSTRUMENTS = frozenset(
    {
        Instrument.LAW,
        Instrument.ORDER,
        Instrument.REGULATION,
        Instrument.DECISION,
        Instrument.TREATY,
        Instrument.LAWSUIT,
        Instrument.INVESTIGATION,
    }
)


class PolicyStatus(models.TextChoices):
    """Where a policy stands; it follows from the action of its latest step."""

    IN_PREPARATION = "in_preparation", _("in preparation")
    CONSULTATION_OPEN = "consultation_open", _("open for consultation")
    ADOPTED = "adopted", _("adopted")
    PARTLY_IN_FORCE = "partly_in_force", _("partly in force")
    IN_FORCE = "in_force", _("in force")
    POSTPONED = "postponed", _("postponed")
    ENDING = "ending", _("ending")
    REJECTED = "rejected", _("rejected")
    ENDED = "ended", _("ended")
    UNKNOWN = "unknown", _("not known")


class Action(models.TextChoices):
    """What happened in this step of a policy."""

    DRAFTING = "drafting", _("being drafted")
    ANNOUNCEMENT = "announcement", _("announced")
    INTRODUCTION = "introduction", _("introduced")
    OPINION = "opinion", _("opinion given")
    PASSAGE = "passage", _("passed a stage")
    AMENDMENT_PROPOSED = "amendment_proposed", _("amendment proposed")
    CONSULTATION_OPENED = "consultation_opened", _("consultation opened")
    CONSULTATION_CLOSED = "consultation_closed", _("consultation closed")
    ADOPTION = "adoption", _("adopted")
    SIGNING = "signing", _("signed")
    RULING = "ruling", _("ruled")
    IN_FORCE_WITH_GRACE_PERIOD = "in_force_with_grace_period", _("in force with a grace period")
    IMPLEMENTATION = "implementation", _("in force")
    AMENDMENT_IN_FORCE = "amendment_in_force", _("amendment in force")
    EXTENSION = "extension", _("extended")
    POSTPONEMENT = "postponement", _("postponed")
    TERMINATION_ANNOUNCED = "termination_announced", _("end announced")
    REJECTION = "rejection", _("rejected")
    VETO = "veto", _("vetoed")
    TERMINATION = "termination", _("ended")
    CLOSURE = "closure", _("closed")


STATUS_OF_ACTION: dict[str, PolicyStatus] = {
    Action.DRAFTING: PolicyStatus.IN_PREPARATION,
    Action.ANNOUNCEMENT: PolicyStatus.IN_PREPARATION,
    Action.INTRODUCTION: PolicyStatus.IN_PREPARATION,
    Action.OPINION: PolicyStatus.IN_PREPARATION,
    Action.PASSAGE: PolicyStatus.IN_PREPARATION,
    Action.AMENDMENT_PROPOSED: PolicyStatus.IN_PREPARATION,
    Action.CONSULTATION_OPENED: PolicyStatus.CONSULTATION_OPEN,
    Action.CONSULTATION_CLOSED: PolicyStatus.IN_PREPARATION,
    Action.ADOPTION: PolicyStatus.ADOPTED,
    Action.SIGNING: PolicyStatus.ADOPTED,
    Action.RULING: PolicyStatus.ADOPTED,
    Action.IN_FORCE_WITH_GRACE_PERIOD: PolicyStatus.PARTLY_IN_FORCE,
    Action.IMPLEMENTATION: PolicyStatus.IN_FORCE,
    Action.AMENDMENT_IN_FORCE: PolicyStatus.IN_FORCE,
    Action.EXTENSION: PolicyStatus.IN_FORCE,
    Action.POSTPONEMENT: PolicyStatus.POSTPONED,
    Action.TERMINATION_ANNOUNCED: PolicyStatus.ENDING,
    Action.REJECTION: PolicyStatus.REJECTED,
    Action.VETO: PolicyStatus.REJECTED,
    Action.TERMINATION: PolicyStatus.ENDED,
    Action.CLOSURE: PolicyStatus.ENDED,
}


class Branch(models.TextChoices):
    """The branch of government that acted."""

    LEGISLATURE = "legislature", _("legislature")
    EXECUTIVE = "executive", _("executive")
    JUDICIARY = "judiciary", _("judiciary")


class Affected(models.TextChoices):
    """Whom a policy touches."""

    EVERYBODY = "everybody", _("everybody")
    SMALL_FIRMS = "small_firms", _("small firms")
    ONE_FIRM = "one_firm", _("one firm")
    STATE_FIRMS = "state_firms", _("state-owned firms")
    ONE_SECTOR = "one_sector", _("one sector")
    ONE_PLACE = "one_place", _("one place")


class DatePrecision(models.TextChoices):
    """How exactly a date is known; the stored date is the first day of its span."""

    DAY = "day", _("day")
    MONTH = "month", _("month")
    QUARTER = "quarter", _("quarter")
    YEAR = "year", _("year")


class RelationKind(models.TextChoices):
    """How one item bears on another, other than being its next step."""

    AMENDS = "amends", _("amends")
    REPLACES = "replaces", _("replaces")
    IMPLEMENTS = "implements", _("implements")
    MODELLED_ON = "modelled_on", _("is modelled on")


class VoteReason(models.TextChoices):
    """Why a voter found an article helpful, or not."""

    EASY_TO_UNDERSTAND = "easy_to_understand", _("Easy to understand")
    COMPLETE = "complete", _("Complete")
    SOLVED_IT = "solved_it", _("Answered my question")
    TRUSTWORTHY_SOURCES = "trustworthy_sources", _("Trustworthy sources")
    HARD_TO_UNDERSTAND = "hard_to_understand", _("Hard to understand")
    INCOMPLETE = "incomplete", _("Incomplete")
    WRONG_OR_OUTDATED = "wrong_or_outdated", _("Wrong or out of date")
    NOT_WHAT_I_NEED = "not_what_i_need", _("Not what I need")
    OTHER = "other", _("Another reason")


REASONS_AFTER_YES = (
    VoteReason.EASY_TO_UNDERSTAND,
    VoteReason.COMPLETE,
    VoteReason.SOLVED_IT,
    VoteReason.TRUSTWORTHY_SOURCES,
    VoteReason.OTHER,
)
REASONS_AFTER_NO = (
    VoteReason.HARD_TO_UNDERSTAND,
    VoteReason.INCOMPLETE,
    VoteReason.WRONG_OR_OUTDATED,
    VoteReason.NOT_WHAT_I_NEED,
    VoteReason.OTHER,
)


class VoteState(models.TextChoices):
    """Whether a vote is in the public tally."""

    COUNTED = "counted", _("counted")
    HELD = "held", _("held")
    VOID = "void", _("void")
