"""The importer: a digest as raw text, understood and turned into a draft.

``source`` reads files into lines; ``parser`` says what each piece of them is, with a proposal wherever it is
not sure; ``assembly`` turns pieces into items; ``as_json`` prints them; ``writer`` saves a draft. None but
``gazetteer``, ``writer`` and ``duplicates`` knows of Django or of a database.
"""
