"""The commands of the regions."""
