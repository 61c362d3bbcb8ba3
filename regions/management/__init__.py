"""Management of the regions."""
