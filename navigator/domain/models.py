"""Every table, so that whoever needs the whole schema imports one module."""

from navigator.domain.base import Base
from navigator.domain.channel import Channel
from navigator.domain.counts import DailyCount
from navigator.domain.fact import Fact, FactSource, Source
from navigator.domain.handover import HandoverAudit
from navigator.domain.organisation import Municipality, Organisation, Place
from navigator.domain.outbox import OutboxLine
from navigator.domain.page import Gap, Notice, Situation, TextPage
from navigator.domain.questionnaire import QuestionnairePart
from navigator.domain.service import (
    EasyText,
    FormerSlug,
    Law,
    Producer,
    Service,
    ServiceChannel,
    ServiceCondition,
    ServiceTopic,
)
from navigator.domain.site import ContentFile, Feedback, Revision, SiteState
from navigator.domain.topic import Condition, Term, Topic, Vocabulary
from navigator.domain.vain import VainSearch
from navigator.domain.words import DangerKind, SynonymList

__all__ = [
    "Base",
    "Channel",
    "Condition",
    "ContentFile",
    "DailyCount",
    "DangerKind",
    "EasyText",
    "Fact",
    "FactSource",
    "Feedback",
    "FormerSlug",
    "Gap",
    "HandoverAudit",
    "Law",
    "Municipality",
    "Notice",
    "Organisation",
    "OutboxLine",
    "Place",
    "Producer",
    "QuestionnairePart",
    "Revision",
    "Service",
    "ServiceChannel",
    "ServiceCondition",
    "ServiceTopic",
    "SiteState",
    "Situation",
    "Source",
    "SynonymList",
    "Term",
    "TextPage",
    "Topic",
    "VainSearch",
    "Vocabulary",
]
