"""The service directory of Päijät-Häme."""
