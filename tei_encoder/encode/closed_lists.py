"""The closed lists of the encoding: each value that an attribute of the text may have, with its meaning.

The header publishes them as taxonomies (TEI P5, section 2.3.7). Values of ``@ana`` are ids of the header
(``ana="#carried"``); values of ``@type`` are explained under ``<element>.<value>``.
"""

from typing import NamedTuple


class ClosedList(NamedTuple):
    """One list: ``id`` of the taxonomy, its purpose, ``prefix`` of its ids, the values with their meaning."""

    id: str
    title: str
    prefix: str
    values: tuple[tuple[str, str], ...]


CLOSED_LISTS = (
    ClosedList(
        "outcomes",
        "Outcomes of votes and decisions as the source states them (@ana of note); never computed.",
        "",
        (
            ("carried", "Adopted, carried, accepted."),
            ("rejected", "Rejected, defeated, lost."),
            ("tabled", "Put off, left open or referred elsewhere."),
            ("withdrawn", "Withdrawn by its mover."),
            ("unanimous", "Without a vote against, as the source says."),
            ("majority", "By a majority, as the source says."),
        ),
    ),
    ClosedList(
        "speaking",
        "How somebody speaks (@ana of sp and said).",
        "",
        (
            ("chair", "The label names the office in the chair; who held it is inferred."),
            ("unidentified", "The label names nobody in particular: two such labels need not be one person."),
            ("interrupting", "Spoken into the speech of somebody else."),
            ("interviewer", "The label means whoever asks the questions; who that is is inferred, or not known."),
            ("respondent", "The label means whoever answers them; who that is is inferred, or not known."),
            ("reported", "The minutes report what was said and do not give the words."),
        ),
    ),
    ClosedList(
        "divisions",
        "Parts of the text (@type of div).",
        "div.",
        (
            ("session", "One sitting of a meeting."),
            ("agendaItem", "A matter on the agenda."),
            ("article", "A numbered article under discussion, or an article of a newspaper."),
            ("thesis", "A numbered thesis."),
            ("report", "A report given to the meeting."),
            ("section", "Another part with a heading."),
            ("imprint", "What a printed or digital source says about itself."),
            ("foreword", "A foreword or introduction."),
            ("delegates", "A list of those who take part."),
            ("agenda", "The order of the day."),
            ("resolution", "A resolution printed as a part of its own."),
            ("act", "An act of a play."),
            ("scene", "A scene of a play."),
            ("prologue", "What is spoken before a play."),
            ("epilogue", "What is spoken after a play."),
            ("cast", "The list of the persons of a play."),
            ("testimony", "The hearing of one witness."),
            ("document", "One of several texts in the same file."),
            ("appendix", "An appendix."),
            ("notes", "Notes printed at the end."),
            ("boilerplate", "Remains of the web page the text was taken from; kept, not part of the text."),
        ),
    ),
    ClosedList(
        "records",
        "What the minutes record besides speech (@type of note).",
        "note.",
        (
            ("vote", "A ballot with at least one figure."),
            ("decision", "A stated outcome without figures."),
            ("election", "Persons elected."),
            ("chair", "Who is in the chair."),
            ("secretaries", "Who takes the minutes."),
            ("attendance", "Who is present."),
            ("time", "When a sitting opens or closes."),
            ("agenda", "The order of the day."),
            ("reporters", "Who reports on what."),
            ("interviewer", "Who asks the questions that follow."),
            ("respondent", "Who answers the questions that follow."),
            ("editorial", "A note of the editor of the source."),
        ),
    ),
    ClosedList(
        "quotations",
        "Texts laid before the meeting (@type of quote).",
        "quote.",
        (("resolution", "A resolution."), ("motion", "A motion."), ("amendment", "An amendment.")),
    ),
    ClosedList(
        "lists",
        "Lists (@type of list).",
        "list.",
        (
            ("roster", "Persons, with the bodies or places they stand for."),
            ("ordered", "Numbered items."),
            ("bulleted", "Items without numbers."),
            ("amendments", "Amendments."),
        ),
    ),
    ClosedList(
        "gaps",
        "Why something is missing (@reason of gap).",
        "gap.",
        (
            ("hiatus", "The record has a hole, as a note of the source says or dots show."),
            ("ellipsis", "The record breaks off in dots."),
            ("illegible", "Could not be read."),
            ("editorial", "Left out by the editor of the source."),
        ),
    ),
    ClosedList(
        "remains",
        "Why something is too much (@reason of surplus).",
        "surplus.",
        (
            ("conversion", "Left by an earlier conversion of the file."),
            ("repeated", "Printed twice."),
            ("editorial", "Put in by the editor of the source."),
        ),
    ),
    ClosedList(
        "references",
        "What a printed mark refers to (@type of ref).",
        "ref.",
        (("noteAnchor", "A note."), ("page", "A page."), ("link", "Another place or file.")),
    ),
    ClosedList(
        "stages",
        "What happens in the room or on the stage (@type of stage).",
        "stage.",
        (
            ("applause", "Applause."),
            ("laughter", "Laughter."),
            ("shouts", "Shouts and voices."),
            ("commotion", "Noise, unrest."),
            ("delivery", "How something is said."),
            ("business", "Something done, such as reading aloud."),
            ("setting", "What the stage looks like."),
            ("entrance", "Somebody comes in."),
            ("exit", "Somebody leaves."),
            ("mixed", "Several of these at once."),
        ),
    ),
    ClosedList(
        "measures",
        "What a figure of a vote counts (@type of measure).",
        "measure.",
        (
            ("for", "Votes for."),
            ("against", "Votes against."),
            ("abstained", "Abstentions."),
            ("present", "Persons present or entitled to vote."),
            ("notVoting", "Persons present who did not vote."),
        ),
    ),
)

#: Ids the header takes: no person, speech or note may have one of them.
RESERVED_IDS = frozenset(
    {"encoder", "sourceEditor", "source", "edition", "meeting", "julian", "gregorian"}
    | {closed.id for closed in CLOSED_LISTS}
    | {closed.prefix + value for closed in CLOSED_LISTS for value, _ in closed.values}
)
