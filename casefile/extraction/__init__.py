"""From an article to findings: names, dates, events, facts."""
