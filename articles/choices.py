"""The vocabularies of articles and policy items: machine values that never change, with their labels.

The field's terms come from the Digital Policy Alert's activity-tracker handbook, Global Trade Alert, Climate
Policy Radar, Open States and OxCGRT; what each term means, in a sentence, is in :mod:`articles.meanings`.
"""

from django.db import models


class ArticleStatus(models.TextChoices):
    """Where an article is on its way to readers."""

    DRAFT = "draft", "draft"
    IN_REVIEW = "in_review", "in review"
    APPROVED = "approved", "approved"
    SCHEDULED = "scheduled", "scheduled"
    PUBLISHED = "published", "published"
    ARCHIVED = "archived", "archived"


class NoticeKind(models.TextChoices):
    """What a notice at the end of an article is about."""

    REPRINT = "reprint", "reprint"
    CONTACT = "contact", "contact"
    COPYRIGHT = "copyright", "copyright"
    DISCLAIMER = "disclaimer", "disclaimer"
    OTHER = "other", "other"


class Instrument(models.TextChoices):
    """The kind of document or measure."""

    LAW = "law", "law"
    ORDER = "order", "order"
    REGULATION = "regulation", "regulation"
    DECISION = "decision", "decision"
    TREATY = "treaty", "treaty"
    GUIDELINE = "guideline", "guideline"
    PLAN = "plan", "plan or strategy"
    FUNDING = "funding", "funding programme"
    PILOT = "pilot", "pilot or sandbox"
    STANDARD = "standard", "standard"
    AGREEMENT = "agreement", "agreement"
    PROJECT = "project", "project"
    INQUIRY = "inquiry", "inquiry"
    DECLARATION = "declaration", "declaration or statement"
    LAWSUIT = "lawsuit", "lawsuit"
    INVESTIGATION = "investigation", "investigation"
    OTHER = "other", "other"


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

    IN_PREPARATION = "in_preparation", "in preparation"
    CONSULTATION_OPEN = "consultation_open", "open for consultation"
    ADOPTED = "adopted", "adopted"
    PARTLY_IN_FORCE = "partly_in_force", "partly in force"
    IN_FORCE = "in_force", "in force"
    POSTPONED = "postponed", "postponed"
    ENDING = "ending", "ending"
    REJECTED = "rejected", "rejected"
    ENDED = "ended", "ended"
    UNKNOWN = "unknown", "not known"


class Action(models.TextChoices):
    """What happened in this step of a policy."""

    DRAFTING = "drafting", "being drafted"
    ANNOUNCEMENT = "announcement", "announced"
    INTRODUCTION = "introduction", "introduced"
    OPINION = "opinion", "opinion given"
    PASSAGE = "passage", "passed a stage"
    AMENDMENT_PROPOSED = "amendment_proposed", "amendment proposed"
    CONSULTATION_OPENED = "consultation_opened", "consultation opened"
    CONSULTATION_CLOSED = "consultation_closed", "consultation closed"
    ADOPTION = "adoption", "adopted"
    SIGNING = "signing", "signed"
    RULING = "ruling", "ruled"
    IN_FORCE_WITH_GRACE_PERIOD = "in_force_with_grace_period", "in force with a grace period"
    IMPLEMENTATION = "implementation", "in force"
    AMENDMENT_IN_FORCE = "amendment_in_force", "amendment in force"
    EXTENSION = "extension", "extended"
    POSTPONEMENT = "postponement", "postponed"
    TERMINATION_ANNOUNCED = "termination_announced", "end announced"
    REJECTION = "rejection", "rejected"
    VETO = "veto", "vetoed"
    TERMINATION = "termination", "ended"
    CLOSURE = "closure", "closed"


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

    LEGISLATURE = "legislature", "legislature"
    EXECUTIVE = "executive", "executive"
    JUDICIARY = "judiciary", "judiciary"


class Affected(models.TextChoices):
    """Whom a policy touches."""

    EVERYBODY = "everybody", "everybody"
    SMALL_FIRMS = "small_firms", "small firms"
    ONE_FIRM = "one_firm", "one firm"
    STATE_FIRMS = "state_firms", "state-owned firms"
    ONE_SECTOR = "one_sector", "one sector"
    ONE_PLACE = "one_place", "one place"


class DatePrecision(models.TextChoices):
    """How exactly a date is known; the stored date is the first day of its span."""

    DAY = "day", "day"
    MONTH = "month", "month"
    QUARTER = "quarter", "quarter"
    YEAR = "year", "year"


class RelationKind(models.TextChoices):
    """How one item bears on another, other than being its next step."""

    AMENDS = "amends", "amends"
    REPLACES = "replaces", "replaces"
    IMPLEMENTS = "implements", "implements"
    MODELLED_ON = "modelled_on", "is modelled on"


class VoteReason(models.TextChoices):
    """Why a voter found an article helpful, or not."""

    EASY_TO_UNDERSTAND = "easy_to_understand", "Easy to understand"
    COMPLETE = "complete", "Complete"
    SOLVED_IT = "solved_it", "Answered my question"
    TRUSTWORTHY_SOURCES = "trustworthy_sources", "Trustworthy sources"
    HARD_TO_UNDERSTAND = "hard_to_understand", "Hard to understand"
    INCOMPLETE = "incomplete", "Incomplete"
    WRONG_OR_OUTDATED = "wrong_or_outdated", "Wrong or out of date"
    NOT_WHAT_I_NEED = "not_what_i_need", "Not what I need"
    OTHER = "other", "Another reason"


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

    COUNTED = "counted", "counted"
    HELD = "held", "held"
    VOID = "void", "void"
