"""Tables and the rules that need only them."""
