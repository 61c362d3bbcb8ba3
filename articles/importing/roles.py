"""What a piece of a source can be in an article."""

from enum import StrEnum


class Role(StrEnum):
    """The part that a piece plays; editors see these words."""

    TITLE = "title"
    STANDFIRST = "standfirst"
    INTRODUCTION = "introduction"
    SECTION = "section"
    HEADING = "heading"
    BODY = "body"
    CONCLUSION = "conclusion"
    NOTICE = "notice"
    TALLY = "tally"
    RELATED_TITLE = "related title"
    RELATED_EXCERPT = "related excerpt"
    LABEL = "label"  # "Discover more", "Conclusion": says what follows, and is not printed
    BYLINE = "byline"
    POST = "post"  # the text of an article that is no digest
    DISCARDED = "discarded"
