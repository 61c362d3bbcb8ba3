"""How the gazetteer file is built, once and offline, from well-kept sources (docs/gazetteer.md).

``sources`` finds the unpacked packages; ``place`` is what all steps work on; ``curated`` holds our own
additions (tables beside it); ``countries``, ``subdivisions``, ``cities`` and ``china`` add the layers;
``shapes`` says in which province a point lies; ``municipalities`` joins cities that are provinces;
``naming`` makes names and slugs distinct. ``python -m regions.gazetteer.build`` runs them in order.
"""
