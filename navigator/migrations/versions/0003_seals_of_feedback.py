"""A form of feedback counts once."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("feedback", schema=None) as batch_op:
        batch_op.add_column(sa.Column("seal", sa.String(), nullable=True))
        batch_op.create_unique_constraint(batch_op.f("uq_feedback_seal"), ["seal"])


def downgrade() -> None:
    with op.batch_alter_table("feedback", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("uq_feedback_seal"), type_="unique")
        batch_op.drop_column("seal")
