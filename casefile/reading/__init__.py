"""From a file or page to an article: one format a file."""
