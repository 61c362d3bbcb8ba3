"""What each term of the vocabularies means, in one plain sentence with an example; shown to readers."""

from typing import NamedTuple

from django.db import models

from articles.choices import Action, Affected, Branch, Instrument, PolicyStatus, RelationKind
from regions.choices import Level


class Meaning(NamedTuple):
    """A sentence that says what a term means, and an example of it."""

    sentence: str
    example: str


class StatusGroup(models.TextChoices):
    """The three groups in which readers see policy statuses, and the one for those not known."""

    PREPARATION = "preparation", "in preparation"
    FORCE = "force", "adopted or in force"
    ENDED = "ended", "ended"
    UNKNOWN = "unknown", "not known"


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
        "A binding act passed by a parliament or another legislature.",
        "An act on data protection.",
    ),
    Instrument.ORDER: Meaning(
        "A binding command of a government or an authority to those whom it names or describes.",
        "A minister orders that a service be blocked.",
    ),
    Instrument.REGULATION: Meaning(
        "Binding general rules that a government or an authority makes under a law.",
        "A ministry's rules on licences for exchanges.",
    ),
    Instrument.DECISION: Meaning(
        "A binding ruling of an authority or a court on one case.",
        "A regulator fines a company.",
    ),
    Instrument.TREATY: Meaning(
        "A binding agreement between states.",
        "A convention on cybercrime.",
    ),
    Instrument.GUIDELINE: Meaning(
        "Advice or an outline that tells others how to act and binds nobody.",
        "Guiding opinions on the use of a technology.",
    ),
    Instrument.PLAN: Meaning(
        "A plan or strategy: goals, and the steps by which a government means to reach them.",
        "A five-year plan for digital government.",
    ),
    Instrument.FUNDING: Meaning(
        "A programme that gives or lends public money for a purpose.",
        "Grants for small firms that buy software.",
    ),
    Instrument.PILOT: Meaning(
        "A trial in one place or for a limited time, or a sandbox in which rules are eased.",
        "A regulator lets ten firms test a new service.",
    ),
    Instrument.STANDARD: Meaning(
        "A technical norm that says how something is built, measured or described.",
        "A national standard for the format of electronic invoices.",
    ),
    Instrument.AGREEMENT: Meaning(
        "An agreement of a government with a company or another body.",
        "A city signs a framework for cooperation with a manufacturer.",
    ),
    Instrument.PROJECT: Meaning(
        "A public investment or a piece of infrastructure.",
        "A data centre for the hospitals of a province.",
    ),
    Instrument.INQUIRY: Meaning(
        "A study of a question, ordered by a parliament or a government.",
        "A committee takes evidence on online safety.",
    ),
    Instrument.DECLARATION: Meaning(
        "A statement of intent or principle that binds nobody.",
        "Ministers of twenty countries declare common principles.",
    ),
    Instrument.LAWSUIT: Meaning(
        "A case that a government brings or answers in court.",
        "A state sues a platform.",
    ),
    Instrument.INVESTIGATION: Meaning(
        "A formal examination of whether somebody broke the rules.",
        "A competition authority examines a merger.",
    ),
    Instrument.OTHER: Meaning(
        "A measure that no other term of this list describes.",
        "A prize for the best idea.",
    ),
}

STATUSES: dict[str, Meaning] = {
    PolicyStatus.IN_PREPARATION: Meaning(
        "The policy is being drafted, announced or debated, and nothing is decided yet.",
        "A bill has passed its first reading.",
    ),
    PolicyStatus.CONSULTATION_OPEN: Meaning(
        "The public or those concerned can give their opinion now.",
        "A ministry takes comments until the end of the month.",
    ),
    PolicyStatus.ADOPTED: Meaning(
        "The policy is decided but does not apply yet.",
        "A law is signed and will apply from next year.",
    ),
    PolicyStatus.PARTLY_IN_FORCE: Meaning(
        "Some of the policy applies, and the rest follows after a time of grace.",
        "New firms must comply now, old ones within two years.",
    ),
    PolicyStatus.IN_FORCE: Meaning(
        "The policy applies.",
        "The rules have applied since 1 January.",
    ),
    PolicyStatus.POSTPONED: Meaning(
        "The day from which the policy was to apply has been put off.",
        "A levy is delayed by a year.",
    ),
    PolicyStatus.ENDING: Meaning(
        "The policy still applies, but its end has been announced.",
        "A subsidy will be closed to new applicants in June.",
    ),
    PolicyStatus.REJECTED: Meaning(
        "The policy was voted down, vetoed or withdrawn before it was adopted.",
        "A parliament rejects a bill.",
    ),
    PolicyStatus.ENDED: Meaning(
        "The policy no longer applies.",
        "A pilot closes after two years.",
    ),
    PolicyStatus.UNKNOWN: Meaning(
        "We do not know where the policy stands; it does not mean that nothing happened.",
        "A report names a plan without saying whether it was adopted.",
    ),
}

ACTIONS: dict[str, Meaning] = {
    Action.DRAFTING: Meaning("A text is being written.", "A ministry works on a bill."),
    Action.ANNOUNCEMENT: Meaning("Somebody in office has said that it is to come.", "A mayor names a plan."),
    Action.INTRODUCTION: Meaning("A text was laid before those who decide.", "A bill reaches parliament."),
    Action.OPINION: Meaning("A body gave its opinion on the text.", "A council of state comments on a bill."),
    Action.PASSAGE: Meaning("The text passed one stage of several.", "One of two chambers votes for a bill."),
    Action.AMENDMENT_PROPOSED: Meaning("Changes to a policy were proposed.", "A bill would amend a law."),
    Action.CONSULTATION_OPENED: Meaning(
        "The public was asked for its opinion.", "A draft is open to comments."
    ),
    Action.CONSULTATION_CLOSED: Meaning("The time for opinions is over.", "The last comments came in May."),
    Action.ADOPTION: Meaning("Those who decide have decided for it.", "A parliament passes a law."),
    Action.SIGNING: Meaning("The decided text was signed.", "A president signs a law."),
    Action.RULING: Meaning("A court or an authority ruled.", "A court upholds a fine."),
    Action.IN_FORCE_WITH_GRACE_PERIOD: Meaning(
        "It applies, but some have more time to comply.", "Old firms have two years."
    ),
    Action.IMPLEMENTATION: Meaning("It began to apply.", "Rules apply from 1 January."),
    Action.AMENDMENT_IN_FORCE: Meaning("Changes to it began to apply.", "A new threshold applies."),
    Action.EXTENSION: Meaning("It applies for longer than planned.", "A pilot runs for another year."),
    Action.POSTPONEMENT: Meaning("It will begin to apply later than planned.", "A levy is put off."),
    Action.TERMINATION_ANNOUNCED: Meaning("Its end was announced.", "A scheme will close in June."),
    Action.REJECTION: Meaning("Those who decide have decided against it.", "A bill is voted down."),
    Action.VETO: Meaning("Somebody with the power to do so stopped it.", "A governor vetoes a bill."),
    Action.TERMINATION: Meaning("It ceased to apply.", "A rule is repealed."),
    Action.CLOSURE: Meaning("A programme, case or pilot came to its end.", "A sandbox closes."),
}

BRANCHES: dict[str, Meaning] = {
    Branch.LEGISLATURE: Meaning("The branch that makes laws.", "A parliament or a city council."),
    Branch.EXECUTIVE: Meaning("The branch that governs.", "A ministry, an agency or a mayor."),
    Branch.JUDICIARY: Meaning("The branch that judges.", "A supreme court."),
}

AFFECTED: dict[str, Meaning] = {
    Affected.EVERYBODY: Meaning("The policy touches everybody.", "A law on personal data."),
    Affected.SMALL_FIRMS: Meaning("It touches small and middling firms.", "Vouchers for small firms."),
    Affected.ONE_FIRM: Meaning("It touches one firm.", "A fine for one company."),
    Affected.STATE_FIRMS: Meaning("It touches firms that the state owns.", "Rules for a state bank."),
    Affected.ONE_SECTOR: Meaning("It touches one sector.", "Licences for exchanges."),
    Affected.ONE_PLACE: Meaning("It touches one place.", "A pilot in one district."),
}

LEVELS: dict[str, Meaning] = {
    Level.SUPRANATIONAL: Meaning("A union of states that makes rules of its own.", "The European Union."),
    Level.NATIONAL: Meaning("The government of a country.", "The government of Kenya."),
    Level.SUBNATIONAL: Meaning("A state, province or region of a country.", "The province of Jiangsu."),
    Level.MUNICIPAL: Meaning("A city or a district.", "The city of Hangzhou."),
    Level.SPECIAL_ZONE: Meaning("A zone with rules of its own.", "A free trade zone."),
    Level.MULTILATERAL: Meaning("Several states that act together.", "The countries of a continent."),
}

RELATIONS: dict[str, Meaning] = {
    RelationKind.AMENDS: Meaning("It changes another policy.", "A law that amends an older one."),
    RelationKind.REPLACES: Meaning("It takes the place of another policy.", "A new code instead of the old."),
    RelationKind.IMPLEMENTS: Meaning("It carries another policy out.", "Rules under a law."),
    RelationKind.MODELLED_ON: Meaning(
        "It follows the example of another policy.", "A law after a model law."
    ),
}


class Vocabulary(NamedTuple):
    """A vocabulary as the page of terms shows it; ``slug`` begins the ids of its terms."""

    slug: str
    title: str
    terms: type[models.TextChoices]
    meanings: dict[str, Meaning]

    @property
    def labels(self) -> dict[str, str]:
        """The words that readers see, by value."""
        return _LABELS[self.terms]

    def rows(self) -> list[tuple[str, str, Meaning]]:
        """Return value, label and meaning of each term."""
        return [(value, label, self.meanings[value]) for value, label in self.labels.items()]


_LABELS: dict[type[models.TextChoices], dict[str, str]] = {
    terms: {value: str(label) for value, label in terms.choices}
    for terms in (Instrument, PolicyStatus, Action, Level, Branch, Affected, RelationKind)
}

VOCABULARIES = {
    vocabulary.slug: vocabulary
    for vocabulary in (
        Vocabulary("instrument", "Instruments", Instrument, INSTRUMENTS),
        Vocabulary("status", "Status of a policy", PolicyStatus, STATUSES),
        Vocabulary("action", "What happened", Action, ACTIONS),
        Vocabulary("level", "Levels of government", Level, LEVELS),
        Vocabulary("branch", "Branches of government", Branch, BRANCHES),
        Vocabulary("affected", "Who is affected", Affected, AFFECTED),
        Vocabulary("relation", "Relations between items", RelationKind, RELATIONS),
    )
}
