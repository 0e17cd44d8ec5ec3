"""How Alembic sees this project. It is run by `running`; there is no alembic.ini."""

from alembic import context

from navigator.migrations.running import comparison_options

context.configure(connection=context.config.attributes["connection"], **comparison_options())
with context.begin_transaction():
    context.run_migrations()
