"""The shapes of the files in `content/`, one class for each kind of record."""

from pydantic import BaseModel

from navigator.importers.content.schema.channel import SharedChannelFile
from navigator.importers.content.schema.checked import LedgerFile, TermsFile
from navigator.importers.content.schema.pages import (
    HelpNowFile,
    NoticeFile,
    SiteFile,
    SituationFile,
    TextFile,
)
from navigator.importers.content.schema.questionnaire import PeopleFile, QuestionnaireFile
from navigator.importers.content.schema.records import (
    ConditionFile,
    MunicipalityFile,
    OrganisationFile,
    PlaceFile,
    TopicFile,
    VocabularyFile,
)
from navigator.importers.content.schema.service import ServiceFile
from navigator.importers.content.schema.words import DangerFile, SynonymFile

KINDS: dict[str, type[BaseModel]] = {
    "vocabularies": VocabularyFile,
    "municipalities": MunicipalityFile,
    "organisations": OrganisationFile,
    "topics": TopicFile,
    "conditions": ConditionFile,
    "places": PlaceFile,
    "channels": SharedChannelFile,
    "services": ServiceFile,
    "situations": SituationFile,
    "notices": NoticeFile,
    "texts": TextFile,
    "synonyms": SynonymFile,
    "danger": DangerFile,
    "questionnaire": QuestionnaireFile,
    "help-now": HelpNowFile,
    "site": SiteFile,
}
"""Folder under `content/` → shape of each file in it, in the order in which they are loaded.

`help-now` and `site` are single files, `content/help-now.yaml` and `content/site.yaml`.
"""

SINGLE = frozenset({"help-now", "site"})
"""Kinds that are one file instead of a folder of files."""

CHECKED: dict[str, type[BaseModel]] = {
    "ledger": LedgerFile,
    "terms": TermsFile,
    "questionnaire/people": PeopleFile,
}
"""Folders of files that the content is checked against and that are never loaded."""
