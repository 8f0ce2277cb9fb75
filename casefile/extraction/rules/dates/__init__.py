"""Wordings of time in news English: found, and resolved against the day of publication.

``find.find_dates`` is the door. A sentence is cut into ``tokens`` with one letter
each (``lexicon``). The rules read that string and give each wording a meaning
(``named``, ``counted``); they are ``fullrules``, ``namedrules``, ``spanrules``,
``periodrules``, ``relativerules``, ``clockrules`` and ``lengthrules``, in the form of
``grammar``, with ``context`` for a second look. ``find`` hands every meaning its
``frame``: publication, ``tense``, and what the text has told before.
"""
