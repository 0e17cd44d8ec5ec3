"""Needs."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "questionnaire_part",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("slug", sa.String(), nullable=False),
        sa.Column("content", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("modified", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_questionnaire_part")),
        sa.UniqueConstraint("slug", name=op.f("uq_questionnaire_part_slug")),
    )
    # Services that stand there already answer no need until their files say so.
    needs = sa.Column("needs", sa.JSON(none_as_null=True), nullable=False, server_default="[]")
    op.add_column("service", needs)


def downgrade() -> None:
    op.drop_column("service", "needs")
    op.drop_table("questionnaire_part")
