"""The parts of the one door to a case; ``casefile.case`` puts them together."""
