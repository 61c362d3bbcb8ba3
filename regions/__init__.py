"""The tree of places that policy items are filed under: countries, their parts, blocs and continents."""
