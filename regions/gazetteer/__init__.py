"""The gazetteer: how the shipped file of regions is built (``build``), read (``records``) and loaded."""
