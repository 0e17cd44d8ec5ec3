"""Services as pages show them, whichever room the page is in: cards, contacts, opening hours."""
