"""The audit of handovers ends: rows that are older than two years may be deleted, no others."""

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

REFUSAL = "rows of the audit are never changed, and deleted only after two years"
REFUSAL_BEFORE = "rows of the audit are never changed or deleted"
DAYS = 730


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        _refuse_in_sqlite(f"WHEN OLD.at > datetime('now', '-{DAYS} days')", REFUSAL)
        return
    op.execute(
        "CREATE OR REPLACE FUNCTION refuse_change_of_audit() RETURNS trigger LANGUAGE plpgsql AS"
        f" $$ BEGIN IF TG_OP = 'DELETE' AND OLD.at <= now() - interval '{DAYS} days'"
        f" THEN RETURN OLD; END IF; RAISE EXCEPTION '{REFUSAL}'; END $$"
    )


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        _refuse_in_sqlite("", REFUSAL_BEFORE)
        return
    op.execute(
        "CREATE OR REPLACE FUNCTION refuse_change_of_audit() RETURNS trigger LANGUAGE plpgsql AS"
        f" $$ BEGIN RAISE EXCEPTION '{REFUSAL_BEFORE}'; END $$"
    )


def _refuse_in_sqlite(when: str, refusal: str) -> None:
    op.execute("DROP TRIGGER handover_audit_no_delete")
    op.execute(
        f"CREATE TRIGGER handover_audit_no_delete BEFORE DELETE ON handover_audit {when}"
        f" BEGIN SELECT RAISE(ABORT, '{refusal}'); END"
    )
