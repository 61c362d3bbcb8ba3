"""What each term of the vocabularies means, in one plain sentence with an example; shown to readers."""

from typing import NamedTuple

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.choices import Action, Affected, Branch, Instrument, PolicyStatus, RelationKind
from regions.choices import Level


class Meaning(NamedTuple):
    """A sentence that says what a term means, and an example of it."""

    sentence: str | Promise
    example: str | Promise


class StatusGroup(models.TextChoices):
    """The three groups in which readers see policy statuses, and the one for those not known."""

    PREPARATION = "preparation", _("in preparation")
    FORCE = "force", _("adopted or in force")
    ENDED = "ended", _("ended")
    UNKNOWN = "unknown", _("not known")


GROUP_OF_STATUS: dict[str, StatusGroup] = {
    PolicyStatus.IN_PREPARATION: StatusGroup.PREPARATION,
    PolicyStatus.CONSULTATION_OPEN: StatusGroup.PREPARATION,
    PolicyStatus.ADOPTED: StatusGroup.FORCE,
    PolicyStatus.PARTLY_IN_FORCE: StatusGroup.FORCE,
    PolicyStatus.IN_FORCE: StatusGroup.FORCE,
    PolicyStatus.POSTPONED: StatusGroup.PREPARATION,
    PolicyStatus.ENDING: StatusGroup.FORCE,
    PolicyStatus.REJECTED: StatusGroup.ENDED,
    PolicyStatus.ENDED: StatusGroup.ENDED,
    PolicyStatus.UNKNOWN: StatusGroup.UNKNOWN,
}

INSTRUMENTS: dict[str, Meaning] = {
    Instrument.LAW: Meaning(
        _("A binding act passed by a parliament or another legislature."),
        _("An act on data protection."),
    ),
    Instrument.ORDER: Meaning(
        _("A binding command of a government or an authority to those whom it names or describes."),
        _("A minister orders that a service be blocked."),
    ),
    Instrument.REGULATION: Meaning(
        _("Binding general rules that a government or an authority makes under a law."),
        _("A ministry's rules on licences for exchanges."),
    ),
    Instrument.DECISION: Meaning(
        _("A binding ruling of an authority or a court on one case."),
        _("A regulator fines a company."),
    ),
    Instrument.TREATY: Meaning(
        _("A binding agreement between states."),
        _("A convention on cybercrime."),
    ),
    Instrument.GUIDELINE: Meaning(
        _("Advice or an outline that tells others how to act and binds nobody."),
        _("Guiding opinions on the use of a technology."),
    ),
    Instrument.PLAN: Meaning(
        _("A plan or strategy: goals, and the steps by which a government means to reach them."),
        _("A five-year plan for digital government."),
    ),
    Instrument.FUNDING: Meaning(
        _("A programme that gives or lends public money for a purpose."),
        _("Grants for small firms that buy software."),
    ),
    Instrument.PILOT: Meaning(
        _("A trial in one place or for a limited time, or a sandbox in which rules are eased."),
        _("A regulator lets ten firms test a new service."),
    ),
    Instrument.STANDARD: Meaning(
        _("A technical norm that says how something is built, measured or described."),
        _("A national standard for the format of electronic invoices."),
    ),
    Instrument.AGREEMENT: Meaning(
        _("An agreement of a government with a company or another body."),
        _("A city signs a framework for cooperation with a manufacturer."),
    ),
    Instrument.PROJECT: Meaning(
        _("A public investment or a piece of infrastructure."),
        _("A data centre for the hospitals of a province."),
    ),
    Instrument.INQUIRY: Meaning(
        _("A study of a question, ordered by a parliament or a government."),
        _("A committee takes evidence on online safety."),
    ),
    Instrument.DECLARATION: Meaning(
        _("A statement of intent or principle that binds nobody."),
        _("Ministers of twenty countries declare common principles."),
    ),
    Instrument.LAWSUIT: Meaning(
        _("A case that a government brings or answers in court."),
        _("A state sues a platform."),
    ),
    Instrument.INVESTIGATION: Meaning(
        _("A formal examination of whether somebody broke the rules."),
        _("A competition authority examines a merger."),
    ),
    Instrument.OTHER: Meaning(
        _("A measure that no other term of this list describes."),
        _("A prize for the best idea."),
    ),
}

STATUSES: dict[str, Meaning] = {
    PolicyStatus.IN_PREPARATION: Meaning(
        _("The policy is being drafted, announced or debated, and nothing is decided yet."),
        _("A bill has passed its first reading."),
    ),
    PolicyStatus.CONSULTATION_OPEN: Meaning(
        _("The public or those concerned can give their opinion now."),
        _("A ministry takes comments until the end of the month."),
    ),
    PolicyStatus.ADOPTED: Meaning(
        _("The policy is decided but does not apply yet."),
        _("A law is signed and will apply from next year."),
    ),
    PolicyStatus.PARTLY_IN_FORCE: Meaning(
        _("Some of the policy applies, and the rest follows after a time of grace."),
        _("New firms must comply now, old ones within two years."),
    ),
    PolicyStatus.IN_FORCE: Meaning(
        _("The policy applies."),
        _("The rules have applied since 1 January."),
    ),
    PolicyStatus.POSTPONED: Meaning(
        _("The day from which the policy was to apply has been put off."),
        _("A levy is delayed by a year."),
    ),
    PolicyStatus.ENDING: Meaning(
        _("The policy still applies, but its end has been announced."),
        _("A subsidy will be closed to new applicants in June."),
    ),
    PolicyStatus.REJECTED: Meaning(
        _("The policy was voted down, vetoed or withdrawn before it was adopted."),
        _("A parliament rejects a bill."),
    ),
    PolicyStatus.ENDED: Meaning(
        _("The policy no longer applies."),
        _("A pilot closes after two years."),
    ),
    PolicyStatus.UNKNOWN: Meaning(
        _("We do not know where the policy stands; it does not mean that nothing happened."),
        _("A report names a plan without saying whether it was adopted."),
    ),
}

ACTIONS: dict[str, Meaning] = {
    Action.DRAFTING: Meaning(_("A text is being written."), _("A ministry works on a bill.")),
    Action.ANNOUNCEMENT: Meaning(
        _("Somebody in office has said that it is to come."), _("A mayor names a plan.")
    ),
    Action.INTRODUCTION: Meaning(
        _("A text was laid before those who decide."), _("A bill reaches parliament.")
    ),
    Action.OPINION: Meaning(
        _("A body gave its opinion on the text."), _("A council of state comments on a bill.")
    ),
    Action.PASSAGE: Meaning(
        _("The text passed one stage of several."), _("One of two chambers votes for a bill.")
    ),
    Action.AMENDMENT_PROPOSED: Meaning(
        _("Changes to a policy were proposed."), _("A bill would amend a law.")
    ),
    Action.CONSULTATION_OPENED: Meaning(
        _("The public was asked for its opinion."), _("A draft is open to comments.")
    ),
    Action.CONSULTATION_CLOSED: Meaning(
        _("The time for opinions is over."), _("The last comments came in May.")
    ),
    Action.ADOPTION: Meaning(_("Those who decide have decided for it."), _("A parliament passes a law.")),
    Action.SIGNING: Meaning(_("The decided text was signed."), _("A president signs a law.")),
    Action.RULING: Meaning(_("A court or an authority ruled."), _("A court upholds a fine.")),
    Action.IN_FORCE_WITH_GRACE_PERIOD: Meaning(
        _("It applies, but some have more time to comply."), _("Old firms have two years.")
    ),
    Action.IMPLEMENTATION: Meaning(_("It began to apply."), _("Rules apply from 1 January.")),
    Action.AMENDMENT_IN_FORCE: Meaning(_("Changes to it began to apply."), _("A new threshold applies.")),
    Action.EXTENSION: Meaning(_("It applies for longer than planned."), _("A pilot runs for another year.")),
    Action.POSTPONEMENT: Meaning(_("It will begin to apply later than planned."), _("A levy is put off.")),
    Action.TERMINATION_ANNOUNCED: Meaning(_("Its end was announced."), _("A scheme will close in June.")),
    Action.REJECTION: Meaning(_("Those who decide have decided against it."), _("A bill is voted down.")),
    Action.VETO: Meaning(_("Somebody with the power to do so stopped it."), _("A governor vetoes a bill.")),
    Action.TERMINATION: Meaning(_("It ceased to apply."), _("A rule is repealed.")),
    Action.CLOSURE: Meaning(_("A programme, case or pilot came to its end."), _("A sandbox closes.")),
}

BRANCHES: dict[str, Meaning] = {
    Branch.LEGISLATURE: Meaning(_("The branch that makes laws."), _("A parliament or a city council.")),
    Branch.EXECUTIVE: Meaning(_("The branch that governs."), _("A ministry, an agency or a mayor.")),
    Branch.JUDICIARY: Meaning(_("The branch that judges."), _("A supreme court.")),
}

AFFECTED: dict[str, Meaning] = {
    Affected.EVERYBODY: Meaning(_("The policy touches everybody."), _("A law on personal data.")),
    Affected.SMALL_FIRMS: Meaning(_("It touches small and middling firms."), _("Vouchers for small firms.")),
    Affected.ONE_FIRM: Meaning(_("It touches one firm."), _("A fine for one company.")),
    Affected.STATE_FIRMS: Meaning(_("It touches firms that the state owns."), _("Rules for a state bank.")),
    Affected.ONE_SECTOR: Meaning(_("It touches one sector."), _("Licences for exchanges.")),
    Affected.ONE_PLACE: Meaning(_("It touches one place."), _("A pilot in one district.")),
}

LEVELS: dict[str, Meaning] = {
    Level.SUPRANATIONAL: Meaning(
        _("A union of states that makes rules of its own."), _("The European Union.")
    ),
    Level.NATIONAL: Meaning(_("The government of a country."), _("The government of Kenya.")),
    Level.SUBNATIONAL: Meaning(_("A state, province or region of a country."), _("The province of Jiangsu.")),
    Level.MUNICIPAL: Meaning(_("A city or a district."), _("The city of Hangzhou.")),
    Level.SPECIAL_ZONE: Meaning(_("A zone with rules of its own."), _("A free trade zone.")),
    Level.MULTILATERAL: Meaning(_("Several states that act together."), _("The countries of a continent.")),
}

RELATIONS: dict[str, Meaning] = {
    RelationKind.AMENDS: Meaning(_("It changes another policy."), _("A law that amends an older one.")),
    RelationKind.REPLACES: Meaning(
        _("It takes the place of another policy."), _("A new code instead of the old.")
    ),
    RelationKind.IMPLEMENTS: Meaning(_("It carries another policy out."), _("Rules under a law.")),
    RelationKind.MODELLED_ON: Meaning(
        _("It follows the example of another policy."), _("A law after a model law.")
    ),
}


class Vocabulary(NamedTuple):
    """A vocabulary as the page of terms shows it; ``slug`` begins the ids of its terms."""

    slug: str
    title: str | Promise
    terms: type[models.TextChoices]
    meanings: dict[str, Meaning]

    @property
    def labels(self) -> dict[str, str]:
        """The words that readers see, by value."""
        return {value: str(label) for value, label in self.terms.choices}

    def rows(self) -> list[tuple[str, str, Meaning]]:
        """Return value, label and meaning of each term."""
        return [(value, label, self.meanings[value]) for value, label in self.labels.items()]


VOCABULARIES = {
    vocabulary.slug: vocabulary
    for vocabulary in (
        Vocabulary("instrument", _("Instruments"), Instrument, INSTRUMENTS),
        Vocabulary("status", _("Status of a policy"), PolicyStatus, STATUSES),
        Vocabulary("action", _("What happened"), Action, ACTIONS),
        Vocabulary("level", _("Levels of government"), Level, LEVELS),
        Vocabulary("branch", _("Branches of government"), Branch, BRANCHES),
        Vocabulary("affected", _("Who is affected"), Affected, AFFECTED),
        Vocabulary("relation", _("Relations between items"), RelationKind, RELATIONS),
    )
}
