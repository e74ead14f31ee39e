"""What a case needs done next."""

from enum import StrEnum


class Step(StrEnum):
    """The one next action of a case (G2)."""

    COMPLETE = "complete"
    ANNOUNCE = "announce"
    FOLLOW = "follow"
    PUBLISH = "publish"
    ANSWER = "answer"
    WAIT = "wait"
    OPEN = "open"
    EVALUATE = "evaluate"
    AWARD = "award"
    SIGN = "sign"
    ANNOUNCE_RESULT = "announce-result"
    MAY_ANNOUNCE_RESULT = "may-announce-result"
    ANNOUNCE_CANCELLATION = "announce-cancellation"
    NONE = "none"
