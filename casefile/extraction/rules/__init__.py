"""The default engine: rules, a gazetteer and a pass over the document; no model."""
