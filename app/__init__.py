"""Tarikh: a chronology in which every fact stands on its passage."""

__version__ = "0.1.0"
