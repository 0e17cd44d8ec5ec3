"""The questionnaire as pages: one question a page, and the plan that the answers lead to."""
