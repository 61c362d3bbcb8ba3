"""How each language of the interface writes dates and numbers."""
