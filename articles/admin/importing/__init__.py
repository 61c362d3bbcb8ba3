"""The importer at the desk: a page that takes a text, and one on which what was understood is reviewed."""
