"""First tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "condition",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("slug", sa.String(), nullable=False),
        sa.Column("text", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("modified", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_condition")),
        sa.UniqueConstraint("slug", name=op.f("uq_condition_slug")),
    )
    op.create_table(
        "content_file",
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("slug", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("data", sa.JSON(none_as_null=True), nullable=False),
        sa.PrimaryKeyConstraint("kind", "slug", name=op.f("pk_content_file")),
    )
    op.create_table(
        "daily_count",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("day", "kind", "key", name=op.f("pk_daily_count")),
    )
    op.create_table(
        "fact",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "contact",
                "address",
                "hours",
                "price",
                "condition",
                "text",
                native_enum=False,
                length=30,
            ),
            nullable=False,
        ),
        sa.Column("inherited", sa.Boolean(), nullable=False),
        sa.Column(
            "state",
            sa.Enum("verified", "unverified", "dated", "conflicting", native_enum=False, length=30),
            nullable=False,
        ),
        sa.Column(
            "verified_by",
            sa.Enum("content-editor", "service-owner", native_enum=False, length=30),
            nullable=True,
        ),
        sa.Column("verified_on", sa.Date(), nullable=True),
        sa.Column("doubt", sa.JSON(none_as_null=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fact")),
    )
    op.create_table(
        "gap",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("owner_kind", sa.String(), nullable=False),
        sa.Column("owner_slug", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("municipalities", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("ask", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gap")),
    )
    with op.batch_alter_table("gap", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_gap_owner_slug"), ["owner_slug"], unique=False)

    op.create_table(
        "municipality",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("slug", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("name", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("inessive", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("wellbeing_county", sa.String(), nullable=False),
        sa.Column("organisation", sa.String(), nullable=False),
        sa.Column("employment_authority", sa.String(), nullable=False),
        sa.Column("nearby", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("modified", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_municipality")),
        sa.UniqueConstraint("code", name=op.f("uq_municipality_code")),
        sa.UniqueConstraint("slug", name=op.f("uq_municipality_slug")),
    )
    op.create_table(
        "revision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("slug", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("changes", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("data", sa.JSON(none_as_null=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_revision")),
    )
    with op.batch_alter_table("revision", schema=None) as batch_op:
        batch_op.create_index("ix_revision_record", ["kind", "slug", "number"], unique=True)

    op.create_table(
        "site_state",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("content_version", sa.Integer(), nullable=False),
        sa.Column("content_digest", sa.String(), nullable=True),
        sa.Column("settings", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("help_now", sa.JSON(none_as_null=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_site_state")),
    )
    op.create_table(
        "source",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("owner_kind", sa.String(), nullable=False),
        sa.Column("owner_slug", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("publisher", sa.String(), nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("dated", sa.Date(), nullable=True),
        sa.Column("read", sa.Date(), nullable=False),
        sa.Column("note", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_source")),
        sa.UniqueConstraint(
            "owner_kind", "owner_slug", "key", name=op.f("uq_source_owner_kind_owner_slug_key")
        ),
    )
    op.create_table(
        "text_page",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("slug", sa.String(), nullable=False),
        sa.Column("content", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("modified", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_text_page")),
        sa.UniqueConstraint("slug", name=op.f("uq_text_page_slug")),
    )
    op.create_table(
        "topic",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("slug", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("hint", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("text", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("also_known_as", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("quick_exit", sa.Boolean(), nullable=False),
        sa.Column("front", sa.Boolean(), nullable=False),
        sa.Column("fallback", sa.String(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("modified", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_topic")),
        sa.UniqueConstraint("slug", name=op.f("uq_topic_slug")),
    )
    op.create_table(
        "vocabulary",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("slug", sa.String(), nullable=False),
        sa.Column("name", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("modified", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vocabulary")),
        sa.UniqueConstraint("slug", name=op.f("uq_vocabulary_slug")),
    )
    op.create_table(
        "fact_source",
        sa.Column("fact_id", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["fact_id"], ["fact.id"], name=op.f("fk_fact_source_fact_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["source_id"], ["source.id"], name=op.f("fk_fact_source_source_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("fact_id", "source_id", name=op.f("pk_fact_source")),
    )
    with op.batch_alter_table("fact_source", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_fact_source_source_id"), ["source_id"], unique=False)

    op.create_table(
        "notice",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("slug", sa.String(), nullable=False),
        sa.Column("title", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("text", sa.JSON(none_as_null=True), nullable=False),
        sa.Column(
            "level", sa.Enum("info", "warning", native_enum=False, length=30), nullable=False
        ),
        sa.Column("shown_from", sa.Date(), nullable=False),
        sa.Column("shown_until", sa.Date(), nullable=True),
        sa.Column("site", sa.Boolean(), nullable=False),
        sa.Column("fact_id", sa.Integer(), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("modified", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["fact_id"], ["fact.id"], name=op.f("fk_notice_fact_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notice")),
        sa.UniqueConstraint("slug", name=op.f("uq_notice_slug")),
    )
    op.create_table(
        "organisation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("slug", sa.String(), nullable=False),
        sa.Column("ptv_id", sa.String(), nullable=True),
        sa.Column("name", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("also_known_as", sa.JSON(none_as_null=True), nullable=True),
        sa.Column(
            "kind",
            sa.Enum(
                "wellbeing_county",
                "employment_authority",
                "municipality",
                "kela",
                "state",
                "third_sector",
                "parish",
                "education",
                "company",
                native_enum=False,
                length=30,
            ),
            nullable=False,
        ),
        sa.Column("parent_id", sa.Integer(), nullable=True),
        sa.Column("business_id", sa.String(), nullable=True),
        sa.Column(
            "reach",
            sa.Enum("local", "county", "nationwide", native_enum=False, length=30),
            nullable=False,
        ),
        sa.Column("description", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("url", sa.String(), nullable=True),
        sa.Column("fallback", sa.String(), nullable=True),
        sa.Column("fact_id", sa.Integer(), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("modified", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["fact_id"], ["fact.id"], name=op.f("fk_organisation_fact_id")),
        sa.ForeignKeyConstraint(
            ["parent_id"], ["organisation.id"], name=op.f("fk_organisation_parent_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisation")),
        sa.UniqueConstraint("ptv_id", name=op.f("uq_organisation_ptv_id")),
        sa.UniqueConstraint("slug", name=op.f("uq_organisation_slug")),
    )
    with op.batch_alter_table("organisation", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_organisation_parent_id"), ["parent_id"], unique=False)

    op.create_table(
        "term",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("vocabulary_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("uri", sa.String(), nullable=False),
        sa.Column("parent", sa.String(), nullable=True),
        sa.Column("name", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["vocabulary_id"],
            ["vocabulary.id"],
            name=op.f("fk_term_vocabulary_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_term")),
        sa.UniqueConstraint("uri", name=op.f("uq_term_uri")),
        sa.UniqueConstraint("vocabulary_id", "code", name=op.f("uq_term_vocabulary_id_code")),
    )
    op.create_table(
        "notice_topic",
        sa.Column("notice_id", sa.Integer(), nullable=False),
        sa.Column("topic_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["notice_id"], ["notice.id"], name=op.f("fk_notice_topic_notice_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["topic_id"], ["topic.id"], name=op.f("fk_notice_topic_topic_id")),
        sa.PrimaryKeyConstraint("notice_id", "topic_id", name=op.f("pk_notice_topic")),
    )
    with op.batch_alter_table("notice_topic", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_notice_topic_topic_id"), ["topic_id"], unique=False)

    op.create_table(
        "organisation_municipality",
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("municipality_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_id"],
            ["municipality.id"],
            name=op.f("fk_organisation_municipality_municipality_id"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_organisation_municipality_organisation_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint(
            "organisation_id", "municipality_id", name=op.f("pk_organisation_municipality")
        ),
    )
    with op.batch_alter_table("organisation_municipality", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_organisation_municipality_municipality_id"),
            ["municipality_id"],
            unique=False,
        )

    op.create_table(
        "place",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("slug", sa.String(), nullable=False),
        sa.Column("name", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("municipality_id", sa.Integer(), nullable=False),
        sa.Column("street", sa.String(), nullable=False),
        sa.Column("postal_code", sa.String(), nullable=True),
        sa.Column("city", sa.String(), nullable=False),
        sa.Column("latitude", sa.Double(), nullable=True),
        sa.Column("longitude", sa.Double(), nullable=True),
        sa.Column("accessibility", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("directions", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("fact_id", sa.Integer(), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("modified", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["fact_id"], ["fact.id"], name=op.f("fk_place_fact_id")),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipality.id"], name=op.f("fk_place_municipality_id")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_place_organisation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_place")),
        sa.UniqueConstraint("slug", name=op.f("uq_place_slug")),
    )
    with op.batch_alter_table("place", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_place_municipality_id"), ["municipality_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_place_organisation_id"), ["organisation_id"], unique=False
        )

    op.create_table(
        "service",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("slug", sa.String(), nullable=False),
        sa.Column("ptv_id", sa.String(), nullable=True),
        sa.Column(
            "state",
            sa.Enum("draft", "in_review", "published", "withdrawn", native_enum=False, length=30),
            nullable=False,
        ),
        sa.Column("public_from", sa.Date(), nullable=True),
        sa.Column("public_until", sa.Date(), nullable=True),
        sa.Column("name", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("also_known_as", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("summary", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("description", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("audience", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("how_to_start", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("steps", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("with_professional", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("bring", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("next", sa.JSON(none_as_null=True), nullable=True),
        sa.Column(
            "price_kind",
            sa.Enum("free", "fee", "varies", "unknown", native_enum=False, length=30),
            nullable=False,
        ),
        sa.Column("price_text", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("price_fact_id", sa.Integer(), nullable=True),
        sa.Column("organiser_id", sa.Integer(), nullable=False),
        sa.Column(
            "reach",
            sa.Enum("local", "county", "nationwide", native_enum=False, length=30),
            nullable=False,
        ),
        sa.Column("age_from", sa.Integer(), nullable=True),
        sa.Column("age_to", sa.Integer(), nullable=True),
        sa.Column("languages", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("remotely", sa.Boolean(), nullable=True),
        sa.Column("anonymously", sa.Boolean(), nullable=True),
        sa.Column("without_strong_identification", sa.Boolean(), nullable=True),
        sa.Column("referral_only", sa.Boolean(), nullable=True),
        sa.Column(
            "urgency",
            sa.Enum("emergency", "same_day", "ordinary", native_enum=False, length=30),
            nullable=False,
        ),
        sa.Column(
            "horizon", sa.Enum("now", "soon", "long", native_enum=False, length=30), nullable=False
        ),
        sa.Column("quick_exit", sa.Boolean(), nullable=False),
        sa.Column("fallback", sa.String(), nullable=True),
        sa.Column("related", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("replaced_by", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("researched", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("fact_id", sa.Integer(), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("modified", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["fact_id"], ["fact.id"], name=op.f("fk_service_fact_id")),
        sa.ForeignKeyConstraint(
            ["organiser_id"], ["organisation.id"], name=op.f("fk_service_organiser_id")
        ),
        sa.ForeignKeyConstraint(
            ["price_fact_id"], ["fact.id"], name=op.f("fk_service_price_fact_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_service")),
        sa.UniqueConstraint("ptv_id", name=op.f("uq_service_ptv_id")),
        sa.UniqueConstraint("slug", name=op.f("uq_service_slug")),
    )
    with op.batch_alter_table("service", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_service_organiser_id"), ["organiser_id"], unique=False)

    op.create_table(
        "topic_term",
        sa.Column("topic_id", sa.Integer(), nullable=False),
        sa.Column("term_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["term_id"], ["term.id"], name=op.f("fk_topic_term_term_id")),
        sa.ForeignKeyConstraint(
            ["topic_id"], ["topic.id"], name=op.f("fk_topic_term_topic_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("topic_id", "term_id", name=op.f("pk_topic_term")),
    )
    with op.batch_alter_table("topic_term", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_topic_term_term_id"), ["term_id"], unique=False)

    op.create_table(
        "channel",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("slug", sa.String(), nullable=False),
        sa.Column("ptv_id", sa.String(), nullable=True),
        sa.Column("organisation_id", sa.Integer(), nullable=True),
        sa.Column(
            "kind",
            sa.Enum(
                "phone",
                "sms",
                "email",
                "visit",
                "web_page",
                "e_service",
                "chat",
                "paper_form",
                native_enum=False,
                length=30,
            ),
            nullable=False,
        ),
        sa.Column("name", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("number", sa.String(), nullable=True),
        sa.Column("email", sa.String(), nullable=True),
        sa.Column("url", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("place_id", sa.Integer(), nullable=True),
        sa.Column(
            "price_class",
            sa.Enum("free", "standard", "premium", native_enum=False, length=30),
            nullable=True,
        ),
        sa.Column("price_text", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("callback", sa.Boolean(), nullable=True),
        sa.Column("hours", sa.JSON(none_as_null=True), nullable=True),
        sa.Column(
            "audience",
            sa.Enum("everyone", "professionals", native_enum=False, length=30),
            nullable=False,
        ),
        sa.Column("languages", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("note", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("fact_id", sa.Integer(), nullable=True),
        sa.Column("hours_fact_id", sa.Integer(), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("modified", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["fact_id"], ["fact.id"], name=op.f("fk_channel_fact_id")),
        sa.ForeignKeyConstraint(
            ["hours_fact_id"], ["fact.id"], name=op.f("fk_channel_hours_fact_id")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_channel_organisation_id")
        ),
        sa.ForeignKeyConstraint(["place_id"], ["place.id"], name=op.f("fk_channel_place_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_channel")),
        sa.UniqueConstraint("ptv_id", name=op.f("uq_channel_ptv_id")),
        sa.UniqueConstraint("slug", name=op.f("uq_channel_slug")),
    )
    with op.batch_alter_table("channel", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_channel_organisation_id"), ["organisation_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_channel_place_id"), ["place_id"], unique=False)

    op.create_table(
        "easy_text",
        sa.Column("service_id", sa.Integer(), nullable=False),
        sa.Column(
            "state", sa.Enum("draft", "published", native_enum=False, length=30), nullable=False
        ),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("text", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("steps", sa.JSON(none_as_null=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["service_id"], ["service.id"], name=op.f("fk_easy_text_service_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("service_id", name=op.f("pk_easy_text")),
    )
    op.create_table(
        "feedback",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("service_id", sa.Integer(), nullable=True),
        sa.Column(
            "kind",
            sa.Enum(
                "nobody-answers",
                "wrong-contact",
                "wrong-hours",
                "ended",
                "unclear",
                "other",
                native_enum=False,
                length=30,
            ),
            nullable=False,
        ),
        sa.Column("message", sa.String(), nullable=True),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("handled_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["service_id"], ["service.id"], name=op.f("fk_feedback_service_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feedback")),
    )
    with op.batch_alter_table("feedback", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_feedback_service_id"), ["service_id"], unique=False)

    op.create_table(
        "former_slug",
        sa.Column("slug", sa.String(), nullable=False),
        sa.Column("service_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["service_id"],
            ["service.id"],
            name=op.f("fk_former_slug_service_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("slug", name=op.f("pk_former_slug")),
    )
    with op.batch_alter_table("former_slug", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_former_slug_service_id"), ["service_id"], unique=False)

    op.create_table(
        "law",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("service_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("finlex", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["service_id"], ["service.id"], name=op.f("fk_law_service_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_law")),
    )
    with op.batch_alter_table("law", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_law_service_id"), ["service_id"], unique=False)

    op.create_table(
        "notice_service",
        sa.Column("notice_id", sa.Integer(), nullable=False),
        sa.Column("service_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["notice_id"],
            ["notice.id"],
            name=op.f("fk_notice_service_notice_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["service_id"], ["service.id"], name=op.f("fk_notice_service_service_id")
        ),
        sa.PrimaryKeyConstraint("notice_id", "service_id", name=op.f("pk_notice_service")),
    )
    with op.batch_alter_table("notice_service", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_notice_service_service_id"), ["service_id"], unique=False
        )

    op.create_table(
        "producer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("service_id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column(
            "provision",
            sa.Enum("own", "procured", "other", native_enum=False, length=30),
            nullable=False,
        ),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_producer_organisation_id")
        ),
        sa.ForeignKeyConstraint(
            ["service_id"], ["service.id"], name=op.f("fk_producer_service_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_producer")),
    )
    with op.batch_alter_table("producer", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_producer_organisation_id"), ["organisation_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_producer_service_id"), ["service_id"], unique=False)

    op.create_table(
        "service_condition",
        sa.Column("service_id", sa.Integer(), nullable=False),
        sa.Column("condition_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("fact_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["condition_id"], ["condition.id"], name=op.f("fk_service_condition_condition_id")
        ),
        sa.ForeignKeyConstraint(
            ["fact_id"], ["fact.id"], name=op.f("fk_service_condition_fact_id")
        ),
        sa.ForeignKeyConstraint(
            ["service_id"],
            ["service.id"],
            name=op.f("fk_service_condition_service_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("service_id", "condition_id", name=op.f("pk_service_condition")),
    )
    with op.batch_alter_table("service_condition", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_service_condition_condition_id"), ["condition_id"], unique=False
        )

    op.create_table(
        "service_municipality",
        sa.Column("service_id", sa.Integer(), nullable=False),
        sa.Column("municipality_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_id"],
            ["municipality.id"],
            name=op.f("fk_service_municipality_municipality_id"),
        ),
        sa.ForeignKeyConstraint(
            ["service_id"],
            ["service.id"],
            name=op.f("fk_service_municipality_service_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint(
            "service_id", "municipality_id", name=op.f("pk_service_municipality")
        ),
    )
    with op.batch_alter_table("service_municipality", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_service_municipality_municipality_id"), ["municipality_id"], unique=False
        )

    op.create_table(
        "service_term",
        sa.Column("service_id", sa.Integer(), nullable=False),
        sa.Column("term_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["service_id"],
            ["service.id"],
            name=op.f("fk_service_term_service_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["term_id"], ["term.id"], name=op.f("fk_service_term_term_id")),
        sa.PrimaryKeyConstraint("service_id", "term_id", name=op.f("pk_service_term")),
    )
    with op.batch_alter_table("service_term", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_service_term_term_id"), ["term_id"], unique=False)

    op.create_table(
        "service_topic",
        sa.Column("service_id", sa.Integer(), nullable=False),
        sa.Column("topic_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["service_id"],
            ["service.id"],
            name=op.f("fk_service_topic_service_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["topic_id"], ["topic.id"], name=op.f("fk_service_topic_topic_id")),
        sa.PrimaryKeyConstraint("service_id", "topic_id", name=op.f("pk_service_topic")),
    )
    with op.batch_alter_table("service_topic", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_service_topic_topic_id"), ["topic_id"], unique=False)

    op.create_table(
        "channel_municipality",
        sa.Column("channel_id", sa.Integer(), nullable=False),
        sa.Column("municipality_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["channel_id"],
            ["channel.id"],
            name=op.f("fk_channel_municipality_channel_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id"],
            ["municipality.id"],
            name=op.f("fk_channel_municipality_municipality_id"),
        ),
        sa.PrimaryKeyConstraint(
            "channel_id", "municipality_id", name=op.f("pk_channel_municipality")
        ),
    )
    with op.batch_alter_table("channel_municipality", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_channel_municipality_municipality_id"), ["municipality_id"], unique=False
        )

    op.create_table(
        "producer_municipality",
        sa.Column("producer_id", sa.Integer(), nullable=False),
        sa.Column("municipality_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_id"],
            ["municipality.id"],
            name=op.f("fk_producer_municipality_municipality_id"),
        ),
        sa.ForeignKeyConstraint(
            ["producer_id"],
            ["producer.id"],
            name=op.f("fk_producer_municipality_producer_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint(
            "producer_id", "municipality_id", name=op.f("pk_producer_municipality")
        ),
    )
    with op.batch_alter_table("producer_municipality", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_producer_municipality_municipality_id"),
            ["municipality_id"],
            unique=False,
        )

    op.create_table(
        "service_channel",
        sa.Column("service_id", sa.Integer(), nullable=False),
        sa.Column("channel_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("main", sa.Boolean(), nullable=False),
        sa.Column("note", sa.JSON(none_as_null=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["channel_id"], ["channel.id"], name=op.f("fk_service_channel_channel_id")
        ),
        sa.ForeignKeyConstraint(
            ["service_id"],
            ["service.id"],
            name=op.f("fk_service_channel_service_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("service_id", "channel_id", name=op.f("pk_service_channel")),
    )
    with op.batch_alter_table("service_channel", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_service_channel_channel_id"), ["channel_id"], unique=False
        )


def downgrade() -> None:
    with op.batch_alter_table("service_channel", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_service_channel_channel_id"))

    op.drop_table("service_channel")
    with op.batch_alter_table("producer_municipality", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_producer_municipality_municipality_id"))

    op.drop_table("producer_municipality")
    with op.batch_alter_table("channel_municipality", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_channel_municipality_municipality_id"))

    op.drop_table("channel_municipality")
    with op.batch_alter_table("service_topic", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_service_topic_topic_id"))

    op.drop_table("service_topic")
    with op.batch_alter_table("service_term", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_service_term_term_id"))

    op.drop_table("service_term")
    with op.batch_alter_table("service_municipality", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_service_municipality_municipality_id"))

    op.drop_table("service_municipality")
    with op.batch_alter_table("service_condition", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_service_condition_condition_id"))

    op.drop_table("service_condition")
    with op.batch_alter_table("producer", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_producer_service_id"))
        batch_op.drop_index(batch_op.f("ix_producer_organisation_id"))

    op.drop_table("producer")
    with op.batch_alter_table("notice_service", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_notice_service_service_id"))

    op.drop_table("notice_service")
    with op.batch_alter_table("law", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_law_service_id"))

    op.drop_table("law")
    with op.batch_alter_table("former_slug", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_former_slug_service_id"))

    op.drop_table("former_slug")
    with op.batch_alter_table("feedback", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_feedback_service_id"))

    op.drop_table("feedback")
    op.drop_table("easy_text")
    with op.batch_alter_table("channel", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_channel_place_id"))
        batch_op.drop_index(batch_op.f("ix_channel_organisation_id"))

    op.drop_table("channel")
    with op.batch_alter_table("topic_term", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_topic_term_term_id"))

    op.drop_table("topic_term")
    with op.batch_alter_table("service", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_service_organiser_id"))

    op.drop_table("service")
    with op.batch_alter_table("place", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_place_organisation_id"))
        batch_op.drop_index(batch_op.f("ix_place_municipality_id"))

    op.drop_table("place")
    with op.batch_alter_table("organisation_municipality", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_organisation_municipality_municipality_id"))

    op.drop_table("organisation_municipality")
    with op.batch_alter_table("notice_topic", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_notice_topic_topic_id"))

    op.drop_table("notice_topic")
    op.drop_table("term")
    with op.batch_alter_table("organisation", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_organisation_parent_id"))

    op.drop_table("organisation")
    op.drop_table("notice")
    with op.batch_alter_table("fact_source", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_fact_source_source_id"))

    op.drop_table("fact_source")
    op.drop_table("vocabulary")
    op.drop_table("topic")
    op.drop_table("text_page")
    op.drop_table("source")
    op.drop_table("site_state")
    with op.batch_alter_table("revision", schema=None) as batch_op:
        batch_op.drop_index("ix_revision_record")

    op.drop_table("revision")
    op.drop_table("municipality")
    with op.batch_alter_table("gap", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_gap_owner_slug"))

    op.drop_table("gap")
    op.drop_table("fact")
    op.drop_table("daily_count")
    op.drop_table("content_file")
    op.drop_table("condition")
