"""The engine that asks a language model of the reader's own, and believes it only verbatim."""
