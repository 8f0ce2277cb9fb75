"""The default engine: rules, a gazetteer and a pass over the document; no model.

``engine`` is the door and ``pipeline`` the order of the steps. Below them, each using only
what comes after it: ``facts``, ``events``, ``tellings``, ``entities``; then ``names``,
``speech`` and ``dates``, which do not know each other; ``words``; and ``parts``, what the
steps hand on.
"""
